using KneeLoad.Testing;

namespace KneeLoad.Architecture.Tests;

/// <summary>The drawing of the house, held against the built assemblies.</summary>
public sealed class ArrowTests
{
    private static readonly Lazy<IReadOnlyList<FolderArrow>> Built = new(() =>
        [.. new[] { "Ingest", "Analysis", "Web" }
            .SelectMany(project => AssemblyArrows.Of(Path.Combine(AppContext.BaseDirectory, $"KneeLoad.{project}.dll")))
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

        Assert.Equal(File.ReadAllLines(approved), arrows);
    }

    [Theory]
    [InlineData("Ingest/Activities -> Ingest/Fit", "goes up")]
    [InlineData("Ingest/Fit -> Ingest/Gpx", "goes sideways")]
    [InlineData("Web/Features/Runs -> Web/Features/Dashboard", "goes sideways")]
    [InlineData("Analysis/Risk -> Ingest/Fit", "activities and quantities")]
    [InlineData("Ingest/Maps -> Ingest/Activities", "quantities only")]
    [InlineData("Ingest/Quantities -> Web/Data", "goes up")]
    [InlineData("Web/Misc -> Web/Data", "no floor")]
    public void A_forbidden_arrow_is_named(string arrow, string expected)
    {
        var broken = HouseRules.Broken([FolderArrow.Parse(arrow)]);

        Assert.Contains(broken, line => line.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_circle_is_named()
    {
        FolderArrow[] arrows = [new("Web/Jobs", "Web/Data"), new("Web/Data", "Web/Jobs")];

        var broken = HouseRules.Broken(arrows);

        Assert.Contains("circle: Web/Jobs -> Web/Data -> Web/Jobs", broken);
    }
}
