using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>The door of the score: what a runner's history and diary say on a day.</summary>
/// <remarks>The score orders weeks by concern. It is no probability of injury, and nothing here may be read as one.</remarks>
public static class RiskModel
{
    /// <summary>Version of the model. A change of any number or rule is a new version.</summary>
    public const string Version = "1";

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
        var judge = new SessionJudge(training.Sessions);
        var endOfDay = profile.Zone.AtStartOfDay(asOf.PlusDays(1)).ToInstant();
        var pain = PainRule.Assess(diary, asOf);
        var withoutScore = WhyNoScore(training, judge, profile, pain, endOfDay, asOf);

        IReadOnlyList<RiskFactor> factors = withoutScore is null
            ? [LoadIncreaseRule.Judge(training, judge, asOf), HardSurfaceRule.Judge(training, asOf), HeelStrikeRule.Judge(training, profile, asOf)]
            : [];
        int? score = withoutScore is null ? Math.Min(factors.Sum(factor => factor.Points), Choices.MostPoints.Value) : null;
        var (elevatedFrom, highFrom) = Limits(profile, asOf);
        var level = withoutScore ?? Raise(LevelOf(score ?? 0, elevatedFrom, highFrom), pain.Gate);
        return new()
        {
            ModelVersion = Version,
            AsOf = asOf,
            Level = level,
            Paused = profile.Paused,
            Score = score,
            Gate = pain.Gate,
            CheckInDue = pain.CheckInDue,
            Factors = factors,
            Information = InformationRows.For(history, asOf),
            Ceiling = CeilingRule.Compute(judge, level, pain.Gate, profile.Paused, endOfDay, asOf),
            ElevatedFrom = elevatedFrom,
            HighFrom = highFrom,
        };
    }

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
            || Period.DaysBetween(training.Runs.Min(run => run.Metrics.LocalDate), asOf) < Choices.LeastDays.Value)
        {
            return RiskLevel.NotEnoughData;
        }

        return judge.FirstFrom(endOfDay - Duration.FromDays(Published.SpikeWindowDays.Value)) == judge.Sessions.Count
            ? RiskLevel.NoRecentRuns
            : null;
    }

    private static (int ElevatedFrom, int HighFrom) Limits(RunnerProfile profile, LocalDate asOf) =>
        profile.KneeInjury is { } injury && injury <= asOf && Period.DaysBetween(injury, asOf) <= Choices.InjuryDays.Value
            ? (Choices.ElevatedFromAfterInjury.Value, Choices.HighFromAfterInjury.Value)
            : (Choices.ElevatedFrom.Value, Choices.HighFrom.Value);

    private static RiskLevel LevelOf(int score, int elevatedFrom, int highFrom) =>
        score >= highFrom ? RiskLevel.High : score >= elevatedFrom ? RiskLevel.Elevated : RiskLevel.Low;

    private static RiskLevel Raise(RiskLevel level, PainGate? gate) => gate?.Action switch
    {
        GateAction.Stop => RiskLevel.High,
        GateAction.HoldOrReduce when level is RiskLevel.Low => RiskLevel.Elevated,
        _ => level,
    };
}
