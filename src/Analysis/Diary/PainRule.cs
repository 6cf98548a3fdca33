using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using NodaTime;

namespace KneeLoad.Analysis.Diary;

/// <summary>Reads the diary: what pain asks for on a day. It may raise the level, never the score.</summary>
public static class PainRule
{
    /// <summary>Reads the diary up to a day.</summary>
    /// <param name="diary">Entries in any order.</param>
    /// <param name="asOf">The local day; later entries are not seen.</param>
    public static PainFindings Assess(IReadOnlyList<DiaryEntry> diary, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(diary);

        var entries = diary.Where(entry => entry.Day <= asOf).OrderBy(entry => entry.Day).ThenBy(entry => entry.Entered).ToList();
        LocalDate? stop = null;
        LocalDate? hold = null;
        foreach (var entry in entries)
        {
            if (AsksFor(entry) is { } action)
            {
                hold = entry.Day;
                stop = action is GateAction.Stop ? entry.Day : stop;
            }
            else if (HasSettled(entry))
            {
                stop = hold = null;
            }
        }

        var gate = OpenRedFlag(entries, asOf) ?? StillHolds(GateAction.Stop, stop, asOf) ?? StillHolds(GateAction.HoldOrReduce, hold, asOf);
        return new(gate, CheckInDue: gate is null && hold is not null, PainDaysOf(entries, asOf));
    }

    /// <summary>What one entry asks for by itself, red flags aside; null when nothing.</summary>
    public static GateAction? AsksFor(DiaryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);

        if (entry.Limping || entry.WorstPain > Published.PainToStop.Value)
        {
            return GateAction.Stop;
        }

        var notSettled = entry.SettledWithinHour is false || entry.WorseNextMorning is true;
        return notSettled || entry.WorstPain > Published.AcceptablePain.Value ? GateAction.HoldOrReduce : null;
    }

    /// <summary>Whether an entry lifts what an earlier one asked for: little pain, and back to as before within the hour.</summary>
    public static bool HasSettled(DiaryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);

        // Where nothing hurt there is nothing to settle, and the question is not asked.
        return AsksFor(entry) is null && (entry.WorstPain is 0 || (entry.WorstPain is not null && entry.SettledWithinHour is true));
    }

    /// <summary>Whether an entry speaks of any pain.</summary>
    public static bool Hurts(DiaryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.WorstPain > 0 || AsksFor(entry) is not null;
    }

    private static PainGate? OpenRedFlag(List<DiaryEntry> entries, LocalDate asOf)
    {
        var open = entries.Find(entry => entry.RedFlags is not RedFlags.None && !(entry.RedFlagClosed <= asOf));
        return open is null ? null : new(GateAction.SeeADoctor, open.Day, Until: null);
    }

    private static PainGate? StillHolds(GateAction action, LocalDate? since, LocalDate asOf) =>
        since?.PlusDays(Choices.GateDays.Value) is { } until && asOf <= until ? new(action, since.Value, until) : null;

    private static int PainDaysOf(List<DiaryEntry> entries, LocalDate asOf)
    {
        var window = DayWindow.EndingOn(asOf, Choices.RecurringPainDays.Value);
        return entries
            .Where(entry => window.Contains(entry.Day) && Hurts(entry))
            .Select(entry => entry.Day)
            .Distinct()
            .Count();
    }
}
