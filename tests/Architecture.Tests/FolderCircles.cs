namespace KneeLoad.Architecture.Tests;

/// <summary>Finds folders that know each other, directly or round about.</summary>
internal static class FolderCircles
{
    /// <summary>Every circle at every depth, its folders in order of name: "Web/Data, Web/Work".</summary>
    public static IEnumerable<string> In(IReadOnlyCollection<FolderArrow> arrows)
    {
        var deepest = arrows.Select(arrow => arrow.Depth).DefaultIfEmpty().Max();
        return Enumerable.Range(2, Math.Max(0, deepest - 1)).SelectMany(depth => At(depth, arrows)).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> At(int depth, IReadOnlyCollection<FolderArrow> arrows)
    {
        var next = arrows.Select(arrow => arrow.At(depth))
            .Where(arrow => arrow.From != arrow.To)
            .ToLookup(arrow => arrow.From, arrow => arrow.To, StringComparer.Ordinal);
        var reached = next.ToDictionary(folder => folder.Key, folder => Reached(folder.Key, next), StringComparer.Ordinal);
        return reached.Keys.Where(folder => reached[folder].Contains(folder))
            .Select(folder => string.Join(
                ", ", reached[folder].Where(other => reached.TryGetValue(other, out var back) && back.Contains(folder)).Order(StringComparer.Ordinal)))
            .Distinct(StringComparer.Ordinal);
    }

    private static HashSet<string> Reached(string folder, ILookup<string, string> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(next[folder]);
        while (open.TryPop(out var step))
        {
            if (reached.Add(step))
            {
                foreach (var to in next[step])
                {
                    open.Push(to);
                }
            }
        }

        return reached;
    }
}
