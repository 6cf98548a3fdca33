namespace KneeLoad.Ingest.Maps;

/// <summary>A way of the map as people know it.</summary>
/// <param name="Id">Its number in OpenStreetMap.</param>
/// <param name="Name">Its name; null without one.</param>
public sealed record MapWay(long Id, string? Name);
