using System.Collections.Immutable;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Surfaces;

/// <summary>Metres of a run by surface. Null in its place means that no map has been asked.</summary>
/// <param name="Known">Metres with an explicit tag, a runner's correction or the file's own word. [m]</param>
/// <param name="Assumed">Metres whose surface follows from the kind of way. [m]</param>
/// <param name="Unknown">Metres without either, or off the map. [m]</param>
/// <param name="Hard">Metres of the known and assumed that are hard. [m]</param>
/// <param name="MetresByClass">Metres by class name (asphalt, gravel). [m]</param>
public sealed record SurfaceMix(
    Distance Known, Distance Assumed, Distance Unknown, Distance Hard, ImmutableSortedDictionary<string, double> MetresByClass)
{
    /// <summary>Hard metres over known and assumed metres; null when there are none.</summary>
    public Fraction? HardShare => (Known + Assumed).Metres > 0 ? new(Hard / (Known + Assumed)) : null;

    /// <summary>The same mix over another length.</summary>
    /// <param name="factor">That length over this one. [1]</param>
    public SurfaceMix Times(double factor) => new(
        factor * Known,
        factor * Assumed,
        factor * Unknown,
        factor * Hard,
        MetresByClass.ToImmutableSortedDictionary(metres => metres.Key, metres => factor * metres.Value, MetresByClass.KeyComparer));

    /// <summary>Metres on uneven ground: gravel, dirt, grass, sand, cobble. [m]</summary>
    public Distance Uneven => new(SurfaceClasses.Uneven.Sum(surface => MetresByClass.GetValueOrDefault(SurfaceClasses.NameOf(surface))));
}
