namespace KneeLoad.Ingest.Maps;

/// <summary>A way of one block; nodes and name lie in the block's lists.</summary>
/// <param name="Id">Its number in OpenStreetMap.</param>
/// <param name="Nature">Its surface and kind.</param>
/// <param name="NodesFrom">Where its nodes begin.</param>
/// <param name="NodeCount">How many they are.</param>
/// <param name="Shape">The same as bytes of the block's list: differences, as they came.</param>
/// <param name="Name">Its name's bytes in the block; empty without one.</param>
internal readonly record struct OsmWay(long Id, WayNature Nature, int NodesFrom, int NodeCount, Range Shape, Range Name);
