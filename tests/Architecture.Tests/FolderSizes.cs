namespace KneeLoad.Architecture.Tests;

/// <summary>Counts the files that lie in a folder itself.</summary>
internal static class FolderSizes
{
    /// <summary>More files than this nobody takes in at a glance. [1]</summary>
    public const int MostFiles = 20;

    // Built, brought or generated.
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "wwwroot", "Migrations"];

    /// <summary>The crowded folders below a folder, by their path from it, with their number of files.</summary>
    public static IReadOnlyDictionary<string, int> Crowded(string root)
    {
        var crowded = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var open = new Stack<DirectoryInfo>([new(root)]);
        while (open.TryPop(out var folder))
        {
            if (folder.GetFiles().Length is > MostFiles and var files)
            {
                crowded.Add(Path.GetRelativePath(root, folder.FullName).Replace('\\', '/'), files);
            }

            foreach (var below in folder.EnumerateDirectories().Where(below => !NotOurs.Contains(below.Name)))
            {
                open.Push(below);
            }
        }

        return crowded;
    }
}
