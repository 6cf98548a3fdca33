using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Runs;

/// <summary>
/// Facts that the runner told of an activity because its file is wrong or silent. They count as if the file had stated them.
/// Null means that the runner told nothing.
/// </summary>
public sealed record ToldRun
{
    /// <summary>Nothing was told: the file alone counts.</summary>
    public static ToldRun Nothing { get; } = new();

    /// <summary>A run, a walk or another sport.</summary>
    public RunKind? Kind { get; init; }

    /// <summary>Length of the activity. [m]</summary>
    public Distance? Distance { get; init; }

    /// <summary>Start of the activity.</summary>
    public Instant? Start { get; init; }

    /// <summary>The calendar day of the start, where the runner was.</summary>
    public LocalDate? Day { get; init; }
}
