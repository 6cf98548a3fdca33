using System.Collections.Immutable;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>Rows without points: what was measured in 28 days against the 28 before, and what research found.</summary>
public sealed class InformationRowsTests
{
    private static RiskInformation Row(string id, params HistoryRun[] history) => Assess(history).Information.Single(row => row.Id == id);

    [Fact]
    public void Every_row_says_what_research_found()
    {
        var rows = Assess([]).Information;

        Assert.All(rows, row => Assert.True(row.Note.Length > 20, row.Id));
        Assert.All(rows, row => Assert.Null(row.Measured));
        Assert.All(rows.Where(row => row.Id is not "breathing"), row => Assert.NotEmpty(row.Sources));
    }

    [Fact]
    public void Downhill_quotes_the_table_that_the_load_model_was_fitted_to() =>
        Assert.Contains("8 % higher at 3 degrees down and 22 % higher at 6 degrees", Row("downhill").Note, StringComparison.Ordinal);

    [Fact]
    public void Downhill_adds_up_all_slopes_of_over_2_percent()
    {
        HistoryRun Down(int daysAgo, double metres) =>
            Run(daysAgo, 10).With(metrics => metrics with { Downhill = new(new(metres), new(metres), new(metres)) });

        var row = Row("downhill", Down(1, 500), Down(27, 500), Down(28, 1000));

        Assert.Equal("3.0 km on slopes of over 2 % in 28 days", row.Measured);
        Assert.Equal("3.0 km on slopes of over 2 % in 28 days", row.Usual);
    }

    [Fact]
    public void Uneven_ground_is_a_share_of_what_is_known()
    {
        var run = Run(1, 10).OnGround(6_000, 2_000, 2_000, 4_000);
        var mix = ImmutableSortedDictionary<string, double>.Empty.Add("asphalt", 4_000).Add("gravel", 3_000).Add("dirt", 1_000);

        var row = Row("uneven-ground", run with { Surface = run.Surface! with { MetresByClass = mix } });

        Assert.StartsWith("50 %", row.Measured, StringComparison.Ordinal);
    }

    [Fact]
    public void Gentle_starts_and_ends_are_counted()
    {
        HistoryRun Paced(int daysAgo, double warmUp, double coolDown) =>
            Run(daysAgo, 10).With(metrics => metrics with { WarmUpRatio = new(warmUp), CoolDownRatio = new(coolDown) });
        HistoryRun[] history = [Paced(1, 0.9, 0.85), Paced(2, 0.91, 0.86), Run(3, 10)];

        Assert.Equal("1 of 2 runs of 28 days began gently", Row("warm-up", history).Measured);
        Assert.Equal("1 of 2 runs of 28 days ended gently", Row("cool-down", history).Measured);
    }

    [Fact]
    public void Ratios_that_are_only_drawn_wait_for_28_days()
    {
        Assert.Null(Row("acwr", [.. Steady(10, 1, 27, 0)]).Measured);
        Assert.Equal("1.00", Row("acwr", [.. Steady(10, 1, 40, 0)]).Measured);
        Assert.Equal("10.00", Row("monotony", [.. Steady(10, 1, 40, 0)]).Measured);
    }
}
