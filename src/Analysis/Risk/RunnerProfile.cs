using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>What the runner told about themselves. Null means not told.</summary>
public sealed record RunnerProfile
{
    /// <summary>A runner who told nothing.</summary>
    public static RunnerProfile Unknown { get; } = new();

    /// <summary>Where the runner's days end: the instant of midnight, from which elapsed windows are counted back.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Year of birth.</summary>
    public int? BirthYear { get; init; }

    /// <summary>Day of the last knee injury.</summary>
    public LocalDate? KneeInjury { get; init; }

    /// <summary>Foot strike from a slow-motion video: true for the heel, false for mid or fore.</summary>
    public bool? ToldHeelStrike { get; init; }

    /// <summary>Day of that video; it holds for 12 months.</summary>
    public LocalDate? ToldFootStrikeOn { get; init; }

    /// <summary>True while the runner pauses: the score is computed and shown grey, words change.</summary>
    public bool Paused { get; init; }
}
