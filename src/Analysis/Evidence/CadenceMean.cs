using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Evidence;

/// <summary>Mean cadence of a group of runners at one speed.</summary>
/// <param name="Speed">The speed. [m/s]</param>
/// <param name="Cadence">The mean. [steps/min]</param>
public readonly record struct CadenceMean(Speed Speed, Cadence Cadence);
