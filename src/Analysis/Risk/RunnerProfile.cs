using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>Facts that the runner told about themselves. Null means not told.</summary>
public sealed record RunnerProfile
{
    /// <summary>A runner who told nothing.</summary>
    public static RunnerProfile Unknown { get; } = new();

    /// <summary>The zone whose midnight ends the runner's days; elapsed windows are counted back from there.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Year of birth.</summary>
    public int? BirthYear { get; init; }

    /// <summary>Day of the last knee injury.</summary>
    public LocalDate? KneeInjury { get; init; }

    /// <summary>Day of the last running injury of another site.</summary>
    public LocalDate? OtherInjury { get; init; }

    /// <summary>Longest run of the month before the first file. [m]</summary>
    public Distance? LongestBefore { get; init; }

    /// <summary>Foot strike from a slow-motion video: true for the heel, false for mid or fore.</summary>
    public bool? ToldHeelStrike { get; init; }

    /// <summary>Day of that video; it holds for 12 months.</summary>
    public LocalDate? ToldFootStrikeOn { get; init; }

    /// <summary>True while the runner pauses: the score is computed and shown grey, words change.</summary>
    public bool Paused { get; init; }
}
