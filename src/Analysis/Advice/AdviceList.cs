using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Advice;

/// <summary>Chooses the advice for a day from what was assessed. Never a drug, never an exercise that nobody tried, never "run through it".</summary>
public static class AdviceList
{
    /// <summary>The advice of a day, the most urgent first.</summary>
    /// <param name="assessment">What was assessed; its day is the day of the advice.</param>
    /// <param name="history">All activities, as they were assessed.</param>
    /// <param name="diary">All diary entries, as they were assessed.</param>
    /// <param name="profile">What the runner told, as it was assessed.</param>
    public static IReadOnlyList<AdviceItem> For(
        RiskAssessment assessment, IReadOnlyList<HistoryRun> history, IReadOnlyList<DiaryEntry> diary, RunnerProfile profile)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(profile);

        var knee = Soreness.Of(diary, assessment.AsOf);
        var chosen = (assessment.Level, assessment.Gate?.Action) switch
        {
            (RiskLevel.NoScoreUnder18, var action) => ForTheYoung(action),
            (_, GateAction.SeeADoctor) => [AdviceTexts.SeeADoctor, AdviceTexts.FirstAid],
            (_, GateAction.Stop) => [AdviceTexts.StopRunning, AdviceTexts.FirstAid, AdviceTexts.KeepMoving, .. ForRecurringPain(knee)],
            _ when profile.Paused => [AdviceTexts.KeepMoving, AdviceTexts.Return, .. ForRecurringPain(knee)],
            _ => [.. ForTheKnee(assessment, knee), .. ForTheLoad(assessment, history), .. ForHabits(assessment, history, knee)],
        };
        return [.. AdviceTexts.All.Where(chosen.Contains)];
    }

    private static AdviceItem[] ForTheYoung(GateAction? action) => action switch
    {
        GateAction.SeeADoctor => [AdviceTexts.Under18, AdviceTexts.SeeADoctor, AdviceTexts.FirstAid],
        GateAction.Stop => [AdviceTexts.Under18, AdviceTexts.FirstAid],
        _ => [AdviceTexts.Under18],
    };

    private static AdviceItem[] ForRecurringPain(Soreness knee) => knee.KeepsComingBack ? [AdviceTexts.KeepsComingBack] : [];

    private static IEnumerable<AdviceItem> ForTheKnee(RiskAssessment assessment, Soreness knee)
    {
        var holds = assessment.Gate?.Action is GateAction.HoldOrReduce;
        return Those(
            (AdviceTexts.HoldOrReduce, holds),
            (AdviceTexts.KeepsComingBack, knee.KeepsComingBack),
            (AdviceTexts.CheckIn, assessment.CheckInDue),
            (AdviceTexts.SoftLevelGround, holds || knee.IsSore),
            (AdviceTexts.Shoes, knee.IsSore),
            (AdviceTexts.KeepMoving, holds || knee.KeepsComingBack));
    }

    private static IEnumerable<AdviceItem> ForTheLoad(RiskAssessment assessment, IReadOnlyList<HistoryRun> history) => Those(
        (AdviceTexts.GradualLoad, true),
        (AdviceTexts.CutBack, assessment.Rows is { LoadIncrease.Points: > 0 }),
        (AdviceTexts.Return, assessment.Level is RiskLevel.NoRecentRuns
            || assessment.Ceiling.Reason is CeilingReason.Return));

    private static IEnumerable<AdviceItem> ForHabits(RiskAssessment assessment, IReadOnlyList<HistoryRun> history, Soreness knee)
    {
        var habits = Habits.Of(history, assessment.AsOf);
        var strike = assessment.Factors.FirstOrDefault(row => row.Id is FactorId.HeelStrike);
        return Those(
            (AdviceTexts.Downhill, habits.MuchDownhill || knee.IsSore),
            (AdviceTexts.Cadence, habits.LongerSteps || knee.HurtsAtTheFront),
            (AdviceTexts.EvenRoll, strike is { Measurement: not MeasurementQuality.None, Points: > 0 }),
            (AdviceTexts.WarmUp, habits.StartsFast),
            (AdviceTexts.WalkBeforeStopping, habits.StopsAbruptly || knee.IsSore));
    }

    private static IEnumerable<AdviceItem> Those(params (AdviceItem Item, bool Applies)[] items) =>
        items.Where(item => item.Applies).Select(item => item.Item);
}
