namespace KneeLoad.Architecture.Tests;

/// <summary>One folder knows another: "Web/Pipeline/Steps -> Web/Data".</summary>
internal readonly record struct FolderArrow(string From, string To)
{
    /// <summary>The longest path of a folder that an arrow names. [folders]</summary>
    public int Depth => Math.Max(DepthOf(From), DepthOf(To));

    public override string ToString() => $"{From} -> {To}";

    public static FolderArrow Parse(string line)
    {
        var ends = line.Split(" -> ");
        return new(ends[0], ends[1]);
    }

    /// <summary>The same arrow between the folders above that are so deep.</summary>
    public FolderArrow At(int depth) => new(Above(From, depth), Above(To, depth));

    /// <summary>The folder itself, or the one above it that is so deep.</summary>
    public static string Above(string folder, int depth) => string.Join('/', folder.Split('/').Take(depth));

    private static int DepthOf(string folder) => folder.Split('/').Length;
}
