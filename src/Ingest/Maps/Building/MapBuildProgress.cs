using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Maps.Building;

/// <summary>The progress of the build of an index.</summary>
/// <param name="BytesRead">Bytes of the extracts read, in both passes. [bytes]</param>
/// <param name="BytesToRead">Bytes to read in both passes. [bytes]</param>
/// <param name="Done">Share of the whole work, what follows the reading included. [1]</param>
public readonly record struct MapBuildProgress(long BytesRead, long BytesToRead, Fraction Done);
