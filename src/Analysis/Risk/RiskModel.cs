using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>The door of the score: it assesses a runner's history, diary and profile on a day.</summary>
/// <remarks>The score orders weeks by concern. It is no probability of injury, and nothing here may be read as one.</remarks>
public static class RiskModel
{
    /// <summary>Version of the model. A change of any number or rule is a new version.</summary>
    public const string Version = "2";

    /// <summary>Assesses a local day: a pure function of stored runs, what the runner told, and the day.</summary>
    /// <param name="history">All activities of the runner, in any order; those after the day are not seen.</param>
    /// <param name="diary">All diary entries, in any order; those after the day are not seen.</param>
    /// <param name="profile">What the runner told; its zone says when the day ends.</param>
    /// <param name="asOf">The local day.</param>
    public static RiskAssessment Assess(
        IReadOnlyList<HistoryRun> history, IReadOnlyList<DiaryEntry> diary, RunnerProfile profile, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(profile);

        var training = TrainingHistory.UpTo(history, asOf);
        var judge = new SessionJudge(training, profile.LongestBefore);
        var endOfDay = profile.Zone.AtStartOfDay(asOf.PlusDays(1)).ToInstant();
        var activities = ActivitiesOf(history, training, asOf);
        var pain = PainRule.Assess(diary, activities, asOf);
        var withoutScore = WhyNoScore(training, judge, profile, pain, endOfDay, asOf);

        var rows = withoutScore is null ? RowsOf(training, judge, profile, asOf) : null;
        var (elevatedFrom, highFrom) = Limits(profile, asOf);
        var byScore = rows is null ? withoutScore!.Value : LevelOf(rows.Points, elevatedFrom, highFrom);
        var level = rows is null ? byScore : Raise(byScore, pain.Gate);
        return new()
        {
            ModelVersion = Version,
            AsOf = asOf,
            Level = level,
            SetBy = Finding.Of(level, byScore, rows),
            Paused = profile.Paused,
            Score = rows?.Points,
            Rows = rows,
            Gate = pain.Gate,
            Ladder = pain.Ladder,
            CheckInDue = pain.CheckInDue,
            Information = InformationRows.For(history, asOf),
            Ceiling = new CeilingRule(judge, activities, endOfDay, asOf).Compute(level, pain, profile.Paused),
            ElevatedFrom = elevatedFrom,
            HighFrom = highFrom,
        };
    }

    private static ScoreRows RowsOf(TrainingHistory training, SessionJudge judge, RunnerProfile profile, LocalDate asOf)
    {
        var (run, creep, descent, week) = LoadMeasureRules.Judge(training, judge, asOf);
        return new(run, creep, descent, week, HardSurfaceRule.Judge(training, asOf), HeelStrikeRule.Judge(training, profile, asOf));
    }

    private static List<RecordedActivity> ActivitiesOf(IReadOnlyList<HistoryRun> history, TrainingHistory training, LocalDate asOf) =>
    [
        .. training.Sessions.Select(session => new RecordedActivity(session.Day, IsRun: true, session.Timer, session.Distance)),
        .. history
            .Where(run => run.AddsLoad && !run.Counts && run.Metrics.LocalDate <= asOf)
            .Select(walk => new RecordedActivity(walk.Metrics.LocalDate, IsRun: false, walk.Metrics.Timer, walk.Metrics.Distance)),
    ];

    private static RiskLevel? WhyNoScore(
        TrainingHistory training, SessionJudge judge, RunnerProfile profile, PainFindings pain, Instant endOfDay, LocalDate asOf)
    {
        if (asOf.Year <= profile.BirthYear + Choices.LastYearsWithoutScore.Value)
        {
            return RiskLevel.NoScoreUnder18;
        }

        if (pain.RedFlagOpen)
        {
            return RiskLevel.SeeADoctor;
        }

        var recent = DayWindow.EndingOn(asOf, Choices.ReturnDays.Value);
        if (training.Runs.Count(run => recent.Contains(run.Metrics.LocalDate)) < Choices.LeastRuns.Value
            || training.FirstDay is not { } first
            || Period.DaysBetween(first, asOf) < Choices.LeastDays.Value)
        {
            return RiskLevel.NotEnoughData;
        }

        return judge.FirstFrom(endOfDay - Duration.FromDays(Published.SpikeWindowDays.Value)) == judge.Judgements.Count
            ? RiskLevel.NoRecentRuns
            : null;
    }

    private static (int ElevatedFrom, int HighFrom) Limits(RunnerProfile profile, LocalDate asOf) =>
        IsRecent(profile.KneeInjury, asOf) || IsRecent(profile.OtherInjury, asOf)
            ? (Choices.ElevatedFromAfterInjury.Value, Choices.HighFromAfterInjury.Value)
            : (Choices.ElevatedFrom.Value, Choices.HighFrom.Value);

    private static bool IsRecent(LocalDate? injury, LocalDate asOf) =>
        injury is { } day && day <= asOf && Period.DaysBetween(day, asOf) <= Choices.InjuryDays.Value;

    private static RiskLevel LevelOf(int score, int elevatedFrom, int highFrom) =>
        score >= highFrom ? RiskLevel.High : score >= elevatedFrom ? RiskLevel.Elevated : RiskLevel.Low;

    private static RiskLevel Raise(RiskLevel level, PainGate? gate) => gate?.Action switch
    {
        GateAction.Stop => RiskLevel.High,
        GateAction.HoldOrReduce when level is RiskLevel.Low => RiskLevel.Elevated,
        _ => level,
    };
}
