namespace KneeLoad.Ingest.Maps;

/// <summary>Where one packed block stands in an extract.</summary>
/// <param name="Offset">Of its first byte, from the file's. [bytes]</param>
/// <param name="Length">Packed. [bytes]</param>
internal readonly record struct OsmBlob(long Offset, int Length);
