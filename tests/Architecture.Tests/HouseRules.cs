namespace KneeLoad.Architecture.Tests;

/// <summary>The drawing: who may know whom. Every broken rule is one line of text, so that a test shows all at once.</summary>
internal static class HouseRules
{
    /// <summary>Floors of the house, top first. An arrow goes down, or stays on a floor where the line allows it below.</summary>
    private static readonly string[][] Floors =
    [
        ["Web"],
        ["Web/Features", "Web/Commands"],
        ["Web/Pages", "Web/Receiving"],
        ["Web/Corrections", "Web/Consents", "Web/Exports", "Web/Erasures"],
        ["Web/Pipeline", "Web/Mailing"],
        ["Web/Storage", "Web/Email", "Web/Identity"],
        ["Web/Work"],
        ["Web/Data"],
        ["Web/Hosting", "Web/Contracts"],
        ["Web/Words"],
        ["Analysis/Advice"],
        ["Analysis/Risk"],
        ["Analysis/Diary"],
        ["Analysis/Weeks"],
        ["Analysis/Baselines"],
        ["Analysis/Runs"],
        ["Analysis/Loads", "Analysis/FootStrikes", "Analysis/Gradients", "Analysis/Surfaces"],
        ["Analysis/Cadences"],
        ["Analysis/Signals", "Analysis/Evidence"],
        ["Ingest"],
        ["Ingest/Plausibility"],
        ["Ingest/Exports"],
        ["Ingest/Fit", "Ingest/Gpx", "Ingest/Tcx", "Ingest/Archives", "Ingest/Maps"],
        ["Ingest/Xml"],
        ["Ingest/Activities"],
        ["Ingest/Quantities", "Ingest/Remarks", "Ingest/Grounds", "Ingest/Bytes"],
    ];

    /// <summary>The parts of Ingest that Analysis may see.</summary>
    private static readonly string[] IngestForAnalysis = ["Ingest/Activities", "Ingest/Quantities", "Ingest/Grounds"];

    /// <summary>Every room of the drawing, as "Web/Work".</summary>
    public static IEnumerable<string> Rooms => Floors.SelectMany(floor => floor);

    public static IEnumerable<string> Broken(IReadOnlyCollection<FolderArrow> arrows)
    {
        foreach (var arrow in arrows.Select(Drawn).Where(arrow => arrow.From != arrow.To).Distinct())
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
                yield return $"{arrow}: Analysis sees activities, quantities and grounds of Ingest only";
            }
            else if (arrow is { From: "Ingest/Maps", To: not ("Ingest/Quantities" or "Ingest/Remarks" or "Ingest/Grounds" or "Ingest/Bytes") })
            {
                yield return $"{arrow}: Maps knows quantities, remarks, grounds and bytes only";
            }
        }
    }

    /// <summary>An arrow as the drawing has it: between the projects' folders, and between the slices below Features.</summary>
    private static FolderArrow Drawn(FolderArrow arrow) => new(Drawn(arrow.From), Drawn(arrow.To));

    private static string Drawn(string folder) =>
        FolderArrow.Above(folder, folder.StartsWith("Web/Features/", StringComparison.Ordinal) ? 3 : 2);

    private static int Floor(string folder)
    {
        var name = folder.StartsWith("Web/Features/", StringComparison.Ordinal) ? "Web/Features" : folder;
        return Array.FindIndex(Floors, floor => floor.Contains(name));
    }
}
