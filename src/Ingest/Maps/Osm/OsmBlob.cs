namespace KneeLoad.Ingest.Maps.Osm;

/// <summary>The place of one packed block in an extract.</summary>
/// <param name="Offset">Of its first byte, from the file's. [bytes]</param>
/// <param name="Length">Packed. [bytes]</param>
internal readonly record struct OsmBlob(long Offset, int Length);
