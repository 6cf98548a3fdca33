using KneeLoad.Ingest.Grounds;

namespace KneeLoad.Ingest.Maps;

/// <summary>A straight piece of a way between two nodes of a network.</summary>
/// <param name="From">Node at one end.</param>
/// <param name="To">Node at the other.</param>
/// <param name="Way">The way's number in the index.</param>
/// <param name="LengthMetres">Its length. [m]</param>
/// <param name="Surface">What it is made of.</param>
/// <param name="Kind">What kind of way it is.</param>
/// <param name="IsBarred">Whether walkers are not let on it.</param>
public readonly record struct NetworkSegment(int From, int To, int Way, double LengthMetres, WaySurface Surface, WayKind Kind, bool IsBarred);
