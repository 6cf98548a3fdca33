using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using MathNet.Numerics.Statistics;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>How far a run may go today: 1.10 times what the last 30 days have counted.</summary>
internal static class CeilingRule
{
    /// <summary>The ceiling of a day, or the reason why there is none.</summary>
    public static Ceiling Compute(
        SessionJudge judge, RiskLevel level, PainGate? gate, bool paused, Instant endOfDay, LocalDate asOf)
    {
        if (WhyNone(level, gate, paused) is { } why)
        {
            return None(why);
        }

        var (@base, key, reason) = BaseOf(judge, endOfDay);
        if (@base is not { } known)
        {
            return None(CeilingReason.NoData);
        }

        var limit = Published.SpikeFrom.Value * known;
        if (gate?.Action is not GateAction.HoldOrReduce)
        {
            return new(limit, known, key, reason, BandsOver(known));
        }

        return UsualSession(judge, asOf) is { } usual && usual < limit
            ? new(usual, known, key, CeilingReason.Hold, [])
            : new(limit, known, key, CeilingReason.Hold, []);
    }

    private static Ceiling None(CeilingReason reason) => new(null, null, null, reason, []);

    private static CeilingReason? WhyNone(RiskLevel level, PainGate? gate, bool paused) => level switch
    {
        RiskLevel.NoScoreUnder18 => CeilingReason.Under18,
        RiskLevel.SeeADoctor => CeilingReason.SeeADoctor,
        _ when gate?.Action is GateAction.Stop => CeilingReason.Stop,
        _ when paused => CeilingReason.Paused,
        RiskLevel.NotEnoughData => CeilingReason.NoData,
        _ => null,
    };

    private static (Distance? Base, string? Key, CeilingReason Reason) BaseOf(SessionJudge judge, Instant endOfDay)
    {
        var first = judge.FirstFrom(endOfDay - Duration.FromDays(Published.SpikeWindowDays.Value));
        if (first == judge.Sessions.Count)
        {
            return (judge.HalfOfLongestBefore(endOfDay), judge.LongestBefore(endOfDay).Longest?.Key, CeilingReason.Return);
        }

        var (counted, key) = LongestCounted(judge, first);
        if (judge.IsReturn(first)
            && judge.LongestBefore(judge.Sessions[first].Start).Longest is { } before
            && judge.HalfOfLongestBefore(judge.Sessions[first].Start) is { } half
            && !(half <= counted))
        {
            return (half, before.Key, CeilingReason.Return);
        }

        var isYoung = endOfDay - judge.Sessions[0].Start < Duration.FromDays(Published.SpikeWindowDays.Value);
        var plain = judge.Longest(first, judge.Sessions.Count).Longest?.Distance;
        return (counted, key, isYoung ? CeilingReason.WindowNotFull : counted < plain ? CeilingReason.Spike : CeilingReason.Normal);
    }

    // A spike never becomes the new normal: it counts as what it was allowed to be.
    private static (Distance? Counted, string? Key) LongestCounted(SessionJudge judge, int first)
    {
        Distance? longest = null;
        string? key = null;
        for (var i = first; i < judge.Sessions.Count; i++)
        {
            var judgement = judge.Judge(i);
            var counted = judgement.Ratio > Published.SpikeFrom.Value
                ? Published.SpikeFrom.Value * judgement.Base
                : judgement.Session.Distance;
            if (counted is { Metres: > 0 } distance && !(distance <= longest))
            {
                (longest, key) = (distance, judgement.Session.Key);
            }
        }

        return (longest, key);
    }

    private static Distance? UsualSession(SessionJudge judge, LocalDate asOf)
    {
        var window = DayWindow.EndingOn(asOf, Choices.HabitDays.Value);
        var metres = judge.Sessions
            .Where(session => session.Distance is not null && window.Contains(session.Day))
            .Select(session => session.Distance!.Value.Metres)
            .ToArray();
        return metres.Length == 0 ? null : new(metres.Median());
    }

    private static CeilingBand[] BandsOver(Distance @base) =>
    [
        Band(@base, Published.ModestSpikeUpTo.Value, Published.ModestSpikeHazard.Value),
        Band(@base, Published.LargeSpikeUpTo.Value, Published.LargeSpikeHazard.Value),
        Band(@base, null, Published.DoubleSpikeHazard.Value),
    ];

    private static CeilingBand Band(Distance @base, double? upTo, RatioEstimate hazard) =>
        new(upTo, upTo * @base, hazard.Value, hazard.Low, hazard.High);
}
