using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Web.Features.Runs.Grounds;

/// <summary>The part of a run on one surface.</summary>
/// <param name="Class">The surface.</param>
/// <param name="Length">How much. [m]</param>
/// <param name="Share">Share of the run. [1]</param>
public sealed record GroundSum(SurfaceClass Class, Distance Length, Fraction Share);
