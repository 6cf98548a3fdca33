using System.Text.Json;
using KneeLoad.Testing;
using KneeLoad.Web.Commands;
using NodaTime;

namespace KneeLoad.Web.Tests.Commands;

/// <summary>The verbs surface build and surface match, and analyze with a map, over a made street and path.</summary>
public sealed class SurfaceCommandTests : IDisposable
{
    private static readonly Instant Start = Instant.FromUtc(2026, 6, 1, 6, 0);
    private readonly ScratchFolder folder = new();

    public SurfaceCommandTests()
    {
        new OsmPbfBuilder()
            .Way("highway=residential surface=asphalt name=Am_Bach", (48, 11), (48, 11.004))
            .Way("highway=path", (48, 11.004), (48.002, 11.004))
            .Save(folder["town.osm.pbf"]);
        var run = new GpxFileBuilder().Track("running");
        for (var i = 0; i <= 100; i++)
        {
            run.Point(new() { Latitude = 48, Longitude = 11 + (i * 0.00004), Time = Start + Duration.FromSeconds(i) });
        }

        for (var i = 1; i <= 70; i++)
        {
            run.Point(new() { Latitude = 48 + (i * 0.002 / 70), Longitude = 11.004, Time = Start + Duration.FromSeconds(100 + i) });
        }

        File.WriteAllBytes(folder["run.gpx"], run.ToBytes());
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Build_says_ways_segments_bytes_time_memory_and_whose_the_map_is()
    {
        var (exitCode, output, error) = await Execute("surface", "build", folder["town.osm.pbf"], "--out", folder["town.index"]);

        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.Matches(@"^2 ways, 2 segments, \d+ bytes .*, [\d.]+ seconds .*, peak memory \d+ MB\n© OpenStreetMap contributors\n$", output);
    }

    [Fact]
    public async Task Build_refuses_what_is_no_extract_and_leaves_nothing()
    {
        var (exitCode, output, error) = await Execute("surface", "build", folder["run.gpx"], "--out", folder["town.index"]);

        Assert.Equal((1, string.Empty), (exitCode, output));
        Assert.Contains("no OpenStreetMap extract", error, StringComparison.Ordinal);
        Assert.Equal(["run.gpx", "town.osm.pbf"], folder.Names);
    }

    [Fact]
    public async Task Match_has_the_names_of_the_contract()
    {
        await Built();

        var (exitCode, output, _) = await Execute("surface", "match", "--map", folder["town.index"], "--json", "--points", folder["run.gpx"]);

        var file = JsonDocument.Parse(output).RootElement.GetProperty("files")[0];
        Assert.Equal(0, exitCode);
        Assert.Equal(["file", "metres", "classes", "sources", "coverage", "seconds", "segments"], Names(file));
        Assert.Equal(["tag", "corrected", "file", "assumed", "none"], Names(file.GetProperty("sources")));
        Assert.Equal(["fromPoint", "toPoint", "class", "source", "metres"], Names(file.GetProperty("segments")[0]));
        Assert.Equal(["asphalt", "dirt"], Names(file.GetProperty("classes")));
        Assert.Equal(297.6, file.GetProperty("sources").GetProperty("tag").GetDouble(), 3.0);
        Assert.Equal(222.4, file.GetProperty("sources").GetProperty("assumed").GetDouble(), 3.0);
        Assert.Equal(
            (0, 170),
            (file.GetProperty("segments")[0]
                .GetProperty("fromPoint")
                .GetInt32(), file.GetProperty("segments").EnumerateArray().Last().GetProperty("toPoint").GetInt32()));
    }

    [Fact]
    public async Task Without_points_there_are_no_segments()
    {
        await Built();

        var (_, output, _) = await Execute("surface", "match", "--map", folder["town.index"], "--json", folder["run.gpx"]);

        Assert.False(JsonDocument.Parse(output).RootElement.GetProperty("files")[0].TryGetProperty("segments", out _));
    }

    [Fact]
    public async Task For_people_the_match_says_whose_the_map_is()
    {
        await Built();

        var (_, output, _) = await Execute("surface", "match", "--map", folder["town.index"], folder["run.gpx"]);

        Assert.Contains("asphalt", output, StringComparison.Ordinal);
        Assert.EndsWith("© OpenStreetMap contributors\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_index_is_refused_with_words()
    {
        await File.WriteAllTextAsync(folder["town.index"], "no index", TestContext.Current.CancellationToken);

        var match = await Execute("surface", "match", "--map", folder["town.index"], folder["run.gpx"]);
        var analyze = await Execute("analyze", "--map", folder["town.index"], folder["run.gpx"]);

        Assert.Equal((1, 1), (match.ExitCode, analyze.ExitCode));
        Assert.Contains("no surface index", match.Error, StringComparison.Ordinal);
        Assert.Contains("no surface index", analyze.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyze_with_a_map_shows_the_ground_of_each_run()
    {
        await Built();

        var (exitCode, output, _) = await Execute("analyze", "--json", "--map", folder["town.index"], folder["run.gpx"]);

        var surface = JsonDocument.Parse(output).RootElement.GetProperty("runs")[0].GetProperty("surface");
        Assert.Equal(0, exitCode);
        Assert.Equal(["knownMetres", "assumedMetres", "unknownMetres", "hardShare", "classes"], Names(surface));
        Assert.Equal(0.572, surface.GetProperty("hardShare").GetDouble(), 0.02);
    }

    [Fact]
    public async Task Match_without_a_map_is_wrong_use() =>
        Assert.Equal(2, (await Execute("surface", "match", folder["run.gpx"])).ExitCode);

    private async Task Built() => Assert.Equal(0, (await Execute("surface", "build", folder["town.osm.pbf"], "--out", folder["town.index"])).ExitCode);

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static async Task<(int ExitCode, string Output, string Error)> Execute(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(arguments, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
