namespace KneeLoad.Ingest.Maps.Osm;

/// <summary>The things that a pass looks for in a block.</summary>
[Flags]
internal enum OsmContents
{
    None = 0,
    Nodes = 1,
    Ways = 2,
    Relations = 4,
    All = Nodes | Ways | Relations,
}
