using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>The judgement of single sessions, fact by fact.</summary>
public sealed class SessionJudgementTests
{
    private static List<HistoryRun> Usual => Steady(10, every: 4, from: 62, to: 2);

    [Fact]
    public void The_first_session_of_all_has_nothing_to_be_judged_by_and_counts_in_full()
    {
        var first = Last(Run(0, 10));

        Assert.Equal((NotJudged.WindowNotFull, null, null, null), (first.NotJudged, first.Base, first.BaseKind, first.Ratio));
        Assert.Equal((MeasurementQuality.None, 0, 0, 0), (first.Measurement, first.Points, first.CreepPoints, first.DescentPoints));
        Assert.Equal((false, true, 0, false, new Distance(10_000)), (
            first.IsReturn, first.WindowNotFull, first.KnownBefore, first.UnknownBefore, first.Counted));
        Assert.Null(first.CreepBase);
        Assert.Null(first.DescentBase);
        Assert.Empty(Judge([]).Judgements);
    }

    [Fact]
    public void A_session_in_the_middle_of_a_history_is_judged_by_the_longest_of_thirty_days()
    {
        var last = Last([.. Usual, Run(0, 12)]);

        Assert.Equal((null, LongestRunBase.Longest, 1.2, 48), (last.NotJudged, last.BaseKind, last.Ratio, last.Points));
        Assert.Equal((8, false, false, MeasurementQuality.Good), (last.KnownBefore, last.UnknownBefore, last.WindowNotFull, last.Measurement));
    }

    [Fact]
    public void An_unknown_distance_before_makes_it_fair_and_a_single_known_one_poor()
    {
        Assert.Equal((7, true, MeasurementQuality.Fair), Quality([Run(64, 10), Run(30, null), .. Steady(10, 4, 26, 2), Run(0, 12)]));
        Assert.Equal((1, false, MeasurementQuality.Poor), Quality([Run(64, 10), Run(34, 10), Run(20, 10), Run(0, 12)]));
        Assert.Equal((1, true, MeasurementQuality.Poor), Quality([Run(64, 10), Run(34, 10), Run(20, 10), Run(10, null), Run(0, 12)]));
        Assert.Equal((2, false, MeasurementQuality.Good), Quality([Run(64, 10), Run(34, 10), Run(20, 10), Run(10, 9), Run(0, 12)]));

        static (int, bool, MeasurementQuality) Quality(HistoryRun[] runs) => Last(runs) is var last
            ? (last.KnownBefore, last.UnknownBefore, last.Measurement)
            : default;
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void After_more_than_thirty_days_off_a_session_is_a_return(int gap, bool isReturn)
    {
        var last = Last(Run(gap + 20, 10), Run(gap, 8), Run(0, 6));

        Assert.Equal(isReturn, last.IsReturn);
        Assert.Equal(isReturn ? new Distance(5000) : null, last.HalfBeforeBreak);
        Assert.Equal(isReturn ? LongestRunBase.HalfBeforeBreak : LongestRunBase.Longest, last.BaseKind);
        Assert.Equal(isReturn ? MeasurementQuality.Fair : MeasurementQuality.Poor, last.Measurement);
    }

    [Fact]
    public void What_lies_a_hundred_and_twenty_days_back_is_no_past_of_a_return()
    {
        Assert.Equal(new Distance(5000), Last(Run(120, 10), Run(80, 4), Run(0, 6)).HalfBeforeBreak);
        Assert.Equal(new Distance(2000), Last(Run(121, 10), Run(80, 4), Run(0, 6)).HalfBeforeBreak);
    }

    [Fact]
    public void The_session_after_a_return_may_use_half_of_the_time_before_while_the_return_is_in_its_window()
    {
        var runs = new[] { Run(100, 30), Run(90, 30), Run(40, 5), Run(12, 5), Run(0, 6) };

        var afterwards = Judge([.. runs]).Judgements;

        Assert.Equal((true, new Distance(15_000)), (afterwards[2].IsReturn, afterwards[2].HalfBeforeBreak));
        Assert.Equal((false, new Distance(15_000), LongestRunBase.HalfBeforeBreak), (
            afterwards[3].IsReturn, afterwards[3].HalfBeforeBreak, afterwards[3].BaseKind));
        Assert.Equal((null, LongestRunBase.Longest, new Distance(5000)), (afterwards[4].HalfBeforeBreak, afterwards[4].BaseKind, afterwards[4].Base));
    }

    [Fact]
    public void Sessions_are_found_from_an_instant_on()
    {
        var judge = Judge([Run(9, 1), Run(6, 2), Run(3, 3), Run(0, 4)]);
        var starts = judge.Judgements.Select(judgement => judgement.Session.Start).ToList();

        Assert.Equal([0, 1, 2, 3], starts.Select(judge.FirstFrom));
        Assert.Equal([1, 2, 3, 4], starts.Select(start => judge.FirstFrom(start + Duration.FromTicks(1))));
        Assert.Equal(0, judge.FirstFrom(Instant.MinValue));
        Assert.Equal(0, Judge([]).FirstFrom(Instant.MinValue));
    }

    [Fact]
    public void Of_equally_long_counted_sessions_the_earliest_is_the_longest_and_unknown_ones_are_none()
    {
        var judge = Judge([Run(9, null, key: "unknown"), Run(6, 5, key: "early"), Run(3, 5, key: "late"), Run(0, 4)]);

        Assert.Equal("early", judge.LongestCounted(0, 4)!.Session.Key);
        Assert.Equal("late", judge.LongestCounted(2, 4)!.Session.Key);
        Assert.Null(judge.LongestCounted(0, 1));
        Assert.Null(judge.LongestCounted(2, 2));
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void What_was_told_bounds_the_first_thirty_days(int days, bool isTold)
    {
        var judge = new SessionJudge(TrainingHistory.UpTo([Run(20, 5)], Today), new Distance(9000));

        Assert.Equal(isTold ? new Distance(9000) : null, judge.ToldAt(judge.Judgements[0].Session.Start + Duration.FromDays(days)));
        Assert.Null(new SessionJudge(TrainingHistory.UpTo([Run(20, 5)], Today), Distance.Zero).ToldAt(judge.Judgements[0].Session.Start));
        Assert.Null(new SessionJudge(TrainingHistory.UpTo([], Today), new Distance(9000)).ToldAt(judge.Judgements[0].Session.Start));
        Assert.Null(new SessionJudge(TrainingHistory.UpTo([Run(200, 5), Run(20, 5)], Today), new Distance(9000)).ToldAt(Instant.FromUtc(2026, 6, 9, 0, 0)));
    }

    [Fact]
    public void A_jump_counts_as_a_tenth_more_than_the_usual_and_a_second_one_no_more()
    {
        Assert.Equal([11_000, 11_000], Counted([.. Usual, Run(1, 42), Run(0, 42)])[^2..]);
        Assert.Equal(10_500, Counted([.. Usual, Run(0, 10.5)])[^1]);
    }

    [Fact]
    public void What_was_run_on_three_such_days_counts_in_full()
    {
        Assert.Equal(20_000, Counted([.. Steady(10, 4, 62, 34), Run(30, 20), Run(25, 20), Run(20, 20), Run(0, 42)])[^1]);
        Assert.Equal(12_100, Counted([.. Steady(10, 4, 62, 34), Run(30, 20), Run(25, 20), Run(20, 9), Run(0, 42)])[^1], 6);
    }

    [Theory]
    [InlineData(13, 12_000)]
    [InlineData(14, 6600)]
    public void In_the_first_two_weeks_a_session_counts_twice_the_longest_at_most(int firstAgo, double counted) =>
        Assert.Equal(counted, Counted([Run(firstAgo, 6), Run(0, 20)])[^1], 6);

    [Fact]
    public void A_session_of_unknown_distance_counts_nothing() => Assert.Null(Last([.. Usual, Run(0, null)]).Counted);

    [Fact]
    public void Metres_down_are_held_against_the_most_of_thirty_days_where_two_are_known()
    {
        Assert.Equal((new Distance(500), 34), Descent(Down(20, 300), Down(10, 500), Down(0, 1000)));
        Assert.Equal((new Distance(100), 34), Descent(Down(20, 30), Down(10, 50), Down(0, 1000)));
        Assert.Equal((new Distance(500), 0), Descent(Down(20, 300), Down(10, 500), Down(0, 799)));
        Assert.Equal((null, 0), Descent(Down(10, 500), Down(0, 1000)));
        Assert.Equal((null, 0), Descent(Down(20, 300), Down(10, 500), Run(0, 10)));
        Assert.Equal((new Distance(500), 34), Descent(Down(40, 5000), Down(20, 300), Down(10, 500), Down(0, 1000)));

        static (Distance?, double) Descent(params HistoryRun[] runs) =>
            Last([Run(64, 10), .. runs]) is var last ? (last.DescentBase, last.DescentPoints) : default;

        static HistoryRun Down(int daysAgo, double metres) => Run(daysAgo, 10).With(metrics => metrics with { DescentOnSlopes = new Distance(metres) });
    }

    [Fact]
    public void Points_reach_eighty_five_where_two_sessions_are_known_before_and_forty_eight_where_one_is()
    {
        Assert.Equal(85, Last([.. Usual, Run(0, 20)]).Points);
        Assert.Equal(48, Last(Run(64, 10), Run(34, 10), Run(20, 10), Run(0, 20)).Points);
        Assert.Equal(0, Last([.. Usual, Run(0, 11)]).Points, 9);
    }

    private static SessionJudge Judge(List<HistoryRun> runs) => new(TrainingHistory.UpTo(runs, Today), longestBefore: null);

    private static SessionJudgement Last(params HistoryRun[] runs) => Judge([.. runs]).Judgements[^1];

    private static double[] Counted(List<HistoryRun> runs) => [.. Judge(runs).Judgements.Select(judgement => judgement.Counted!.Value.Metres)];
}
