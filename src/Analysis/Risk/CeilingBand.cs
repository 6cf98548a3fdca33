using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Risk;

/// <summary>A band of distances with the hazard ratio published for it, against runs of at most 1.10 times the longest.</summary>
/// <param name="UpToRatio">Upper end over the base; null for the open band. [1]</param>
/// <param name="UpTo">Upper end; null for the open band. [m]</param>
/// <param name="HazardRatio">Published hazard ratio, injury of any site. [1]</param>
/// <param name="Low">Lower end of its 95 % interval. [1]</param>
/// <param name="High">Upper end of its 95 % interval. [1]</param>
public sealed record CeilingBand(double? UpToRatio, Distance? UpTo, double HazardRatio, double Low, double High);
