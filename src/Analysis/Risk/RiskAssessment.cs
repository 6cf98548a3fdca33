using KneeLoad.Analysis.Diary;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>The score of a runner on a day, as facts. Same inputs and version: same bytes.</summary>
public sealed record RiskAssessment
{
    /// <summary>Version of the model.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>The local day that it speaks of.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The finding in a word.</summary>
    public required RiskLevel Level { get; init; }

    /// <summary>The cause of the finding.</summary>
    public required SetBy SetBy { get; init; }

    /// <summary>True while the runner pauses.</summary>
    public required bool Paused { get; init; }

    /// <summary>Sum of the points that count, 0 to 100; null where the level says why.</summary>
    public int? Score { get; init; }

    /// <summary>The rows; null where there is no score.</summary>
    public ScoreRows? Rows { get; init; }

    /// <summary>The action that the diary asks for; null when none.</summary>
    public PainGate? Gate { get; init; }

    /// <summary>The way back after a stop by pain; null when there was none, or it is done.</summary>
    public ReturnLadder? Ladder { get; init; }

    /// <summary>True when what the diary asked for ran out without an entry that had settled: the runner should say how it is.</summary>
    public bool CheckInDue { get; init; }

    /// <summary>Rows without points.</summary>
    public required IReadOnlyList<RiskInformation> Information { get; init; }

    /// <summary>The furthest run that is no jump.</summary>
    public required Ceiling Ceiling { get; init; }

    /// <summary>Score from which the level is elevated, for this runner. [points]</summary>
    public required int ElevatedFrom { get; init; }

    /// <summary>Score from which the level is high, for this runner. [points]</summary>
    public required int HighFrom { get; init; }

    /// <summary>All rows; empty where there is no score.</summary>
    public IReadOnlyList<RiskFactor> Factors => Rows?.All ?? [];
}

/// <summary>The finding of an assessment in a word. An order of concern, never a probability.</summary>
public enum RiskLevel
{
    /// <summary>Nothing stands out.</summary>
    Low,

    /// <summary>Something stands out.</summary>
    Elevated,

    /// <summary>Much stands out.</summary>
    High,

    /// <summary>Fewer than 3 runs, or less than 14 days of them.</summary>
    NotEnoughData,

    /// <summary>No run in 30 days.</summary>
    NoRecentRuns,

    /// <summary>A red flag is open: no score, no ceiling.</summary>
    SeeADoctor,

    /// <summary>Under 18: no score.</summary>
    NoScoreUnder18,
}

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
