namespace KneeLoad.Analysis.Risk;

/// <summary>The six rows of a score.</summary>
/// <param name="LongestRun">One session against the longest of 30 days.</param>
/// <param name="Creep">One session against the longest of 5 to 37 days before.</param>
/// <param name="Descent">Metres down of one session against the most of 30 days.</param>
/// <param name="Week">The last 7 days against the largest of the four blocks before.</param>
/// <param name="HardSurface">The share of hard ground.</param>
/// <param name="HeelStrike">The share of steps on the heel.</param>
public sealed record ScoreRows(
    LongestRun LongestRun, Creep Creep, Descent Descent, Week Week, HardSurface HardSurface, HeelStrike HeelStrike)
{
    /// <summary>All rows, in the order in which they are shown.</summary>
    public IReadOnlyList<RiskFactor> All => [LongestRun, Creep, Descent, Week, HardSurface, HeelStrike];

    /// <summary>The load measure whose points count; the first of the four where all are 0.</summary>
    public RiskFactor LoadIncrease => new RiskFactor[] { LongestRun, Creep, Descent, Week }.First(row => row.Counts);

    /// <summary>
    /// True when a sudden load increase could be judged: a session of the last 11 days was, or there was none to judge.
    /// </summary>
    public bool LoadIncreaseJudged => LongestRun.NotJudged is null or NotJudged.NoRecentSession;

    /// <summary>Sum of the points that count. [points]</summary>
    public int Points => All.Where(row => row.Counts).Sum(row => row.Points);
}
