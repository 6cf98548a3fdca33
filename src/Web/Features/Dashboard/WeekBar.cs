using System.Text.Json.Serialization;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Pages;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>One week of the chart and of the table beneath it. Lengths are in the runner's unit.</summary>
/// <param name="Load">The stored week; the chart does without.</param>
public sealed record WeekBar([property: JsonIgnore] WeeklyLoad Load)
{
    /// <summary>Its first day, short.</summary>
    public required string Label { get; init; }

    /// <summary>First to last day.</summary>
    public required string Span { get; init; }

    /// <summary>On hard ground. [km or mi]</summary>
    public required double Hard { get; init; }

    /// <summary>On other known ground. [km or mi]</summary>
    public required double Soft { get; init; }

    /// <summary>On ground that nobody knows. [km or mi]</summary>
    public required double Unknown { get; init; }

    /// <summary>Its ground as a strip; empty where none is known.</summary>
    [JsonIgnore]
    public IReadOnlyList<SurfacePart> Ground { get; init; } = [];

    /// <summary>Knee load, walks included. [knee-km or knee-mi]</summary>
    public required double KneeLoad { get; init; }

    /// <summary>The lines that show beside the week when it is pointed at.</summary>
    public IReadOnlyList<string> Tip { get; init; } = [];

    /// <summary>Worst pain of the week, 0 to 10; null when none was entered.</summary>
    public int? Pain { get; init; }

    /// <summary>The part by which the week's spike went beyond the longest, ready to read; null when there was none.</summary>
    public string? Spike { get; init; }

    /// <summary>Key of the run that was the spike; null when there was none.</summary>
    public string? SpikeRun { get; init; }
}
