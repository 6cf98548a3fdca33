using System.Text.Json;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Dashboard;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Dashboard;

public sealed class WeeksChartTests
{
    private static readonly RunnerFormat Format = new(UnitSystem.Metric, DateTimeZone.Utc);
    private static readonly LocalDate Monday = new(2026, 5, 4);

    [Fact]
    public void Without_a_map_all_ground_is_unknown()
    {
        var chart = WeeksChart.Of([Week(Monday, 12_340)], [], [], null, Format);

        Assert.False(chart.SurfaceKnown);
        var bar = Assert.Single(chart.Weeks);
        Assert.Equal((0, 0, 12.34), (bar.Hard, bar.Soft, bar.Unknown));
    }

    [Fact]
    public void A_week_shows_its_worst_pain()
    {
        DiaryEntry[] diary = [Pain(Monday, 2), Pain(Monday.PlusDays(6), 4), Pain(Monday.PlusDays(7), 9)];

        var chart = WeeksChart.Of([Week(Monday, 10_000)], [], diary, null, Format);

        Assert.Equal(4, Assert.Single(chart.Weeks).Pain);
    }

    [Fact]
    public void Twelve_weeks_are_shown_the_last_ones()
    {
        var weeks = Enumerable.Range(0, 20).Select(i => Week(Monday.PlusWeeks(i), 1000)).ToList();

        var chart = WeeksChart.Of(weeks, [], [], null, Format);

        Assert.Equal(12, chart.Weeks.Count);
        Assert.Equal("14\u201320 Sep", chart.Weeks[^1].Span);
    }

    [Fact]
    public void The_chart_gets_numbers_and_not_the_stored_week()
    {
        var json = JsonSerializer.SerializeToElement(WeeksChart.Of([Week(Monday, 10_000)], [], [], null, Format), JsonSerializerOptions.Web);

        var week = json.GetProperty("weeks")[0];
        Assert.Equal(10, week.GetProperty("unknown").GetDouble());
        Assert.Equal(9.3, week.GetProperty("kneeKilometres").GetDouble());
        Assert.False(week.TryGetProperty("load", out _));
    }

    private static WeeklyLoad Week(LocalDate firstDay, double metres) => new()
    {
        Week = new(firstDay),
        Runs = 2,
        Distance = new Distance(metres),
        Timer = Duration.FromMinutes(60),
        KneeKilometres = new(metres * 0.93 / 1000),
    };

    private static DiaryEntry Pain(LocalDate day, int worst) => new() { Day = day, Entered = default, WorstPain = worst };
}
