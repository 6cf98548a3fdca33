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

    /// <summary>What set the finding.</summary>
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
