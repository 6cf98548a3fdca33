namespace KneeLoad.Ingest.Maps;

/// <summary>A segment near a place, and the place of it that is nearest.</summary>
/// <param name="Segment">Number of the segment in its network.</param>
/// <param name="OffsetMetres">How far from the segment's first node the nearest place lies. [m]</param>
/// <param name="DistanceMetres">How far away it is. [m]</param>
public readonly record struct NearSegment(int Segment, double OffsetMetres, double DistanceMetres);
