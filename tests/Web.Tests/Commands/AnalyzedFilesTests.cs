using System.Text.Json;
using static KneeLoad.Web.Tests.Commands.AnalyzedFolder;

namespace KneeLoad.Web.Tests.Commands;

/// <summary>The files that the verb analyze takes: their zone, copies, faults, and none at all.</summary>
public sealed class AnalyzedFilesTests : IDisposable
{
    private readonly AnalyzedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Days_are_those_of_the_zone_where_the_file_says_none()
    {
        // 23:30 in UTC is the next morning in Auckland.
        folder.Write("late.fit", Run(LastDay.At(new(23, 30)), 4_000, offsetHours: null));

        var (_, utc, _) = await folder.Analyze();
        var (_, auckland, _) = await folder.Analyze("--zone", "Pacific/Auckland");

        Assert.Equal("2026-06-28", utc.GetProperty("runs")[0].GetProperty("localDate").GetString());
        Assert.Contains("UTC", utc.GetProperty("files")[0].GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("2026-06-29", auckland.GetProperty("runs")[0].GetProperty("localDate").GetString());
        Assert.Empty(auckland.GetProperty("files")[0].GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public async Task The_offset_of_the_file_goes_before_the_zone()
    {
        folder.Write("late.fit", Run(LastDay.At(new(23, 30)), 4_000, offsetHours: -4));

        var (_, document, _) = await folder.Analyze("--zone", "Pacific/Auckland");

        Assert.Equal("2026-06-28", document.GetProperty("runs")[0].GetProperty("localDate").GetString());
    }

    [Fact]
    public async Task The_same_run_twice_counts_once()
    {
        folder.WriteHistory();
        folder.Write("z-copy.fit", Run(LastDay.At(new(8, 0)), 4_000));

        var (_, document, _) = await folder.Analyze();

        var copies = document.GetProperty("runs").EnumerateArray().Where(run => run.GetProperty("duplicateOf").ValueKind is JsonValueKind.String).ToList();
        Assert.EndsWith("run-0.fit", Assert.Single(copies).GetProperty("duplicateOf").GetString(), StringComparison.Ordinal);
        Assert.Equal(4, document.GetProperty("weeks").EnumerateArray().Last().GetProperty("runs").GetInt32());
    }

    [Fact]
    public async Task One_file_named_twice_is_one_run_and_its_copy()
    {
        var path = folder.Write("run.fit", Run(LastDay.At(new(8, 0)), 4_000));

        var (exitCode, output, _) = await Execute("analyze", "--json", path, path);

        Assert.Equal(0, exitCode);
        Assert.Equal(
            [path, path], JsonDocument.Parse(output).RootElement.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("file").GetString()));
    }

    [Fact]
    public async Task A_refused_file_is_said_and_the_rest_is_analysed()
    {
        folder.WriteHistory();
        folder.Write("page.fit", "<html></html>"u8.ToArray());

        var (exitCode, document, error) = await folder.Analyze();

        Assert.Equal(1, exitCode);
        Assert.Contains("page.fit", error, StringComparison.Ordinal);
        Assert.Equal("low", document.GetProperty("assessment").GetProperty("level").GetString());
    }

    [Fact]
    public async Task Nothing_to_analyse_is_no_assessment()
    {
        var (exitCode, document, _) = await folder.Analyze();

        Assert.Equal(0, exitCode);
        Assert.Equal(JsonValueKind.Null, document.GetProperty("assessment").ValueKind);
        Assert.Empty(document.GetProperty("runs").EnumerateArray());
    }
}
