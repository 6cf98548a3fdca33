using KneeLoad.Ingest.Grounds;

namespace KneeLoad.Web.Shared;

/// <summary>A piece of a surface strip.</summary>
/// <param name="Surface">What it is, and how that is known.</param>
/// <param name="From">Where it begins. [0 = left, 1 = right]</param>
/// <param name="Share">Its share of the strip. [1]</param>
public sealed record SurfacePart(WaySurface Surface, double From, double Share);
