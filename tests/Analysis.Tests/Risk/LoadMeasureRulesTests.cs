using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>The four measures of a sudden load increase, and which of them counts.</summary>
public sealed class LoadMeasureRulesTests
{
    /// <summary>Ten kilometres each fourth day for two months, up to two days ago.</summary>
    private static List<HistoryRun> Usual => Steady(10, every: 4, from: 62, to: 2);

    [Fact]
    public void A_longer_run_has_points_for_the_single_run_and_names_all_that_it_was_judged_by()
    {
        // Today 12 km: 1.2 times the longest, full points of the middle bands. Eight runs lie 2, 6, ... and 30 days before.
        var row = Judge([.. Usual, Run(0, 12, key: "today")]).LongestRun;

        Assert.Equal((48, 48, true), (row.Points, row.PointsOnItsDay, row.Counts));
        Assert.Equal(new JudgedSession("today", Today, 1, 0), row.Session);
        Assert.Equal((12_000, 10_000, LongestRunBase.Longest), (row.Distance!.Value.Metres, row.Base!.Value.Metres, row.BaseKind));
        Assert.Equal((MeasurementQuality.Good, false, false, 8), (row.Measurement, row.WindowNotFull, row.UnknownDistanceBefore, row.SessionsBefore));
        Assert.Null(row.NotJudged);
    }

    [Theory]
    [InlineData(7, 48, 48)]
    [InlineData(8, 36, 48)]
    [InlineData(9, 24, 48)]
    [InlineData(10, 12, 48)]
    public void Points_fade_after_a_week_and_those_of_its_day_stay_named(int daysAgo, int points, int onItsDay)
    {
        var row = Judge([.. Steady(10, 4, 66, daysAgo + 2), Run(daysAgo, 12, key: "long")]).LongestRun;

        Assert.Equal((points, onItsDay), (row.Points, row.PointsOnItsDay));
        Assert.Equal(("long", daysAgo), (row.Session!.RunKey, row.Session.Age));
    }

    [Fact]
    public void On_the_eleventh_day_a_session_is_no_longer_spoken_of() =>
        Assert.Equal(NotJudged.NoRecentSession, Judge([.. Steady(10, 4, 66, 13), Run(11, 12)]).LongestRun.NotJudged);

    [Fact]
    public void Of_two_that_weigh_the_same_the_later_one_is_named()
    {
        var row = Judge([.. Steady(10, 4, 62, 6), Run(3, 9, key: "earlier"), Run(1, 9, key: "later")]).LongestRun;

        Assert.Equal((0, "later"), (row.Points, row.Session!.RunKey));
    }

    [Fact]
    public void An_older_session_with_more_points_is_named_before_a_later_one_with_fewer()
    {
        var row = Judge([.. Steady(10, 4, 62, 6), Run(3, 12, key: "long"), Run(1, 9, key: "short")]).LongestRun;

        Assert.Equal((48, "long"), (row.Points, row.Session!.RunKey));
    }

    [Theory]
    [InlineData(5.2, 6.0, true)]
    [InlineData(6.0, 6.9, true)]
    [InlineData(6.0, 7.0, false)]
    [InlineData(5.0, 5.5, false)]
    public void Less_than_a_kilometre_beyond_has_no_points_and_the_row_says_so(double usual, double kilometres, bool said)
    {
        var row = Judge([.. Steady(usual, 4, 62, 2), Run(0, kilometres)]).LongestRun;

        Assert.Equal(said, row.LessThanLeastExcess);
        Assert.Equal(kilometres >= usual + 1, row.Points > 0);
    }

    [Fact]
    public void Unknown_distances_of_the_last_days_are_counted()
    {
        var row = Judge([.. Usual, Run(1, null), Run(0, null)]).LongestRun;

        Assert.Equal(2, row.UnknownSessions);
        Assert.Equal(new JudgedSession(Usual[^1].Key, Today.PlusDays(-2), 1, 2), row.Session);
    }

    [Fact]
    public void Where_none_was_judged_the_latest_says_why()
    {
        var row = Judge([Run(40, null), Run(20, null), Run(0, 10)]).LongestRun;

        Assert.Equal((NotJudged.NoKnownBase, MeasurementQuality.None, 0), (row.NotJudged, row.Measurement, row.Points));
        Assert.Null(row.Session);
    }

    [Fact]
    public void Many_small_steps_are_a_creep_where_no_single_step_is_a_jump()
    {
        // 10 km up to a week ago, then 10.9, 11.8 and 12.8 within five days: each less than a tenth and a kilometre more than the last.
        var rows = Judge([.. Steady(10, 4, 62, 6), Run(4, 10.9), Run(2, 11.8), Run(0, 12.7, key: "top")]);

        Assert.Equal(0, rows.LongestRun.Points);
        Assert.Equal((48, true, "top"), (rows.Creep.Points, rows.Creep.Counts, rows.Creep.Session!.RunKey));
        Assert.Equal((12_700, 10_000), (rows.Creep.Distance!.Value.Metres, rows.Creep.Longest!.Value.Metres));
    }

    [Theory]
    [InlineData(5, 12_000)]
    [InlineData(4, 10_000)]
    [InlineData(37, 12_000)]
    [InlineData(38, 10_000)]
    public void A_creep_is_measured_against_five_to_thirty_seven_days_before(int daysAgo, double longest)
    {
        var training = TrainingHistory.UpTo([Run(60, 10), Run(30, 10), Run(20, 10), Run(10, 10), Run(daysAgo, 12), Run(0, 11)], Today);

        Assert.Equal(longest, new SessionJudge(training, longestBefore: null).Judgements[^1].CreepBase?.Metres);
    }

    [Fact]
    public void A_creep_needs_two_known_sessions_in_those_days()
    {
        Assert.Equal(NotJudged.TooFewBefore, Judge([Run(60, 10), Run(45, 10), Run(20, 10), Run(3, 10), Run(0, 11)]).Creep.NotJudged);
        Assert.Null(Judge([Run(60, 10), Run(45, 10), Run(20, 10), Run(6, 10), Run(0, 11)]).Creep.NotJudged);
        Assert.Equal(NotJudged.TooFewBefore, Judge([Run(60, 10), Run(45, 10), Run(20, 10), Run(6, null), Run(0, 11)]).Creep.NotJudged);
    }

    [Fact]
    public void A_creep_of_a_session_that_was_not_judged_says_the_same()
    {
        Assert.Equal(NotJudged.DistanceUnknown, Judge([Run(60, 10), Run(40, 10), Run(0, null)]).Creep.NotJudged);
        Assert.Equal(NotJudged.NoRecentSession, Judge(Steady(10, 4, 62, 14)).Creep.NotJudged);
    }

    [Theory]
    [InlineData(700, 34)]
    [InlineData(599, 0)]
    [InlineData(600, 34)]
    public void Metres_down_have_points_from_three_hundred_more_than_before(double metres, int points)
    {
        var history = Hilly(300);
        history.Add(Down(Run(0, 10, key: "mountain"), metres));

        var row = Judge(history).Descent;

        Assert.Equal(points, row.Points);
        Assert.Equal((metres, 300), (row.Down!.Value.Metres, row.Most!.Value.Metres));
        Assert.Equal(points > 0, row.Counts);
    }

    [Fact]
    public void Metres_down_are_held_against_a_hundred_at_least()
    {
        var history = Hilly(10);
        history.Add(Down(Run(0, 10), 399));
        Assert.Equal((0, 100), (Judge(history).Descent.Points, Judge(history).Descent.Most!.Value.Metres));

        history[^1] = Down(history[^1], 400);
        Assert.Equal(34, Judge(history).Descent.Points);
    }

    [Fact]
    public void Without_a_barometer_metres_down_are_not_judged()
    {
        Assert.Equal(NotJudged.NoBarometer, Judge(Usual).Descent.NotJudged);
        Assert.Equal(NotJudged.TooFewBefore, Judge([.. Usual, Down(Run(0, 10), 500)]).Descent.NotJudged);
        Assert.Equal(NotJudged.NoRecentSession, Judge(Steady(10, 4, 62, 14)).Descent.NotJudged);
    }

    [Fact]
    public void The_largest_counts_and_of_equals_the_first()
    {
        Assert.Equal(FactorId.LongestRun, Counting(Judge(Usual)));
        Assert.Equal(FactorId.Week, Counting(Judge([.. Steady(10, 7, 62, 6), Run(4, 10), Run(2, 10), Run(0, 10)])));
        Assert.Equal(FactorId.LongestRun, Counting(Judge([.. Usual, Run(0, 12)])));
    }

    [Fact]
    public void A_measure_that_was_not_judged_counts_only_where_none_was()
    {
        // No session in the last days: only the week was judged.
        Assert.Equal(FactorId.Week, Counting(Judge(Steady(10, 4, 62, 14))));
        Assert.Equal(FactorId.LongestRun, Counting(Judge([Run(20, null), Run(16, null), Run(0, null)])));
    }

    private static List<HistoryRun> Hilly(double metresDown) => [.. Usual.Select(run => Down(run, metresDown))];

    private static HistoryRun Down(HistoryRun run, double metres) => run.With(metrics => metrics with { DescentOnSlopes = new Distance(metres) });

    private static FactorId Counting((LongestRun LongestRun, Creep Creep, Descent Descent, Week Week) rows) =>
        Assert.Single(new RiskFactor[] { rows.LongestRun, rows.Creep, rows.Descent, rows.Week }, row => row.Counts).Id;

    private static (LongestRun LongestRun, Creep Creep, Descent Descent, Week Week) Judge(List<HistoryRun> history)
    {
        var training = TrainingHistory.UpTo(history, Today);
        return LoadMeasureRules.Judge(training, new SessionJudge(training, longestBefore: null), Today);
    }
}
