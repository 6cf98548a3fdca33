using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Surfaces;

/// <summary>The ground of a run, in the order of its records.</summary>
/// <param name="Stretches">Parts on one surface each; empty without positions.</param>
public sealed record SurfaceMatch(IReadOnlyList<SurfaceStretch> Stretches)
{
    /// <summary>Length of all stretches. [m]</summary>
    public Distance Length => new(Stretches.Sum(stretch => stretch.Length.Metres));

    /// <summary>Share of the metres that the map covers; null without metres. [1]</summary>
    public Fraction? Coverage =>
        Length.Metres > 0 ? new(Stretches.Where(stretch => stretch.HasMap).Sum(stretch => stretch.Length.Metres) / Length.Metres) : null;

    /// <summary>Metres of one kind of source. [m]</summary>
    public Distance Of(SurfaceSource source) => new(Stretches.Where(stretch => stretch.Surface.Source == source).Sum(stretch => stretch.Length.Metres));
}

/// <summary>A part of a track on one surface. Several may lie between two records; they then follow one another.</summary>
/// <param name="FromRecord">Record that it begins at or after, from 0.</param>
/// <param name="ToRecord">Record that it ends at or before.</param>
/// <param name="Surface">What the ground is made of, and how that is known.</param>
/// <param name="Length">Its length along the ground. [m]</param>
/// <param name="Way">Number of the way in the index; null off the ways.</param>
/// <param name="HasMap">Whether the map covers it: if not, off the ways means nothing.</param>
public readonly record struct SurfaceStretch(int FromRecord, int ToRecord, WaySurface Surface, Distance Length, int? Way, bool HasMap);
