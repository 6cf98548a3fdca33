using KneeLoad.Testing;

namespace KneeLoad.Architecture.Tests;

/// <summary>The drawing of the house, held against the built assemblies.</summary>
public sealed class ArrowTests
{
    private static readonly string[] Projects = ["Ingest", "Analysis", "Web"];

    private static readonly Lazy<IReadOnlyList<FolderArrow>> Built = new(() =>
        [.. Projects
            .SelectMany(project => AssemblyArrows.Of(Assembly(project)))
            .Distinct()
            .OrderBy(arrow => arrow.ToString(), StringComparer.Ordinal)]);

    [Fact]
    public void No_arrow_breaks_the_drawing()
    {
        var broken = HouseRules.Broken(Built.Value);

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_arrow_is_approved()
    {
        var approved = Path.Combine(Repository.Root, "tests", "Architecture.Tests", "folders.approved.txt");
        var arrows = Built.Value.Select(arrow => arrow.ToString()).ToArray();

        if (Environment.GetEnvironmentVariable("KNEELOAD_APPROVE") == "1")
        {
            File.WriteAllLines(approved, arrows);
        }

        var lines = File.ReadAllLines(approved);
        var (added, gone) = Breaches.Compare(lines, arrows);
        Assert.True(added.Count == 0, $"not approved; add these lines to folders.approved.txt (KNEELOAD_APPROVE=1 does):\n{string.Join('\n', added)}");
        Assert.True(gone.Count == 0, $"gone; take these lines out of folders.approved.txt (KNEELOAD_APPROVE=1 does):\n{string.Join('\n', gone)}");
    }

    [Fact]
    public void No_circle_is_new() => Breaches.OfThisHouse.Check("circle", FolderCircles.In(Built.Value));

    [Fact]
    public void No_folder_is_newly_crowded()
    {
        var crowded = FolderSizes.Crowded(Path.Combine(Repository.Root, "src"));

        Breaches.OfThisHouse.Check("crowded", crowded);
    }

    [Fact]
    public void No_sentence_is_new_in_Analysis()
    {
        var speaking = Sentences.In(Assembly("Analysis")).Where(type => !type.StartsWith("Analysis/Evidence/", StringComparison.Ordinal));

        Breaches.OfThisHouse.Check("sentence", speaking);
    }

    [Fact]
    public void No_sentence_is_in_Ingest() => Assert.Empty(Sentences.WholeIn(Assembly("Ingest")));

    [Theory]
    [InlineData("Ingest/Activities -> Ingest/Fit", "goes up")]
    [InlineData("Ingest/Fit -> Ingest/Gpx", "goes sideways")]
    [InlineData("Ingest/Fit/Messages -> Ingest/Gpx/Tracks", "goes sideways")]
    [InlineData("Web/Features/Runs -> Web/Features/Dashboard", "goes sideways")]
    [InlineData("Analysis/Risk -> Ingest/Fit", "activities, quantities and grounds")]
    [InlineData("Ingest/Maps -> Ingest/Activities", "quantities, remarks, grounds and bytes only")]
    [InlineData("Ingest/Quantities -> Web/Data", "goes up")]
    [InlineData("Web/Misc -> Web/Data", "no floor")]
    public void A_forbidden_arrow_is_named(string arrow, string expected)
    {
        var broken = HouseRules.Broken([FolderArrow.Parse(arrow)]);

        Assert.Contains(broken, line => line.Contains(expected, StringComparison.Ordinal));
    }

    private static string Assembly(string project) => Path.Combine(AppContext.BaseDirectory, $"KneeLoad.{project}.dll");
}
