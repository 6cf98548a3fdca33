using System.Text.Json;
using static KneeLoad.Web.Tests.Commands.AnalyzedFolder;

namespace KneeLoad.Web.Tests.Commands;

/// <summary>The options of the verb analyze: the day, the runner and the words.</summary>
public sealed class AnalyzeOptionsTests : IDisposable
{
    private readonly AnalyzedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Another_day_can_be_asked_for()
    {
        folder.WriteHistory(last: 6_000);

        var (_, document, _) = await folder.Analyze("--as-of", "2026-06-27");

        Assert.Equal("2026-06-27", document.GetProperty("assessment").GetProperty("asOf").GetString());
        Assert.Equal("low", document.GetProperty("assessment").GetProperty("level").GetString());
        Assert.Equal("2026-06-22", document.GetProperty("weeks").EnumerateArray().Last().GetProperty("start").GetString());
    }

    [Fact]
    public async Task Weeks_begin_on_the_day_that_was_asked_for()
    {
        folder.WriteHistory();

        var (_, document, _) = await folder.Analyze("--week-start", "sunday");

        Assert.Equal("2026-06-28", document.GetProperty("weeks").EnumerateArray().Last().GetProperty("start").GetString());
    }

    [Fact]
    public async Task A_knee_injury_brings_the_warning_earlier()
    {
        // 48 points faded to 24 on day 9.
        folder.WriteHistory(last: 6_000);

        var (_, before, _) = await folder.Analyze("--as-of", "2026-07-07");
        var (_, after, _) = await folder.Analyze("--as-of", "2026-07-07", "--injured-knee", "2026-01-05");

        Assert.Equal("low", before.GetProperty("assessment").GetProperty("level").GetString());
        Assert.Equal("elevated", after.GetProperty("assessment").GetProperty("level").GetString());
    }

    [Fact]
    public async Task Another_injury_lowers_the_limits_too_and_an_age_under_18_ends_the_score()
    {
        folder.WriteHistory(last: 6_000);

        var (_, injured, _) = await folder.Analyze("--as-of", "2026-07-07", "--injured-other", "2026-01-05");
        var (_, young, _) = await folder.Analyze("--birth-year", "2010");

        Assert.Equal("elevated", injured.GetProperty("assessment").GetProperty("level").GetString());
        Assert.Equal("no-score-under-18", young.GetProperty("assessment").GetProperty("level").GetString());
        Assert.Empty(young.GetProperty("assessment").GetProperty("factors").EnumerateArray());
    }

    [Fact]
    public async Task A_told_longest_run_is_the_base_while_the_first_month_is_not_full()
    {
        for (var daysAgo = 20; daysAgo >= 0; daysAgo -= 2)
        {
            folder.Write($"run-{daysAgo}.fit", Run(LastDay.PlusDays(-daysAgo).At(new(8, 0)), 4_000));
        }

        var (_, document, _) = await folder.Analyze("--longest-before", "12000");

        var ceiling = document.GetProperty("assessment").GetProperty("ceiling");
        Assert.Equal(("told", 13_200), (ceiling.GetProperty("reason").GetString(), Math.Round(ceiling.GetProperty("metres").GetDouble())));
        Assert.Equal(JsonValueKind.Null, ceiling.GetProperty("baseRun").ValueKind);
    }

    [Fact]
    public async Task Texts_speak_miles_where_asked_and_numbers_stay_metric()
    {
        folder.WriteHistory(last: 6_000);

        var (_, output, _) = await Execute("analyze", "--units", "imperial", folder.Path);
        var (_, document, _) = await folder.Analyze("--units", "imperial", "--planned", "5000");

        Assert.Contains("Today\u2019s run of 3.7\u00a0mi was 50\u00a0% beyond", output, StringComparison.Ordinal);
        Assert.Contains("knee-mi", output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bkm\b", output);
        Assert.Equal(5_000, document.GetProperty("planned").GetProperty("metres").GetDouble());
        Assert.StartsWith("3.1\u00a0mi:", document.GetProperty("planned").GetProperty("finding").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planned_distance_is_judged_where_one_is_given()
    {
        folder.WriteHistory();

        var (_, document, _) = await folder.Analyze("--planned", "5000");

        var planned = document.GetProperty("planned");
        Assert.Equal(["metres", "ratio", "withinCeiling", "hazardRatio", "low", "high", "finding"], Names(planned));
        Assert.Equal(1.25, planned.GetProperty("ratio").GetDouble());
        Assert.False(planned.GetProperty("withinCeiling").GetBoolean());
        Assert.Equal(1.64, planned.GetProperty("hazardRatio").GetDouble());
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
        var (exitCode, output, error) = await Execute("analyze", option, value, folder.Path);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.NotEmpty(error);
    }
}
