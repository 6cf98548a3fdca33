using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Maps.Osm;

/// <summary>
/// Tells what an extract may lack. The format has no end mark: a file that breaks off exactly between two blocks can
/// be told from a whole one only by what is not in it.
/// </summary>
internal static class ExtractGaps
{
    // An extract whose border cuts through ways lacks some of their nodes: less than this even where it is a small town.
    private const double UsualShare = 0.1;

    /// <summary>A warning about an extract of which an index can be built.</summary>
    /// <param name="file">The extract.</param>
    /// <param name="nodes">How many nodes its ways name.</param>
    /// <param name="missing">How many of them it lacks.</param>
    /// <param name="contents">What its blocks hold.</param>
    /// <returns>Null when it seems whole.</returns>
    public static Remark? Warning(OsmPbfFile file, long nodes, long missing, OsmContents contents) => (nodes, missing) switch
    {
        ( > 0, _) when missing > UsualShare * nodes =>
            new(file.HasPlacesOnWays ? RemarkKind.PlacesMissingButOnWays : RemarkKind.PlacesMissing, (long)Math.Round(100.0 * missing / nodes)),
        ( > 0, _) when file.IsSorted && !contents.HasFlag(OsmContents.Relations) =>
            RemarkKind.RelationsMissing,
        _ => null,
    };

    /// <summary>Why nothing can be built of ways without any node.</summary>
    public static Remark NoNodes(OsmPbfFile file) => file.HasPlacesOnWays ? RemarkKind.NoNodesButPlacesOnWays : RemarkKind.NoNodes;
}
