using System.Text.Json;
using KneeLoad.Testing;
using KneeLoad.Web.Commands;
using NodaTime;

namespace KneeLoad.Web.Tests.Commands;

/// <summary>The verb analyze on made files: the contract's names, the day it speaks of, and what it says of what it cannot know.</summary>
public sealed class AnalyzeCommandTests : IDisposable
{
    private static readonly LocalDate LastDay = new(2026, 6, 28);
    private readonly string folder = Directory.CreateTempSubdirectory("analyze").FullName;

    [Fact]
    public async Task Json_names_are_those_of_the_contract()
    {
        WriteHistory();

        var (exitCode, document, error) = await Analyze();

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
                "stepLengthMetres", "dutyFactor", "ascentMetres", "descentMetres", "kneeKm", "kneeKmLow", "kneeKmHigh", "kneeKmPerKm", "peakIndex", "extrapolatedSeconds",
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
            ["id", "counts", "measured", "usual", "ratio", "unit", "points", "rule", "science", "measurement", "notJudged", "sources"], Names(assessment.GetProperty("factors")[0]));
        Assert.Equal(["id", "measured", "usual", "unit", "science", "sources"], Names(assessment.GetProperty("information")[0]));
        Assert.Equal(["metres", "baseMetres", "baseRun", "reason", "bands"], Names(assessment.GetProperty("ceiling")));
        Assert.Equal(["upToRatio", "metres", "hazardRatio", "low", "high"], Names(assessment.GetProperty("ceiling").GetProperty("bands")[0]));
        Assert.Equal(["id", "text", "article", "research", "sources"], Names(assessment.GetProperty("advice")[0]));
    }

    [Fact]
    public async Task A_run_with_cadence_and_altitude_has_every_field_that_its_file_can_give()
    {
        WriteHistory();

        var (_, document, _) = await Analyze();

        string[] absent = ["subSport", "duplicateOf", "contactTimeMs", "contactBalancePercent", "verticalOscillationMm", "dutyFactor", "surface"];
        var run = document.GetProperty("runs").EnumerateArray().Last();
        Assert.Equal(absent, run.EnumerateObject().Where(field => field.Value.ValueKind is JsonValueKind.Null).Select(field => field.Name));
        Assert.Equal("none", run.GetProperty("footStrike").GetProperty("source").GetString());
    }

    [Fact]
    public async Task The_last_run_is_judged_and_the_score_adds_up()
    {
        WriteHistory(last: 6_000);

        var (_, document, _) = await Analyze();

        var assessment = document.GetProperty("assessment");
        var spike = assessment.GetProperty("factors")[0];
        Assert.Equal("2026-06-28", assessment.GetProperty("asOf").GetString());
        Assert.Equal(("longest-run", 48, true), (spike.GetProperty("id").GetString(), spike.GetProperty("points").GetInt32(), spike.GetProperty("counts").GetBoolean()));
        Assert.Equal((1.5, "m"), (spike.GetProperty("ratio").GetDouble(), spike.GetProperty("unit").GetString()));
        Assert.Equal("longest-run", assessment.GetProperty("setBy").GetString());
        Assert.Equal(6_000, spike.GetProperty("measured").GetDouble());
        Assert.Equal(4_000, spike.GetProperty("usual").GetDouble());
        var points = assessment.GetProperty("factors").EnumerateArray().Where(row => row.GetProperty("counts").GetBoolean()).Sum(row => row.GetProperty("points").GetInt32());
        Assert.Equal(points, assessment.GetProperty("score").GetInt32());
        Assert.Equal("elevated", assessment.GetProperty("level").GetString());
        Assert.Equal(1.5, document.GetProperty("runs").EnumerateArray().Last().GetProperty("spikeRatio").GetDouble());
        Assert.Equal("counted-less", assessment.GetProperty("ceiling").GetProperty("reason").GetString());
        Assert.Equal(4_840, assessment.GetProperty("ceiling").GetProperty("metres").GetDouble(), 6);
        Assert.EndsWith("run-0.fit", assessment.GetProperty("ceiling").GetProperty("baseRun").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_day_can_be_asked_for()
    {
        WriteHistory(last: 6_000);

        var (_, document, _) = await Analyze("--as-of", "2026-06-27");

        Assert.Equal("2026-06-27", document.GetProperty("assessment").GetProperty("asOf").GetString());
        Assert.Equal("low", document.GetProperty("assessment").GetProperty("level").GetString());
        Assert.Equal("2026-06-22", document.GetProperty("weeks").EnumerateArray().Last().GetProperty("start").GetString());
    }

    [Fact]
    public async Task Weeks_begin_on_the_day_that_was_asked_for()
    {
        WriteHistory();

        var (_, document, _) = await Analyze("--week-start", "sunday");

        Assert.Equal("2026-06-28", document.GetProperty("weeks").EnumerateArray().Last().GetProperty("start").GetString());
    }

    [Fact]
    public async Task A_knee_injury_brings_the_warning_earlier()
    {
        // 48 points faded to 24 on day 9.
        WriteHistory(last: 6_000);

        var (_, before, _) = await Analyze("--as-of", "2026-07-07");
        var (_, after, _) = await Analyze("--as-of", "2026-07-07", "--injured-knee", "2026-01-05");

        Assert.Equal("low", before.GetProperty("assessment").GetProperty("level").GetString());
        Assert.Equal("elevated", after.GetProperty("assessment").GetProperty("level").GetString());
    }

    [Fact]
    public async Task Another_injury_lowers_the_limits_too_and_an_age_under_18_ends_the_score()
    {
        WriteHistory(last: 6_000);

        var (_, injured, _) = await Analyze("--as-of", "2026-07-07", "--injured-other", "2026-01-05");
        var (_, young, _) = await Analyze("--birth-year", "2010");

        Assert.Equal("elevated", injured.GetProperty("assessment").GetProperty("level").GetString());
        Assert.Equal("no-score-under-18", young.GetProperty("assessment").GetProperty("level").GetString());
        Assert.Empty(young.GetProperty("assessment").GetProperty("factors").EnumerateArray());
    }

    [Fact]
    public async Task A_told_longest_run_is_the_base_while_the_first_month_is_not_full()
    {
        for (var daysAgo = 20; daysAgo >= 0; daysAgo -= 2)
        {
            Write($"run-{daysAgo}.fit", Run(LastDay.PlusDays(-daysAgo).At(new(8, 0)), 4_000));
        }

        var (_, document, _) = await Analyze("--longest-before", "12000");

        var ceiling = document.GetProperty("assessment").GetProperty("ceiling");
        Assert.Equal(("told", 13_200), (ceiling.GetProperty("reason").GetString(), Math.Round(ceiling.GetProperty("metres").GetDouble())));
        Assert.Equal(JsonValueKind.Null, ceiling.GetProperty("baseRun").ValueKind);
    }

    [Fact]
    public async Task Texts_speak_miles_where_asked_and_numbers_stay_metric()
    {
        WriteHistory(last: 6_000);

        var (_, output, _) = await Execute("analyze", "--units", "imperial", folder);
        var (_, document, _) = await Analyze("--units", "imperial", "--planned", "5000");

        Assert.Contains("Today\u2019s run of 3.7\u00a0mi was 50\u00a0% beyond", output, StringComparison.Ordinal);
        Assert.Contains("knee-mi", output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bkm\b", output);
        Assert.Equal(5_000, document.GetProperty("planned").GetProperty("metres").GetDouble());
        Assert.StartsWith("3.1\u00a0mi:", document.GetProperty("planned").GetProperty("finding").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planned_distance_is_judged_where_one_is_given()
    {
        WriteHistory();

        var (_, document, _) = await Analyze("--planned", "5000");

        var planned = document.GetProperty("planned");
        Assert.Equal(["metres", "ratio", "withinCeiling", "hazardRatio", "low", "high", "finding"], Names(planned));
        Assert.Equal(1.25, planned.GetProperty("ratio").GetDouble());
        Assert.False(planned.GetProperty("withinCeiling").GetBoolean());
        Assert.Equal(1.64, planned.GetProperty("hazardRatio").GetDouble());
    }

    [Fact]
    public async Task Days_are_those_of_the_zone_where_the_file_says_none()
    {
        // 23:30 in UTC is the next morning in Auckland.
        Write("late.fit", Run(LastDay.At(new(23, 30)), 4_000, offsetHours: null));

        var (_, utc, _) = await Analyze();
        var (_, auckland, _) = await Analyze("--zone", "Pacific/Auckland");

        Assert.Equal("2026-06-28", utc.GetProperty("runs")[0].GetProperty("localDate").GetString());
        Assert.Contains("UTC", utc.GetProperty("files")[0].GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("2026-06-29", auckland.GetProperty("runs")[0].GetProperty("localDate").GetString());
        Assert.Empty(auckland.GetProperty("files")[0].GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public async Task The_offset_of_the_file_goes_before_the_zone()
    {
        Write("late.fit", Run(LastDay.At(new(23, 30)), 4_000, offsetHours: -4));

        var (_, document, _) = await Analyze("--zone", "Pacific/Auckland");

        Assert.Equal("2026-06-28", document.GetProperty("runs")[0].GetProperty("localDate").GetString());
    }

    [Fact]
    public async Task The_same_run_twice_counts_once()
    {
        WriteHistory();
        Write("z-copy.fit", Run(LastDay.At(new(8, 0)), 4_000));

        var (_, document, _) = await Analyze();

        var copies = document.GetProperty("runs").EnumerateArray().Where(run => run.GetProperty("duplicateOf").ValueKind is JsonValueKind.String).ToList();
        Assert.EndsWith("run-0.fit", Assert.Single(copies).GetProperty("duplicateOf").GetString(), StringComparison.Ordinal);
        Assert.Equal(4, document.GetProperty("weeks").EnumerateArray().Last().GetProperty("runs").GetInt32());
    }

    [Fact]
    public async Task One_file_named_twice_is_one_run_and_its_copy()
    {
        var path = Write("run.fit", Run(LastDay.At(new(8, 0)), 4_000));

        var (exitCode, output, _) = await Execute("analyze", "--json", path, path);

        Assert.Equal(0, exitCode);
        Assert.Equal([path, path], JsonDocument.Parse(output).RootElement.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("file").GetString()));
    }

    [Fact]
    public async Task A_refused_file_is_said_and_the_rest_is_analysed()
    {
        WriteHistory();
        Write("page.fit", "<html></html>"u8.ToArray());

        var (exitCode, document, error) = await Analyze();

        Assert.Equal(1, exitCode);
        Assert.Contains("page.fit", error, StringComparison.Ordinal);
        Assert.Equal("low", document.GetProperty("assessment").GetProperty("level").GetString());
    }

    [Fact]
    public async Task Nothing_to_analyse_is_no_assessment()
    {
        var (exitCode, document, _) = await Analyze();

        Assert.Equal(0, exitCode);
        Assert.Equal(JsonValueKind.Null, document.GetProperty("assessment").ValueKind);
        Assert.Empty(document.GetProperty("runs").EnumerateArray());
    }

    [Fact]
    public async Task Without_json_the_day_comes_first()
    {
        WriteHistory(last: 6_000);

        var (exitCode, output, _) = await Execute("analyze", folder);

        Assert.Equal(0, exitCode);
        Assert.Contains("Sun 28 Jun 2026: Elevated, 48 of 100 points", output, StringComparison.Ordinal);
        Assert.Contains("Today\u2019s run of 6.0\u00a0km was 50\u00a0% beyond your longest of the 30 days before it (4.0\u00a0km).", output, StringComparison.Ordinal);
        Assert.Matches("2026-06-22 +4 ", output);
        Assert.DoesNotContain("NaN", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--zone", "Mars/Olympus")]
    [InlineData("--week-start", "someday")]
    [InlineData("--as-of", "28.6.2026")]
    [InlineData("--injured-knee", "last summer")]
    [InlineData("--injured-other", "yesterday")]
    [InlineData("--longest-before", "-5")]
    [InlineData("--birth-year", "86")]
    [InlineData("--language", "tlh")]
    [InlineData("--units", "leagues")]
    [InlineData("--planned", "0")]
    [InlineData("--planned", "NaN")]
    [InlineData("--planned", "far")]
    public async Task Wrong_use_is_exit_code_2_with_a_word_on_standard_error(string option, string value)
    {
        var (exitCode, output, error) = await Execute("analyze", option, value, folder);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.NotEmpty(error);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>4 km every second day for nine weeks up to the last day, whose run may be longer.</summary>
    private void WriteHistory(double last = 4_000)
    {
        for (var daysAgo = 62; daysAgo >= 0; daysAgo -= 2)
        {
            Write($"run-{daysAgo}.fit", Run(LastDay.PlusDays(-daysAgo).At(new(8, 0)), daysAgo == 0 ? last : 4_000));
        }
    }

    /// <summary>A run at 2.8 m/s over a hill, with cadence and heart rate, one record every ten seconds.</summary>
    private static byte[] Run(LocalDateTime utcStart, double metres, int? offsetHours = 0)
    {
        const double speed = 2.8;
        const int step = 10;
        var start = utcStart.InUtc().ToInstant();
        var file = new FitFileBuilder().FileId(start).TimerStart(start);
        var elapsed = Duration.FromSeconds(metres / speed);
        for (var seconds = 0; seconds <= elapsed.TotalSeconds; seconds += step)
        {
            file.Record(new()
            {
                Time = start + Duration.FromSeconds(seconds),
                DistanceMetres = speed * seconds,
                EnhancedSpeedMetresPerSecond = speed,
                EnhancedAltitudeMetres = 200 + (10 * Math.Sin(Math.PI * speed * seconds / metres)),
                StridesPerMinute = 83,
                HeartRate = 140,
            });
        }

        file.TimerStop(start + elapsed).Session(new() { Start = start, Elapsed = elapsed, DistanceMetres = metres });
        return (offsetHours is { } hours ? file.Activity(start + elapsed, Offset.FromHours(hours)) : file).ToBytes();
    }

    private async Task<(int ExitCode, JsonElement Document, string Error)> Analyze(params string[] options)
    {
        var (exitCode, output, error) = await Execute(["analyze", "--json", .. options, folder]);
        return (exitCode, JsonDocument.Parse(output).RootElement, error);
    }

    private static async Task<(int ExitCode, string Output, string Error)> Execute(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(arguments, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
