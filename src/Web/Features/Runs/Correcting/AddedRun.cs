namespace KneeLoad.Web.Features.Runs.Correcting;

/// <summary>A run as it is typed.</summary>
public sealed class AddedRun
{
    /// <summary>Day, as 2026-05-04.</summary>
    public string? Day { get; init; }

    /// <summary>Time of day, as 07:05.</summary>
    public string? Time { get; init; }

    /// <summary>Distance in the runner's unit.</summary>
    public string? Distance { get; init; }

    /// <summary>Duration. [min]</summary>
    public string? Minutes { get; init; }
}
