using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>The furthest run of a day that is no jump: 1.10 times the longest counted session of the last 30 days.</summary>
/// <param name="judge">The sessions of the history.</param>
/// <param name="activities">The same sessions and the walks, as the diary's rules see them.</param>
/// <param name="endOfDay">The instant at which the day ends.</param>
/// <param name="asOf">The local day.</param>
internal sealed class CeilingRule(SessionJudge judge, IReadOnlyList<RecordedActivity> activities, Instant endOfDay, LocalDate asOf)
{
    private readonly int first = judge.FirstFrom(endOfDay - Duration.FromDays(Published.SpikeWindowDays.Value));

    private int End => judge.Judgements.Count;

    private bool IsFirstOfWindowReturn => first < End && judge.Judgements[first].IsReturn;

    /// <summary>The ceiling, or the reason why there is none.</summary>
    public Ceiling Compute(RiskLevel level, PainFindings pain, bool paused)
    {
        if (WhyNone(level, pain, paused) is { } why)
        {
            return None(why);
        }

        if (BaseOf() is not (Distance @base, var key, var reason))
        {
            return None(CeilingReason.NoData);
        }

        var limit = Published.SpikeFrom.Value * @base;
        if (pain.Gate?.Action is not GateAction.HoldOrReduce)
        {
            return new(limit, @base, key, reason, BandsOver(@base), IsAfterHardSession());
        }

        return new(AtMost(limit, PainLimit(pain.Ladder)), @base, key, CeilingReason.Hold, [], IsAfterHardSession());
    }

    private static Ceiling None(CeilingReason reason) => new(null, null, null, reason, []);

    private static CeilingReason? WhyNone(RiskLevel level, PainFindings pain, bool paused) => level switch
    {
        RiskLevel.NoScoreUnder18 => CeilingReason.Under18,
        RiskLevel.SeeADoctor => CeilingReason.SeeADoctor,
        _ when pain.Gate?.Action is GateAction.Stop => CeilingReason.Stop,
        _ when paused => CeilingReason.Paused,
        RiskLevel.NotEnoughData => CeilingReason.NoData,
        _ => null,
    };

    private (Distance Base, string? Key, CeilingReason Reason)? BaseOf()
    {
        if (first == End)
        {
            return judge.LongestCountedBefore(endOfDay) is { Counted: { } before } longest
                ? (Choices.ReturnShare.Value.Value * before, longest.Session.Key, CeilingReason.Return)
                : null;
        }

        var counted = judge.LongestCounted(first, End);
        if (IsFirstOfWindowReturn && judge.Judgements[first].HalfBeforeBreak is { } half && !(half <= counted?.Counted))
        {
            return (half, judge.LongestCountedBefore(judge.Judgements[first].Session.Start)?.Session.Key, CeilingReason.Return);
        }

        if (judge.ToldAt(endOfDay) is { } told && !(told <= counted?.Counted))
        {
            return (told, null, CeilingReason.Told);
        }

        if (counted?.Counted is not { } known)
        {
            return null;
        }

        var isYoung = endOfDay - judge.Judgements[0].Session.Start < Duration.FromDays(Published.SpikeWindowDays.Value);
        var plain = judge.Judgements.Skip(first).Max(judgement => judgement.Session.Distance);
        return (known, counted.Session.Key, known < plain ? CeilingReason.CountedLess : isYoung ? CeilingReason.WindowNotFull : CeilingReason.Normal);
    }

    // While pain asks to hold, no further than the usual session; on the ladder's second step half of it, or of the time before a break.
    private Distance? PainLimit(ReturnLadder? ladder)
    {
        if (ladder is not { Step: LadderStep.HalfSession })
        {
            return RecordedActivity.UsualSession(activities, ladder?.StoppedOn ?? asOf);
        }

        var half = Choices.LadderHalf.Value.Value * RecordedActivity.UsualSession(activities, ladder.StoppedOn);
        return IsFirstOfWindowReturn ? AtMost(half, judge.Judgements[first].HalfBeforeBreak) : half;
    }

    private bool IsAfterHardSession() => judge.Judgements.Skip(first).Any(judgement =>
        Period.DaysBetween(judgement.Session.Day, asOf) is var age
        && ((judgement.Session.Timer > Choices.LongSession.Value && age <= Choices.RecoveryDays.Value)
            || (Math.Max(judgement.Points, Math.Max(judgement.CreepPoints, judgement.DescentPoints)) > 0 && age < Choices.FadeDays.Value)));

    private static Distance? AtMost(Distance? one, Distance? other) => one is null || other < one ? other ?? one : one;

    private static CeilingBand[] BandsOver(Distance @base) =>
    [
        Band(@base, Published.ModestSpikeUpTo.Value, Published.ModestSpikeHazard.Value),
        Band(@base, Published.LargeSpikeUpTo.Value, Published.LargeSpikeHazard.Value),
        Band(@base, null, Published.DoubleSpikeHazard.Value),
    ];

    private static CeilingBand Band(Distance @base, double? upTo, RatioEstimate hazard) =>
        new(upTo, upTo * @base, hazard.Value, hazard.Low, hazard.High);
}
