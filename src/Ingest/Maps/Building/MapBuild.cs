using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Maps.Building;

/// <summary>The outcome of building an index.</summary>
/// <param name="Refusal">Why there is none; null when it was built.</param>
/// <param name="ExtractBytes">Bytes of all extracts. [bytes]</param>
/// <param name="Ways">Ways to run on.</param>
/// <param name="Segments">Straight pieces of them, each counted once.</param>
/// <param name="ShapeBytes">Bytes of shapes, classes and the directory. [bytes]</param>
/// <param name="IndexBytes">Bytes of the whole index. [bytes]</param>
public sealed record MapBuild(MapRefusal? Refusal, long ExtractBytes, int Ways, long Segments, long ShapeBytes, long IndexBytes)
{
    /// <summary>The gaps that the extracts may have: the name of each, and the remark on it.</summary>
    public IReadOnlyList<(string File, Remark Remark)> Warnings { get; init; } = [];

    internal static MapBuild Refused(MapRefusal refusal) => new(refusal, 0, 0, 0, 0, 0);
}

/// <summary>The progress of the build of an index.</summary>
/// <param name="BytesRead">Bytes of the extracts read, in both passes. [bytes]</param>
/// <param name="BytesToRead">Bytes to read in both passes. [bytes]</param>
/// <param name="Done">Share of the whole work, what follows the reading included. [1]</param>
public readonly record struct MapBuildProgress(long BytesRead, long BytesToRead, Fraction Done);
