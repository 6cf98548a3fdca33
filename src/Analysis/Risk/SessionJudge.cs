using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>
/// Judges the sessions of one history against what came before them. Windows here are elapsed time from a
/// session's start, as in the study, whatever the calendar says.
/// </summary>
internal sealed class SessionJudge(IReadOnlyList<Session> sessions)
{
    private static readonly Duration Window = Duration.FromDays(Published.SpikeWindowDays.Value);
    private static readonly Duration LongWindow = Duration.FromDays(Choices.ReturnDays.Value);

    /// <summary>The sessions, in order of start.</summary>
    public IReadOnlyList<Session> Sessions => sessions;

    /// <summary>Compares one session with the longest of the 30 days before it.</summary>
    public SessionJudgement Judge(int index)
    {
        var session = sessions[index];
        if (session.Start - sessions[0].Start < Window)
        {
            return Unjudged(session, isReturn: false, NotJudged.WindowNotFull);
        }

        var first = FirstFrom(session.Start - Window);
        return first == index ? JudgeReturn(session) : JudgeUsual(session, first, index);
    }

    /// <summary>Index of the first session that starts at or after an instant; the number of sessions when none does.</summary>
    public int FirstFrom(Instant instant)
    {
        var low = 0;
        var high = sessions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sessions[middle].Start < instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether a session is a return: it has a past, but none in the 30 days before it.</summary>
    public bool IsReturn(int index) => index > 0 && sessions[index - 1].Start < sessions[index].Start - Window;

    /// <summary>Half of the longest session in the 30 to 120 days before an instant; null when none is known.</summary>
    public Distance? HalfOfLongestBefore(Instant instant) =>
        LongestBefore(instant).Longest?.Distance is { } longest ? Choices.ReturnShare.Value.Value * longest : null;

    /// <summary>The longest session in the 30 to 120 days before an instant, and whether a distance there is unknown.</summary>
    public (Session? Longest, bool Unknown) LongestBefore(Instant instant) =>
        Longest(FirstFrom(instant - LongWindow), FirstFrom(instant - Window));

    /// <summary>The longest of some sessions, and whether a distance among them is unknown.</summary>
    public (Session? Longest, bool Unknown) Longest(int first, int end)
    {
        Session? longest = null;
        var unknown = false;
        for (var i = first; i < end; i++)
        {
            unknown |= sessions[i].Distance is null;
            longest = sessions[i].Distance is { } distance && !(distance <= longest?.Distance) ? sessions[i] : longest;
        }

        return (longest, unknown);
    }

    // W empty: judged by half of what was run before the break.
    private SessionJudgement JudgeReturn(Session session)
    {
        var (longest, unknown) = LongestBefore(session.Start);
        return longest?.Distance is { Metres: > 0 } distance
            ? Compare(session, isReturn: true, Choices.ReturnShare.Value.Value * distance, Choices.SpikePoints.Value, unknown, poor: false)
            : Unjudged(session, isReturn: true, NotJudged.ReturnWithoutPast);
    }

    private SessionJudgement JudgeUsual(Session session, int first, int index)
    {
        var (longest, unknown) = Longest(first, index);
        var @base = longest?.Distance;
        var alone = index - first == 1;
        var most = alone ? Choices.SpikePoints.Value : Choices.DoublePoints.Value;
        // Only the earliest session of the window can be a return: every other has that one within its own 30 days.
        if (IsReturn(first))
        {
            var (before, unknownBefore) = LongestBefore(sessions[first].Start);
            unknown |= unknownBefore;
            most = Choices.DoublePoints.Value;
            if (before?.Distance is { } distance && !(Choices.ReturnShare.Value.Value * distance <= @base))
            {
                @base = Choices.ReturnShare.Value.Value * distance;
            }
        }

        return @base is { Metres: > 0 } known
            ? Compare(session, isReturn: false, known, most, unknown, alone)
            : Unjudged(session, isReturn: false, NotJudged.NoKnownBase);
    }

    private static SessionJudgement Compare(Session session, bool isReturn, Distance @base, int most, bool unknown, bool poor)
    {
        if (session.Distance is not { } distance)
        {
            return Unjudged(session, isReturn, NotJudged.DistanceUnknown);
        }

        var ratio = distance / @base;
        var points =
            ratio <= Published.SpikeFrom.Value ? 0
            : ratio <= Published.LargeSpikeUpTo.Value ? Choices.SpikePoints.Value
            : Choices.DoublePoints.Value;
        var measurement = poor ? MeasurementQuality.Poor : unknown ? MeasurementQuality.Fair : MeasurementQuality.Good;
        return new(session, isReturn, @base, ratio, Math.Min(points, most), measurement, null);
    }

    private static SessionJudgement Unjudged(Session session, bool isReturn, NotJudged reason) =>
        new(session, isReturn, null, null, 0, MeasurementQuality.None, reason);
}
