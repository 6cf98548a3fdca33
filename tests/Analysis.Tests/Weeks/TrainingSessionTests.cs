using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Weeks;

/// <summary>Runs less than an hour apart are joined, workouts further apart are not.</summary>
public sealed class TrainingSessionTests
{
    // 5 km at 6 min/km last 30 minutes.
    private static double After(double minutes) => 8 + ((30 + minutes) / 60);

    [Theory]
    [InlineData(13, 1)]
    [InlineData(59.99, 1)]
    [InlineData(60, 2)]
    public void The_gap_is_from_the_end_of_the_first_to_the_start_of_the_next(double gap, int sessions) =>
        Assert.Equal(sessions, TrainingSession.Of([Run(0, 5), Run(0, 5, After(gap))]).Count);

    [Fact]
    public void Distances_add_up_and_day_and_start_are_those_of_the_first()
    {
        var first = Run(1, 5, hour: 23.4, key: "a");
        var second = Run(0, 3, hour: 0.01, key: "b");

        var session = Assert.Single(TrainingSession.Of([first, second]));

        Assert.Equal(new Distance(8_000), session.Distance);
        Assert.Equal(first.Metrics.LocalDate, session.Day);
        Assert.Equal(first.Metrics.Start, session.Start);
        Assert.Equal(["a", "b"], session.RunKeys);
    }

    [Fact]
    public void One_unknown_distance_makes_the_session_unknown() =>
        Assert.Null(Assert.Single(TrainingSession.Of([Run(0, null), Run(0, 3, After(1))])).Distance);

    [Fact]
    public void A_chain_of_restarts_is_one_session() =>
        Assert.Single(TrainingSession.Of([Run(0, 5), Run(0, 5, After(10)), Run(0, 5, After(50))]));

    [Fact]
    public void A_short_run_within_a_long_one_does_not_end_it() =>
        Assert.Single(TrainingSession.Of([Run(0, 20), Run(0, 1, 8.1), Run(0, 5, 10.1)]));

    [Fact]
    public void The_end_is_that_of_the_last_record_and_no_stated_elapsed_time()
    {
        // A run that stayed paused over night states 26 hours.
        var paused = Run(1, 5).With(metrics => metrics with { Elapsed = Duration.FromHours(26), Recorded = Duration.FromMinutes(31) });

        Assert.Equal(2, TrainingSession.Of([paused, Run(0, 5)]).Count);
    }

    [Fact]
    public void Metres_down_add_up_and_one_unknown_makes_them_unknown()
    {
        HistoryRun Down(double hour, double? metres) =>
            Run(0, 5, hour).With(metrics => metrics with { DescentOnSlopes = metres is { } known ? new(known) : null });

        Assert.Equal(300, TrainingSession.Of([Down(8, 100), Down(8.6, 200)])[0].DescentOnSlopes?.Metres);
        Assert.Null(TrainingSession.Of([Down(8, 100), Down(8.6, null)])[0].DescentOnSlopes);
    }
}
