using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data.Reading;

namespace KneeLoad.Web.Features.WeeklyMail.Letters;

/// <summary>Names the kind of week that a letter speaks of. Each kind has lines of its own.</summary>
internal enum LetterState
{
    /// <summary>Load was judged and nothing stands out: five lines.</summary>
    Calm,

    /// <summary>Something stands out, or much does.</summary>
    StandsOut,

    /// <summary>The diary set the level.</summary>
    Pain,

    /// <summary>A sudden load increase could not be judged, so that nothing is called calm.</summary>
    NotJudged,

    /// <summary>The first runs after a break, and nothing stands out.</summary>
    Return,

    /// <summary>Too few runs or days for a score yet.</summary>
    FirstWeeks,

    /// <summary>No run has ever arrived: one letter says how to bring them.</summary>
    NoRunsYet,

    /// <summary>No run in the last 30 days: one letter, then silence until a run comes.</summary>
    NoRecentRuns,

    /// <summary>A sign wants a doctor first.</summary>
    Doctor,

    /// <summary>The runner paused, injured or ill: nothing urges.</summary>
    Paused,

    /// <summary>Under 18: no score.</summary>
    Under18,
}

/// <summary>Tells which state a runner's week is in.</summary>
internal static class LetterStates
{
    public static LetterState Of(RunnerHistory history, RiskAssessment assessment) => assessment switch
    {
        // A sign that wants a doctor is said to those who paused as well.
        { Level: RiskLevel.SeeADoctor } => LetterState.Doctor,
        { Paused: true } => LetterState.Paused,
        { Level: RiskLevel.NoScoreUnder18 } => LetterState.Under18,
        _ when !history.Runs.Any(run => run.Counts) => LetterState.NoRunsYet,
        { Level: RiskLevel.NoRecentRuns } => LetterState.NoRecentRuns,
        { Level: RiskLevel.NotEnoughData } => HasRecentRun(history) ? LetterState.FirstWeeks : LetterState.NoRecentRuns,
        { SetBy: SetBy.Pain } => LetterState.Pain,
        { SetBy: SetBy.NotJudged } => LetterState.NotJudged,
        { SetBy: not SetBy.Nothing } => LetterState.StandsOut,
        { Ceiling.Reason: CeilingReason.Return } => LetterState.Return,
        _ => LetterState.Calm,
    };

    private static bool HasRecentRun(RunnerHistory history)
    {
        var from = history.Today.PlusDays(-Published.SpikeWindowDays.Value);
        return history.Runs.Any(run => run.Counts && run.Metrics.LocalDate > from && run.Metrics.LocalDate <= history.Today);
    }
}
