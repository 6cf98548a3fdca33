namespace KneeLoad.Ingest.Maps;

/// <summary>What a block may hold that a pass looks for.</summary>
[Flags]
internal enum OsmContents
{
    None = 0,
    Nodes = 1,
    Ways = 2,
    Relations = 4,
    All = Nodes | Ways | Relations,
}
