using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Maps;

/// <summary>A way, or a part of one, as a line to be drawn.</summary>
/// <param name="Way">Which way; several lines may be parts of one.</param>
/// <param name="Surface">What it is made of.</param>
/// <param name="Kind">What kind of way it is.</param>
/// <param name="Places">Its places in order, two or more.</param>
public sealed record MapLine(MapWay Way, WaySurface Surface, WayKind Kind, IReadOnlyList<GeoPoint> Places);

/// <summary>A way of the map as people know it.</summary>
/// <param name="Id">Its number in OpenStreetMap.</param>
/// <param name="Name">Its name; null without one.</param>
public sealed record MapWay(long Id, string? Name);
