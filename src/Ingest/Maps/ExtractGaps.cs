using System.Globalization;

namespace KneeLoad.Ingest.Maps;

/// <summary>
/// Tells in words what an extract may lack. The format has no end mark: a file that breaks off exactly between two blocks can
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
    public static string? Warning(OsmPbfFile file, long nodes, long missing, OsmContents contents) => (nodes, missing) switch
    {
        ( > 0, _) when missing > UsualShare * nodes =>
            $"{Name(file)}: {((double)missing / nodes).ToString("P0", CultureInfo.InvariantCulture)} of the places of its ways are missing{PlacesOnWays(file)}. It may be cut off; what is there is used.",
        ( > 0, _) when file.IsSorted && !contents.HasFlag(OsmContents.Relations) =>
            $"{Name(file)}: it ends before its relations. Unless it was made without them, it may be cut off; what is there is used.",
        _ => null,
    };

    /// <summary>Why nothing can be built of ways without any node.</summary>
    public static string NoNodes(OsmPbfFile file) => $"The extract holds ways and none of their nodes{PlacesOnWays(file)}.";

    private static string PlacesOnWays(OsmPbfFile file) =>
        file.HasPlacesOnWays ? ": it keeps places on ways instead (LocationsOnWays), which is not read here; make it with all its nodes" : string.Empty;

    private static string Name(OsmPbfFile file) => Path.GetFileName(file.Path);
}
