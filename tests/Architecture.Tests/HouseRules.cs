namespace KneeLoad.Architecture.Tests;

/// <summary>Who may know whom. Every broken rule is one line of text, so that a test shows all at once.</summary>
internal static class HouseRules
{
    /// <summary>Floors of the house, top first. An arrow goes down, or stays on a floor where the line allows it below.</summary>
    private static readonly string[][] Floors =
    [
        ["Web"],
        ["Web/Features", "Web/Commands"],
        ["Web/Corrections"],
        ["Web/Pipeline"],
        ["Web/Jobs", "Web/Storage", "Web/Email", "Web/Identity"],
        ["Web/Work"],
        ["Web/Data"],
        ["Web/Shared"],
        ["Analysis/Advice"],
        ["Analysis/Risk"],
        ["Analysis/Weeks"],
        ["Analysis/Baselines"],
        ["Analysis/Runs"],
        ["Analysis/Loads", "Analysis/FootStrikes", "Analysis/Gradients", "Analysis/Surfaces"],
        ["Analysis/Cadences"],
        ["Analysis/Signals", "Analysis/Evidence"],
        ["Ingest"],
        ["Ingest/Fit", "Ingest/Gpx", "Ingest/Tcx", "Ingest/Archives", "Ingest/Maps"],
        ["Ingest/Xml"],
        ["Ingest/Activities"],
        ["Ingest/Quantities"],
    ];

    /// <summary>What Analysis may see of Ingest.</summary>
    private static readonly string[] IngestForAnalysis = ["Ingest/Activities", "Ingest/Quantities"];

    public static IEnumerable<string> Broken(IReadOnlyCollection<FolderArrow> arrows)
    {
        foreach (var arrow in arrows)
        {
            var from = Floor(arrow.From);
            var to = Floor(arrow.To);
            if (from < 0 || to < 0)
            {
                yield return $"{arrow}: {(from < 0 ? arrow.From : arrow.To)} has no floor in the drawing";
            }
            else if (to < from)
            {
                yield return $"{arrow} goes up";
            }
            else if (to == from)
            {
                yield return $"{arrow} goes sideways";
            }
            else if (arrow.From.StartsWith("Analysis/", StringComparison.Ordinal)
                && arrow.To.StartsWith("Ingest", StringComparison.Ordinal)
                && !IngestForAnalysis.Contains(arrow.To)
                && arrow != new FolderArrow("Analysis/Surfaces", "Ingest/Maps"))
            {
                yield return $"{arrow}: Analysis sees activities and quantities of Ingest only";
            }
            else if (arrow is { From: "Ingest/Maps", To: not "Ingest/Quantities" })
            {
                yield return $"{arrow}: Maps knows quantities only";
            }
        }

        foreach (var circle in Circles(arrows))
        {
            yield return $"circle: {circle}";
        }
    }

    private static int Floor(string folder)
    {
        var name = folder.StartsWith("Web/Features/", StringComparison.Ordinal) ? "Web/Features" : folder;
        return Array.FindIndex(Floors, floor => floor.Contains(name));
    }

    /// <summary>Folders that reach themselves, each named once with one way round.</summary>
    private static IEnumerable<string> Circles(IReadOnlyCollection<FolderArrow> arrows)
    {
        var next = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To);
        foreach (var start in next.Select(group => group.Key).Order(StringComparer.Ordinal))
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<(string Folder, string Way)>(next[start].Select(to => (to, $"{start} -> {to}")));
            while (open.TryPop(out var step))
            {
                if (step.Folder == start)
                {
                    yield return step.Way;
                    break;
                }

                if (seen.Add(step.Folder))
                {
                    foreach (var to in next[step.Folder])
                    {
                        open.Push((to, $"{step.Way} -> {to}"));
                    }
                }
            }
        }
    }
}
