using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using NodaTime;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>The base that a session is compared with: windows of elapsed time, returns, unknown distances, joined runs, gaps.</summary>
public sealed class SessionJudgeTests
{
    /// <summary>10 km every day up to yesterday: base 10 km, and so much a week that one run more is no growth.</summary>
    private static List<HistoryRun> Usual => Steady(10, every: 1, from: 62, to: 1);

    [Fact]
    public void A_run_30_days_before_to_the_second_is_in_the_window()
    {
        List<HistoryRun> history = [Run(60, 5), Run(30, 20), Run(10, 10), Run(5, 10), Run(0, 21)];

        var row = Assess(history).Rows!.LongestRun;

        Assert.Equal(20_000, row.Base?.Metres);
        Assert.Equal(0, row.Points);
    }

    [Fact]
    public void A_run_one_minute_earlier_is_out_of_the_window()
    {
        List<HistoryRun> history = [Run(60, 5), Run(30, 20, hour: 8 - (1.0 / 60)), Run(10, 10), Run(5, 10), Run(0, 21)];

        var row = Assess(history).Rows!.LongestRun;

        Assert.Equal(10_000, row.Base?.Metres);
        Assert.Equal(85, row.Points);
    }

    [Theory]
    [InlineData(13, 12.1, 48)]
    [InlineData(13, 15, 0)]
    [InlineData(14, 12.1, 85)]
    public void Before_the_15th_day_only_three_times_the_longest_is_judged(int firstAgo, double kilometres, int points)
    {
        var first = firstAgo == 13 && kilometres > 13 ? 5 : 4;
        List<HistoryRun> history = [Run(firstAgo, first, key: "a"), Run(firstAgo - 1, first, key: "b"), Run(0, kilometres, key: "today")];

        // A score needs 14 days; the judgement is made all the same and stays when it has them.
        var row = Assess([.. history, Run(-1, 1)], asOf: Today.PlusDays(1)).Rows!.LongestRun;

        Assert.Equal(points, row.PointsOnItsDay);
    }

    [Fact]
    public void While_the_first_30_days_are_not_full_a_judgement_is_poor()
    {
        List<HistoryRun> history = [Run(20, 6), Run(10, 6), Run(0, 14)];

        var row = Assess(history).Rows!.LongestRun;

        Assert.Equal(85, row.Points);
        Assert.Equal(MeasurementQuality.Poor, row.Measurement);
        Assert.True(row.WindowNotFull);
    }

    [Fact]
    public void With_one_known_session_before_it_a_young_history_is_not_judged()
    {
        List<HistoryRun> history = [Run(20, 6), Run(10, null), Run(0, 14)];

        Assert.Equal(NotJudged.WindowNotFull, Assess(history).Rows!.LongestRun.NotJudged);
    }

    [Theory]
    [InlineData(null, 85)]
    [InlineData(13_000, 0)]
    public void In_the_first_30_days_the_told_longest_run_is_a_base_too(int? told, int points)
    {
        List<HistoryRun> history = [Run(20, 6), Run(10, 6), Run(0, 14)];

        var row = Assess(history, new() { LongestBefore = told is { } metres ? new(metres) : null }).Rows!.LongestRun;

        Assert.Equal(points, row.Points);
        Assert.Equal(told is null ? LongestRunBase.Longest : LongestRunBase.Told, row.BaseKind);
    }

    [Fact]
    public void After_30_days_and_in_a_second_history_nothing_told_counts()
    {
        var told = new RunnerProfile { LongestBefore = new(40_000) };

        Assert.Equal(85, Assess([Run(40, 6), Run(20, 6), Run(10, 6), Run(0, 14)], told).Rows!.LongestRun.Points);
        Assert.Equal(85, Assess([Run(200, 6), Run(20, 6), Run(10, 6), Run(0, 14)], told).Rows!.LongestRun.Points);
    }

    [Fact]
    public void At_30_days_of_history_to_the_second_the_run_is_judged()
    {
        List<HistoryRun> history = [Run(30, 5), Run(29, 5), Run(28, 5), Run(0, 30)];

        var row = Assess(history).Rows!.LongestRun;

        Assert.Equal(85, row.Points);
    }

    [Fact]
    public void One_session_in_the_window_gives_at_most_48_points_and_is_poorly_measured()
    {
        List<HistoryRun> history = [Run(62, 10), Run(40, 10), Run(20, 10), Run(0, 30)];

        var row = Assess(history).Rows!.LongestRun;

        Assert.Equal(48, row.Points);
        Assert.Equal(MeasurementQuality.Poor, row.Measurement);
    }

    [Fact]
    public void A_return_is_judged_by_half_of_the_longest_before_the_break_and_gives_at_most_48_points()
    {
        List<HistoryRun> history = [.. Steady(20, 5, 110, 80), Run(0, 25)];

        var row = Assess(history).Rows!.LongestRun;

        Assert.Equal(10_000, row.Base?.Metres);
        Assert.Equal(2.5, row.Ratio);
        Assert.Equal(48, row.Points);
        Assert.True(row.IsReturn);
        Assert.Equal(LongestRunBase.HalfBeforeBreak, row.BaseKind);
        Assert.Equal(MeasurementQuality.Fair, row.Measurement);
    }

    [Fact]
    public void A_return_within_half_of_the_old_longest_gives_nothing()
    {
        List<HistoryRun> history = [.. Steady(20, 5, 110, 80), Run(0, 11)];

        var row = Assess(history).Rows!.LongestRun;

        Assert.Equal(0, row.Points);
    }

    [Fact]
    public void The_run_after_a_return_may_use_half_of_the_old_longest_too()
    {
        List<HistoryRun> history = [.. Steady(20, 5, 110, 80), Run(4, 6), Run(0, 11)];

        var row = Assess(history).Rows!.LongestRun;

        Assert.Equal(10_000, row.Base?.Metres);
        Assert.Equal(0, row.Points);
    }

    [Fact]
    public void The_run_after_a_return_uses_the_return_where_that_was_longer()
    {
        List<HistoryRun> history = [.. Steady(20, 5, 110, 80), Run(4, 15, key: "return"), Run(0, 18, key: "next")];

        var ratios = SpikeRatios.Of(history);

        Assert.Equal(1.5, ratios["return"]);
        Assert.Equal(1.2, ratios["next"], 12);
    }

    [Fact]
    public void A_base_that_the_half_of_a_return_reaches_too_gives_at_most_48_points()
    {
        List<HistoryRun> history = [.. Steady(16, 5, 110, 80), Run(8, 8), Run(4, 8), Run(0, 17)];

        Assert.Equal(48, Assess(history).Rows!.LongestRun.Points);
    }

    [Fact]
    public void A_return_whose_past_has_no_known_distance_is_not_judged()
    {
        List<HistoryRun> history = [Run(100, null), Run(90, null), Run(80, null), Run(0, 11)];

        var row = Assess(history).Rows!.LongestRun;

        Assert.Equal(MeasurementQuality.None, row.Measurement);
        Assert.Equal(NotJudged.ReturnWithoutPast, row.NotJudged);
    }

    [Fact]
    public void An_unknown_distance_is_left_out_of_the_base_and_makes_it_fair()
    {
        List<HistoryRun> history = [.. Usual, Run(5, null, hour: 18), Run(0, 15)];

        var row = Assess(history).Rows!.LongestRun;

        Assert.Equal(10_000, row.Base?.Metres);
        Assert.Equal(48, row.Points);
        Assert.Equal(MeasurementQuality.Fair, row.Measurement);
    }

    [Fact]
    public void A_run_of_unknown_distance_is_not_judged()
    {
        List<HistoryRun> history = [.. Steady(10, every: 4, from: 62, to: 18), Run(0, null)];

        var row = Assess(history).Rows!.LongestRun;

        Assert.Equal(NotJudged.DistanceUnknown, row.NotJudged);
        Assert.Equal(1, row.UnknownSessions);
    }

    [Fact]
    public void A_run_whose_base_is_unknown_altogether_is_not_judged()
    {
        List<HistoryRun> history = [Run(70, 10), Run(60, 10), Run(40, 10), Run(25, null), Run(15, null), Run(0, 20)];

        var row = Assess(history).Rows!.LongestRun;

        Assert.Equal(NotJudged.NoKnownBase, row.NotJudged);
    }

    [Theory]
    [InlineData(59, 48)]
    [InlineData(60, 0)]
    public void Two_runs_less_than_an_hour_apart_are_one(int gapMinutes, int points)
    {
        // 9 km at 6 min/km: the first ends 54 minutes after it began.
        List<HistoryRun> history = [.. Usual, Run(0, 9, hour: 8), Run(0, 9, hour: 8 + ((54 + gapMinutes) / 60.0))];

        var row = Assess(history).Rows!.LongestRun;

        Assert.Equal(points, row.Points);
    }

    [Fact]
    public void A_gap_of_120_days_starts_a_new_history()
    {
        List<HistoryRun> history = [Run(180, 40), Run(160, 40), Run(40, 5), Run(20, 5), Run(10, 5), Run(0, 12)];

        var row = Assess(history).Rows!.LongestRun;

        Assert.Equal(5_000, row.Base?.Metres);
        Assert.Equal(85, row.Points);
    }

    [Fact]
    public void A_gap_of_119_days_is_a_return_in_the_same_history()
    {
        List<HistoryRun> history = [Run(139, 40, key: "old"), Run(20, 5, key: "return"), Run(10, 5), Run(0, 12, key: "today")];

        var ratios = SpikeRatios.Of(history);

        Assert.Equal(0.25, ratios["return"]);
        Assert.Equal(0.6, ratios["today"]);
        Assert.False(ratios.ContainsKey("old"));
    }

    [Fact]
    public void The_window_is_elapsed_time_though_the_clocks_change()
    {
        // Berlin turns its clocks on 29 March 2026: 08:00 on the 30th of March is 30 days less an hour after 08:00 on the 28th of February.
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        HistoryRun At(int month, int day, double kilometres) =>
            RunAt(berlin.AtStrictly(new LocalDateTime(2026, month, day, 8, 0)).ToInstant(), new(2026, month, day), kilometres, $"{month}-{day}");
        List<HistoryRun> history = [At(1, 20, 5), At(2, 27, 5), At(2, 28, 20), At(3, 15, 10), At(3, 30, 21)];

        var inside = SpikeRatios.Of(history);
        var outside = SpikeRatios.Of([.. history.SkipLast(1), At(3, 31, 21)]);

        Assert.Equal(1.05, inside["3-30"], 12);
        Assert.Equal(2.1, outside["3-31"], 12);
    }

    [Fact]
    public void Across_the_date_line_the_order_is_that_of_the_instants()
    {
        // Auckland on the 28th, then Honolulu, where it is still the 27th: the second run is judged by the first.
        List<HistoryRun> history =
        [
            .. Steady(10, every: 4, from: 62, to: 6),
            RunAt(Instant.FromUtc(2026, 6, 27, 19, 0), new(2026, 6, 28), 14, "Auckland"),
            RunAt(Instant.FromUtc(2026, 6, 28, 5, 0), new(2026, 6, 27), 15, "Honolulu"),
        ];

        var ratios = SpikeRatios.Of(history);

        Assert.Equal(1.4, ratios["Auckland"], 12);
        Assert.Equal(15.0 / 14, ratios["Honolulu"], 12);
    }

    [Fact]
    public void Walks_duplicates_and_runs_under_100_m_judge_nothing_and_are_not_judged()
    {
        List<HistoryRun> history =
        [
            .. Usual,
            Run(3, 30, hour: 12, key: "walk", kind: RunKind.Walk),
            Run(2, 30, hour: 12, key: "twice") with { DuplicateOf = "other" },
            Run(1, 0.09, hour: 12, key: "short", kind: RunKind.TooShort),
            Run(0, 15, key: "today"),
        ];

        var ratios = SpikeRatios.Of(history);

        Assert.Equal(1.5, ratios["today"]);
        Assert.Empty(ratios.Keys.Intersect(["walk", "twice", "short"]));
    }
}
