using System.Text.Json;
using static KneeLoad.Web.Tests.Commands.AnalyzedFolder;

namespace KneeLoad.Web.Tests.Commands;

/// <summary>The verb analyze names its fields by the contract, and judges the last run.</summary>
public sealed class AnalyzeCommandTests : IDisposable
{
    private readonly AnalyzedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Json_names_are_those_of_the_contract()
    {
        folder.WriteHistory();

        var (exitCode, document, error) = await folder.Analyze();

        Assert.Equal(0, exitCode);
        Assert.Empty(error);
        Assert.Equal(["modelVersion", "files", "runs", "weeks", "assessment"], Names(document));
        Assert.Equal("2", document.GetProperty("modelVersion").GetString());
        Assert.Equal(["file", "status", "reason", "warnings"], Names(document.GetProperty("files")[0]));
        var run = document.GetProperty("runs")[0];
        Assert.Equal(
            [
                "file", "start", "localDate", "sport", "subSport", "isRun", "duplicateOf", "joinedWith", "leftOut",
                "elapsedSeconds", "timerSeconds", "movingSeconds", "distanceMetres", "walkingMetres", "steps",
                "cadenceStepsPerMinute", "cadenceAtOwnPace", "heartRateBpm", "contactTimeMs", "contactBalancePercent", "verticalOscillationMm",
                "stepLengthMetres", "dutyFactor", "ascentMetres", "descentMetres", "kneeKm", "kneeKmLow", "kneeKmHigh", "kneeKmPerKm", "peakIndex",
                "extrapolatedSeconds",
                "notes", "footStrike", "surface", "spikeRatio",
            ],
            Names(run));
        Assert.Equal(["source", "heelShare", "certainty"], Names(run.GetProperty("footStrike")));
        Assert.Equal(
            [
                "start", "runs", "distanceMetres", "kneeKm", "steps", "longestMetres", "growthOnLastWeek", "growthOnFourWeeks", "hardShare", "heelShare",
                "cadenceAtOwnPace", "descentMetres",
            ],
            Names(document.GetProperty("weeks")[0]));
        var assessment = document.GetProperty("assessment");
        Assert.Equal(["asOf", "level", "paused", "score", "setBy", "gate", "factors", "information", "ceiling", "advice", "ladder"], Names(assessment));
        Assert.Equal(
            ["id", "counts", "measured", "usual", "ratio", "unit", "points", "rule", "science", "measurement", "notJudged", "sources"],
            Names(assessment.GetProperty("factors")[0]));
        Assert.Equal(["id", "measured", "usual", "unit", "science", "sources"], Names(assessment.GetProperty("information")[0]));
        Assert.Equal(["metres", "baseMetres", "baseRun", "reason", "bands"], Names(assessment.GetProperty("ceiling")));
        Assert.Equal(["upToRatio", "metres", "hazardRatio", "low", "high"], Names(assessment.GetProperty("ceiling").GetProperty("bands")[0]));
        Assert.Equal(["id", "text", "article", "research", "sources"], Names(assessment.GetProperty("advice")[0]));
    }

    [Fact]
    public async Task A_run_with_cadence_and_altitude_has_every_field_that_its_file_can_give()
    {
        folder.WriteHistory();

        var (_, document, _) = await folder.Analyze();

        string[] absent = ["subSport", "duplicateOf", "contactTimeMs", "contactBalancePercent", "verticalOscillationMm", "dutyFactor", "surface"];
        var run = document.GetProperty("runs").EnumerateArray().Last();
        Assert.Equal(absent, run.EnumerateObject().Where(field => field.Value.ValueKind is JsonValueKind.Null).Select(field => field.Name));
        Assert.Equal("none", run.GetProperty("footStrike").GetProperty("source").GetString());
    }

    [Fact]
    public async Task The_last_run_is_judged_and_the_score_adds_up()
    {
        folder.WriteHistory(last: 6_000);

        var (_, document, _) = await folder.Analyze();

        var assessment = document.GetProperty("assessment");
        var spike = assessment.GetProperty("factors")[0];
        Assert.Equal("2026-06-28", assessment.GetProperty("asOf").GetString());
        Assert.Equal(
            ("longest-run", 48, true),
            (spike.GetProperty("id").GetString(), spike.GetProperty("points").GetInt32(), spike.GetProperty("counts").GetBoolean()));
        Assert.Equal((1.5, "m"), (spike.GetProperty("ratio").GetDouble(), spike.GetProperty("unit").GetString()));
        Assert.Equal("longest-run", assessment.GetProperty("setBy").GetString());
        Assert.Equal(6_000, spike.GetProperty("measured").GetDouble());
        Assert.Equal(4_000, spike.GetProperty("usual").GetDouble());
        var points = assessment.GetProperty("factors")
            .EnumerateArray()
            .Where(row => row.GetProperty("counts").GetBoolean())
            .Sum(row => row.GetProperty("points").GetInt32());
        Assert.Equal(points, assessment.GetProperty("score").GetInt32());
        Assert.Equal("elevated", assessment.GetProperty("level").GetString());
        Assert.Equal(1.5, document.GetProperty("runs").EnumerateArray().Last().GetProperty("spikeRatio").GetDouble());
        Assert.Equal("counted-less", assessment.GetProperty("ceiling").GetProperty("reason").GetString());
        Assert.Equal(4_840, assessment.GetProperty("ceiling").GetProperty("metres").GetDouble(), 6);
        Assert.EndsWith("run-0.fit", assessment.GetProperty("ceiling").GetProperty("baseRun").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_json_the_day_comes_first()
    {
        folder.WriteHistory(last: 6_000);

        var (exitCode, output, _) = await Execute("analyze", folder.Path);

        Assert.Equal(0, exitCode);
        Assert.Contains("Sun 28 Jun 2026: Elevated, 48 of 100 points", output, StringComparison.Ordinal);
        Assert.Contains(
            "Today\u2019s run of 6.0\u00a0km was 50\u00a0% beyond your longest of the 30 days before it (4.0\u00a0km).", output, StringComparison.Ordinal);
        Assert.Matches("2026-06-22 +4 ", output);
        Assert.DoesNotContain("NaN", output, StringComparison.Ordinal);
    }
}
