using KneeLoad.Ingest.Maps.Places;
using KneeLoad.Ingest.Maps;

namespace KneeLoad.Analysis.Surfaces;

/// <summary>A point of a track and the place on the network that it belongs to.</summary>
/// <param name="Index">The point's place in its part of the track.</param>
/// <param name="Place">Where it lies on the plane.</param>
/// <param name="On">Where on the network it belongs; null when off it.</param>
internal readonly record struct MatchedPoint(int Index, PlanePoint Place, NearSegment? On);
