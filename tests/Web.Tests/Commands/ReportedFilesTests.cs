using System.Text.Json;
using KneeLoad.Testing;
using KneeLoad.Web.Commands;

namespace KneeLoad.Web.Tests.Commands;

/// <summary>Files made after public bug reports of comparable programs (samples/reports), each analysed, against the right values found by hand.</summary>
public sealed class ReportedFilesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples", "reports");

    public static TheoryData<string> Names =>
        [.. File.ReadLines(Path.Combine(Folder, "EXPECTED.tsv")).Skip(1).Select(line => line.Split('\t')[0])];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Reported_file_gives_the_right_value(string name)
    {
        var report = await Analyse(name);

        Check(name, report);
    }

    private static void Check(string name, Report report)
    {
        switch (name.Split('-')[0])
        {
            case "a01" or "a03" or "a04" or "a06":
                Assert.Empty(report.Runs);
                break;
            case "b01" or "b02" or "b03":
                Assert.Single(report.Runs);
                break;
            case "c01" or "c03" or "c05" or "c09" or "c11" or "d03" or "h01" or "h02" or "h03" or "k01":
                Assert.Equal(4_500, report.Runs.Sum(run => run.GetProperty("distanceMetres").GetDouble()), 5.0);
                break;
            case "c07":
                Assert.Equal(1_500, Value(report, "timerSeconds"));
                break;
            case "c12":
                Assert.Equal(1_800, Value(report, "distanceMetres"), 1.0);
                break;
            case "d01":
                Assert.Equal(2_700, Value(report, "distanceMetres"), 30.0);
                break;
            case "e01":
                Assert.StartsWith("2026-10-05", Assert.Single(report.Runs).GetProperty("start").GetString(), StringComparison.Ordinal);
                Assert.Equal(1_500, Value(report, "elapsedSeconds"));
                break;
            case "e03" or "e06":
                Assert.Empty(report.Runs);
                Assert.Equal("date-unknown", Assert.Single(report.All).GetProperty("notes")[0].GetProperty("id").GetString());
                Assert.Equal(JsonValueKind.Null, report.All[0].GetProperty("start").ValueKind);
                break;
            case "e08":
                Assert.Equal("2026-10-04", Assert.Single(report.Runs).GetProperty("localDate").GetString());
                break;
            case "e09":
                Assert.Equal("2026-10-05T06:00:00Z", Assert.Single(report.Runs).GetProperty("start").GetString());
                break;
            case "e10":
                Assert.Equal("2026-10-05", Assert.Single(report.Runs).GetProperty("localDate").GetString());
                break;
            case "f01":
                Assert.Equal(160, Value(report, "cadenceStepsPerMinute"), 3.0);
                Assert.Equal(3_175, Value(report, "steps"), 60.0);
                break;
            case "f03":
                Assert.Equal(168, Value(report, "cadenceStepsPerMinute"), 0.1);
                Assert.Equal(4_200, Value(report, "steps"), 1.0);
                break;
            case "g01":
                Assert.InRange(Value(report, "ascentMetres"), 0, 5);
                break;
            case "i01":
                Assert.Equal(["2026-10-05", "2026-10-07"], report.Runs.Select(run => run.GetProperty("localDate").GetString()));
                Assert.All(report.Runs, run => Assert.Equal(4_500, run.GetProperty("distanceMetres").GetDouble(), 5.0));
                break;
            case "j04":
                Assert.Equal(2, report.Runs.Count);
                Assert.All(report.Runs, run => Assert.Equal(2_700, run.GetProperty("distanceMetres").GetDouble(), 1.0));
                Assert.All(report.Runs, run => Assert.True(run.GetProperty("elapsedSeconds").GetDouble() < 3_600));
                break;
            case "k02":
                Assert.Single(report.Runs);
                break;
            case "k03":
                Assert.Equal(9_000, Value(report, "distanceMetres"));
                break;
            case "a08":
                Assert.DoesNotContain("document type", report.Words, StringComparison.Ordinal);
                var run = Assert.Single(report.Runs);
                Assert.Equal(9_000, run.GetProperty("distanceMetres").GetDouble());
                Assert.Equal("2026-10-05", run.GetProperty("localDate").GetString());
                break;
            case "j02":
                Assert.InRange(report.Runs.Count, 1, 2);
                break;
            default:
                Assert.Fail($"{name} has no right value here.");
                break;
        }
    }

    private static double Value(Report report, string name) => Assert.Single(report.Runs).GetProperty(name).GetDouble();

    private static async Task<Report> Analyse(string name)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] zone = name.StartsWith("e08", StringComparison.Ordinal) ? ["--zone", "Europe/Berlin"] : [];
        await CommandLine.RunAsync(["analyze", "--json", .. zone, Path.Combine(Folder, name)], output, error);
        var document = JsonDocument.Parse(output.ToString()).RootElement;
        var all = document.GetProperty("runs").EnumerateArray().ToList();
        return new(
            all,
            all.FindAll(run => run.GetProperty("isRun").GetBoolean() && run.GetProperty("duplicateOf").ValueKind == JsonValueKind.Null),
            document.GetProperty("files").GetRawText() + error);
    }

    private sealed record Report(List<JsonElement> All, List<JsonElement> Runs, string Words);
}
