using KneeLoad.Analysis.Evidence;
using NodaTime;

namespace KneeLoad.Analysis.Diary;

/// <summary>Reads the diary: the action that pain asks for on a day. It may raise the level, never the score.</summary>
public static class PainRule
{
    /// <summary>Reads the diary up to a day.</summary>
    /// <param name="diary">Entries in any order.</param>
    /// <param name="activities">Recorded runs, joined to sessions, and walks, in any order.</param>
    /// <param name="asOf">The local day; later entries are not seen.</param>
    public static PainFindings Assess(IReadOnlyList<DiaryEntry> diary, IReadOnlyList<RecordedActivity> activities, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(diary);
        ArgumentNullException.ThrowIfNull(activities);

        var entries = diary.Where(entry => entry.Day <= asOf).OrderBy(entry => entry.Day).ThenBy(entry => entry.Entered).ToList();
        var state = new PainState(activities);
        foreach (var entry in entries)
        {
            state.Take(entry);
        }

        var gate = OpenRedFlag(entries, asOf) ?? state.LadderGateOn(asOf) ?? state.HoldGateOn(asOf);
        return new(gate, state.LadderOn(asOf), state.IsCheckInDue(asOf));
    }

    /// <summary>The action that one entry asks for by itself, red flags aside; null when none.</summary>
    public static GateAction? AsksFor(DiaryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);

        if (entry.Limping || entry.WorstPain > Choices.PainToStop.Value)
        {
            return GateAction.Stop;
        }

        var notSettled = entry.SettledWithinHour is false || entry.WorseNextMorning is true;
        return notSettled || entry.WorstPain > Published.AcceptablePain.Value ? GateAction.HoldOrReduce : null;
    }

    /// <summary>Whether an entry tells of little pain that was back to as before within the hour, and no worse next morning.</summary>
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

    /// <summary>Days with pain within the six weeks that end with a day. [d]</summary>
    /// <param name="diary">Entries in any order.</param>
    /// <param name="asOf">The local day; later entries are not seen.</param>
    public static int PainDays(IReadOnlyList<DiaryEntry> diary, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(diary);
        var from = asOf.PlusDays(-Choices.RecurringPainDays.Value);
        return diary
            .Where(entry => entry.Day > from && entry.Day <= asOf && Hurts(entry))
            .Select(entry => entry.Day)
            .Distinct()
            .Count();
    }

    private static PainGate? OpenRedFlag(List<DiaryEntry> entries, LocalDate asOf)
    {
        var open = entries.Find(entry => entry.RedFlags is not RedFlags.None && !(entry.RedFlagClosed <= asOf));
        return open is null ? null : new(GateAction.SeeADoctor, open.Day, Until: null);
    }
}

/// <summary>The findings of the diary on a day.</summary>
/// <param name="Gate">The action that it asks for; null when none.</param>
/// <param name="Ladder">The way back after a stop; null when there was none, or it is done.</param>
/// <param name="CheckInDue">True when what it asked for has had no word for two weeks.</param>
public sealed record PainFindings(PainGate? Gate, ReturnLadder? Ladder, bool CheckInDue)
{
    /// <summary>True while a red flag is open.</summary>
    public bool RedFlagOpen => Gate?.Action is GateAction.SeeADoctor;
}
