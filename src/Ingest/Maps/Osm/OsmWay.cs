using KneeLoad.Ingest.Maps.Tags;

namespace KneeLoad.Ingest.Maps.Osm;

/// <summary>A way of one block; its nodes and name lie in the block's buffers.</summary>
/// <param name="Id">Its number in OpenStreetMap.</param>
/// <param name="Nature">Its surface and kind.</param>
/// <param name="Name">Its name's bytes among the block's names; empty without one.</param>
internal readonly record struct OsmWay(long Id, WayNature Nature, Range Name);
