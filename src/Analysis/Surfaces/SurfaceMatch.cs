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
