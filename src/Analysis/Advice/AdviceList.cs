using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;

namespace KneeLoad.Analysis.Advice;

/// <summary>Chooses the advice for a day from what was assessed. Never a drug, never an exercise that nobody tried, never "run through it".</summary>
public static class AdviceList
{
    /// <summary>The advice of a day, the most urgent first, each once.</summary>
    /// <param name="assessment">The assessment; its day is the day of the advice.</param>
    /// <param name="history">All activities, as they were assessed.</param>
    /// <param name="diary">All diary entries, as they were assessed.</param>
    /// <param name="profile">The facts that the runner told, as they were assessed.</param>
    public static IReadOnlyList<AdviceItem> For(
        RiskAssessment assessment, IReadOnlyList<HistoryRun> history, IReadOnlyList<DiaryEntry> diary, RunnerProfile profile)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(profile);

        var knee = Soreness.Of(diary, assessment.AsOf);
        var flags = RedFlagTable.OpenOn(assessment.AsOf, diary);
        var chosen = (assessment.Level, assessment.Gate?.Action) switch
        {
            (RiskLevel.NoScoreUnder18, var action) => [new(AdviceId.Under18, AdviceTrigger.Young), .. ForTheYoung(action, flags)],
            (_, GateAction.SeeADoctor) => AtTheDoctor(flags),
            (_, GateAction.Stop) => AfterAStop(knee),
            _ when profile.Paused => WhilePaused(knee),
            _ => [.. ForTheKnee(assessment, knee), .. ForTheLoad(assessment), .. ForHabits(assessment, history, knee)],
        };
        var answer = AnswerTo(assessment.SetBy);
        return [.. chosen.OrderBy(item => item.Id == answer ? AdviceId.CutBack : item.Id)
            .ThenByDescending(item => item.Id == answer)
            .DistinctBy(item => item.Id)];
    }

    // The advice about what set the finding stands first among those about the load.
    private static AdviceId? AnswerTo(SetBy setBy) => setBy switch
    {
        SetBy.Creep => AdviceId.SmallSteps,
        SetBy.Descent => AdviceId.Downhill,
        SetBy.Week => AdviceId.WeekOutgrewMonth,
        _ => null,
    };

    private static IEnumerable<AdviceItem> ForTheYoung(GateAction? action, RedFlags flags) => action switch
    {
        GateAction.SeeADoctor => AtTheDoctor(flags),
        GateAction.Stop => [new(AdviceId.FirstAid, AdviceTrigger.PainToStop)],
        _ => [],
    };

    private static IEnumerable<AdviceItem> AtTheDoctor(RedFlags flags)
    {
        yield return new(AdviceId.SeeADoctor, AdviceTrigger.RedFlag, flags);
        if (flags is not RedFlags.None && RedFlagTable.FirstAidOf(flags) is not FirstAidAllowed.None)
        {
            yield return new(AdviceId.FirstAid, AdviceTrigger.RedFlag, flags);
        }
    }

    private static IEnumerable<AdviceItem> AfterAStop(Soreness knee) => Those(
        (AdviceId.StopRunning, AdviceTrigger.PainToStop, true),
        (AdviceId.FirstAid, AdviceTrigger.PainToStop, true),
        (AdviceId.KeepsComingBack, AdviceTrigger.RecurringPain, knee.KeepsComingBack),
        (AdviceId.KeepMoving, AdviceTrigger.PainToStop, true));

    private static IEnumerable<AdviceItem> WhilePaused(Soreness knee) => Those(
        (AdviceId.Return, AdviceTrigger.Paused, true),
        (AdviceId.KeepsComingBack, AdviceTrigger.RecurringPain, knee.KeepsComingBack),
        (AdviceId.KeepMoving, AdviceTrigger.Paused, true));

    private static IEnumerable<AdviceItem> ForTheKnee(RiskAssessment assessment, Soreness knee)
    {
        var holds = assessment.Gate?.Action is GateAction.HoldOrReduce;
        return Those(
            (AdviceId.HoldOrReduce, assessment.Ladder is null ? AdviceTrigger.PainToHold : AdviceTrigger.OnTheWayBack, holds),
            (AdviceId.KeepsComingBack, AdviceTrigger.RecurringPain, knee.KeepsComingBack),
            (AdviceId.CheckIn, AdviceTrigger.NoEntrySincePain, assessment.CheckInDue),
            (AdviceId.StopAtOnce, AdviceTrigger.SoreKnee, knee is { IsSore: true, KeepsComingBack: false }),
            (AdviceId.WalkBeforeStopping, AdviceTrigger.RecurringPain, knee.KeepsComingBack),
            (AdviceId.Warmth, AdviceTrigger.RecurringPain, knee.KeepsComingBack),
            (AdviceId.ThighAndHip, AdviceTrigger.FrontOfKnee, knee.HurtsAtTheFront),
            (AdviceId.SoftLevelGround, AdviceTrigger.SoreKnee, holds || knee.IsSore),
            (AdviceId.Shoes, AdviceTrigger.SoreKnee, knee.IsSore),
            (AdviceId.KeepMoving, AdviceTrigger.PainToHold, holds),
            (AdviceId.KeepMoving, AdviceTrigger.RecurringPain, knee.KeepsComingBack));
    }

    private static IEnumerable<AdviceItem> ForTheLoad(RiskAssessment assessment) => Those(
        (AdviceId.GradualLoad, AdviceTrigger.Always, true),
        (AdviceId.CutBack, AdviceTrigger.LongestRun, assessment.Rows?.LongestRun.Points >= Choices.CalmBelow.Value),
        (AdviceId.SmallSteps, AdviceTrigger.Creep, assessment.Rows is { } rows
            && rows.Creep.Points >= Choices.CalmBelow.Value
            && rows.LongestRun.Points < Choices.CalmBelow.Value),
        (AdviceId.WeekOutgrewMonth, AdviceTrigger.Week, assessment.Rows?.Week.Points > 0),
        (AdviceId.Return, AdviceTrigger.Break, assessment.Level is RiskLevel.NoRecentRuns
            || assessment.Ceiling.Reason is CeilingReason.Return
            || assessment.Rows?.LongestRun is { IsReturn: true }
                or { BaseKind: LongestRunBase.HalfBeforeBreak }
                or { NotJudged: NotJudged.ReturnWithoutPast }));

    private static IEnumerable<AdviceItem> ForHabits(RiskAssessment assessment, IReadOnlyList<HistoryRun> history, Soreness knee)
    {
        var habits = Habits.Of(history, assessment.AsOf);
        var knownHeel = assessment.Rows?.HeelStrike is { Measurement: not MeasurementQuality.None, Points: > 0 };
        var calm = assessment.Gate is null && !knee.IsSore;
        return Those(
            (AdviceId.Downhill, AdviceTrigger.Downhill, habits.MuchDownhill || assessment.Rows?.Descent.Points > 0),
            (AdviceId.Downhill, AdviceTrigger.SoreKnee, knee.IsSore),
            (AdviceId.Cadence, AdviceTrigger.FrontOfKnee, knee.HurtsAtTheFront),
            (AdviceId.Cadence, AdviceTrigger.LongerSteps, habits.LongerSteps),
            (AdviceId.SofterLanding, AdviceTrigger.HeelStrike, knownHeel),
            (AdviceId.EvenRoll, AdviceTrigger.HeelStrike, knownHeel),
            (AdviceId.WarmUp, AdviceTrigger.FastStarts, habits.StartsFast),
            (AdviceId.WarmUp, AdviceTrigger.RecurringPain, knee.KeepsComingBack),
            (AdviceId.WalkBeforeStopping, AdviceTrigger.AbruptStops, calm && habits.StopsAbruptly),
            (AdviceId.HipAndCore, AdviceTrigger.Always, calm));
    }

    private static IEnumerable<AdviceItem> Those(params (AdviceId Id, AdviceTrigger Trigger, bool Applies)[] items) =>
        items.Where(item => item.Applies).Select(item => new AdviceItem(item.Id, item.Trigger));
}
