using System.Text.Json;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Dashboard;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Dashboard;

public sealed class WeeksChartTests
{
    private static readonly RunnerFormat Format = new(Language.English, UnitSystem.Metric, DateTimeZone.Utc);
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
        Assert.Equal(9.3, week.GetProperty("kneeLoad").GetDouble());
        Assert.False(week.TryGetProperty("load", out _));
    }

    [Fact]
    public void In_miles_bars_and_line_are_of_miles_and_the_tip_says_so()
    {
        var miles = new RunnerFormat(Language.English, UnitSystem.Imperial, DateTimeZone.Utc);

        var chart = WeeksChart.Of([Week(Monday, 16_093.44)], [], [], null, miles);

        var bar = Assert.Single(chart.Weeks);
        Assert.Equal(("mi", "knee-mi", 10, 9.3), (chart.DistanceUnit, chart.KneeLoadUnit, bar.Unknown, bar.KneeLoad));
        Assert.Equal(["10.0\u00a0mi", "9.3\u00a0knee-mi"], bar.Tip);
    }

    [Fact]
    public void A_jump_is_marked_on_its_week()
    {
        var load = new LongestRun
        {
            Points = 48,
            Counts = true,
            Measurement = MeasurementQuality.Good,
            Session = new("long", Monday.PlusDays(2), 1, 3),
            Distance = new Distance(13_400),
            Base = new Distance(10_000),
        };

        var chart = WeeksChart.Of([Week(Monday.PlusWeeks(-1), 10_000), Week(Monday, 20_000)], [], [], load, Format);

        Assert.Equal([(null, null), ("+34\u00a0%", "long")], chart.Weeks.Select(week => (week.Spike, week.SpikeRun)));
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
