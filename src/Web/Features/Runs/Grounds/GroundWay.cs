using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Web.Features.Runs.Grounds;

/// <summary>A way that a run led along.</summary>
/// <param name="Number">Its place in the run, from 1.</param>
/// <param name="Id">Its number in OpenStreetMap.</param>
/// <param name="Name">Its name; null without one.</param>
/// <param name="Surface">What it is made of, and how that is known.</param>
/// <param name="Length">How far the run led along it. [m]</param>
public sealed record GroundWay(int Number, long Id, string? Name, WaySurface Surface, Distance Length)
{
    /// <summary>Name of its row, for links within the page.</summary>
    public string Row => RowOf(Number);

    /// <summary>Whether the runner said what it is made of.</summary>
    public bool IsCorrected => Surface.Source is SurfaceSource.Corrected;

    /// <summary>Whether a runner may say what it is made of: not where the recording itself says it.</summary>
    public bool CanBeCorrected => Surface.Source is not SurfaceSource.File;

    /// <summary>Name of a way's row.</summary>
    public static string RowOf(int number) => $"way-{number}";
}
