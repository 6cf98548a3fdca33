using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Risk;

/// <summary>How far a run may go today without being a spike.</summary>
/// <param name="Limit">The ceiling; null where there is none, with the reason. [m]</param>
/// <param name="Base">What it was computed from; null where there is none. [m]</param>
/// <param name="BaseRunKey">Key of the run that the base rests on; null where there is none.</param>
/// <param name="Reason">Why it is what it is.</param>
/// <param name="Bands">What lies beyond, as published; empty while pain asks to hold, and where there is no ceiling.</param>
public sealed record Ceiling(
    Distance? Limit, Distance? Base, string? BaseRunKey, CeilingReason Reason, IReadOnlyList<CeilingBand> Bands);
