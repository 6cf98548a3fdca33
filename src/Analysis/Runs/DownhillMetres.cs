using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Runs;

/// <summary>Metres run downhill, by steepness.</summary>
/// <param name="Gentle">At 2 to 5 %. [m]</param>
/// <param name="Moderate">At 5 to 10 %. [m]</param>
/// <param name="Steep">Over 10 %. [m]</param>
public readonly record struct DownhillMetres(Distance Gentle, Distance Moderate, Distance Steep);
