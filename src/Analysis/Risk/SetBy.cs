using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Analysis.Risk;

/// <summary>Names what set the finding of an assessment: the one thing that a headline speaks of.</summary>
public enum SetBy
{
    /// <summary>The diary: pain, limping or a red flag.</summary>
    Pain,

    /// <summary>One session against the longest of 30 days.</summary>
    LongestRun,

    /// <summary>Growth in many small steps.</summary>
    Creep,

    /// <summary>Metres down.</summary>
    Descent,

    /// <summary>The last 7 days against the four blocks before.</summary>
    Week,

    /// <summary>Hard ground and heel striking together weigh more than the load.</summary>
    Precautions,

    /// <summary>Load was judged and nothing stands out.</summary>
    Nothing,

    /// <summary>A sudden load increase could not be judged, or the runner is under 18.</summary>
    NotJudged,

    /// <summary>No run in 30 days.</summary>
    NoRecentRuns,

    /// <summary>Fewer than 3 runs, or less than 14 days of them.</summary>
    NotEnoughData,
}

/// <summary>Finds what set the finding of a day.</summary>
internal static class Finding
{
    /// <summary>The cause of a level.</summary>
    /// <param name="level">The level, raised by the diary where it asks for more.</param>
    /// <param name="byScore">The level without the diary.</param>
    /// <param name="rows">The rows; null without a score.</param>
    public static SetBy Of(RiskLevel level, RiskLevel byScore, ScoreRows? rows) => level switch
    {
        RiskLevel.SeeADoctor => SetBy.Pain,
        RiskLevel.NotEnoughData => SetBy.NotEnoughData,
        RiskLevel.NoRecentRuns => SetBy.NoRecentRuns,
        RiskLevel.NoScoreUnder18 => SetBy.NotJudged,
        _ when rows is null => SetBy.NotJudged,
        _ when level != byScore => SetBy.Pain,
        RiskLevel.Low => OfLow(rows),
        _ => Heaviest(rows),
    };

    // Nothing is called calm while load increase could not be judged or carries points that a grown week would give.
    private static SetBy OfLow(ScoreRows rows) =>
        rows.LoadIncrease.Points >= Choices.CalmBelow.Value ? MeasureOf(rows.LoadIncrease)
        : !rows.LoadIncreaseJudged ? SetBy.NotJudged
        : SetBy.Nothing;

    private static SetBy Heaviest(ScoreRows rows) =>
        rows.HardSurface.Points + rows.HeelStrike.Points > rows.LoadIncrease.Points ? SetBy.Precautions : MeasureOf(rows.LoadIncrease);

    private static SetBy MeasureOf(RiskFactor row) => row.Id switch
    {
        FactorId.LongestRun => SetBy.LongestRun,
        FactorId.Creep => SetBy.Creep,
        FactorId.Descent => SetBy.Descent,
        _ => SetBy.Week,
    };
}
