using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Runs.Repeats;

/// <summary>Equal runs at other hours are asked about where they may be copies, and not where a runner repeats a distance.</summary>
public sealed class ShiftedCopiesTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 1, 5, 0, 0);

    [Theory]
    [InlineData(120 * 60, 120)]
    [InlineData((345 * 60) + 40, 345)]
    [InlineData(14 * 3600, 840)]
    public void The_same_run_at_another_hour_is_a_question(int seconds, int minutes)
    {
        var pair = Assert.Single(ShiftedCopies.Find([
            Run(0, seconds: 1513, metres: 4_705, key: "a"), Run(seconds / 60.0, seconds: 1514, metres: 4_706, key: "b"),
        ]));

        Assert.Equal(("a", "b", minutes), (pair.Earlier, pair.Later, (int)pair.Shift.TotalMinutes));
    }

    [Theory]
    [InlineData(125, 1513, 4_705)]
    [InlineData(120, 1540, 4_705)]
    [InlineData(120, 1513, 4_800)]
    [InlineData(24 * 60, 1513, 4_705)]
    public void Two_runs_of_one_day_are_none(int minutes, int timer, double metres) =>
        Assert.Empty(ShiftedCopies.Find([Run(0, 1513, 4_705), Run(minutes, timer, metres)]));

    /// <summary>Sessions of equal pieces, of any number and any time from one to the next; those of a quarter of an hour are among them.</summary>
    [Fact]
    public void The_pieces_of_an_interval_session_are_no_copies()
    {
        for (var pieces = 3; pieces <= 24; pieces++)
        {
            for (var period = 2.0; period <= 60; period += 0.25)
            {
                Assert.True(ShiftedCopies.Find([.. Session(0, pieces, period)]).Count == 0, $"{pieces} pieces, one each {period} minutes");
            }
        }
    }

    [Fact]
    public void Sessions_of_many_weeks_with_warm_up_and_cool_down_are_no_copies()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 200; trial++)
        {
            var (pieces, period, rest) = (random.Next(4, 21), random.Next(8, 25) / 4.0, random.Next(5, 30));
            var history = Enumerable.Range(0, 6).SelectMany(week => Evening((week * 7 * 1440) + 1080 + random.Next(-3, 3), pieces, period, rest)).ToList();

            Assert.True(ShiftedCopies.Find(history).Count == 0, $"{pieces} pieces, one each {period} minutes, {rest} minutes before and after");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_same_treadmill_program_day_after_day_is_no_copy(int most)
    {
        var random = new Random(most);
        for (var trial = 0; trial < 100; trial++)
        {
            var history = Enumerable.Range(0, 40)
                .SelectMany(day => Enumerable.Range(0, random.Next(1, most + 1))
                    .Select(time => Run((day * 1440) + 360 + (time * 330) + random.Next(0, 240), 1800, 5_000)))
                .ToList();

            Assert.Empty(ShiftedCopies.Find(history));
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(330)]
    [InlineData(600)]
    public void A_session_and_its_copy_in_another_zone_are_asked_about_whole(int shift)
    {
        var evening = Evening(1080, pieces: 10, period: 4, rest: 3);

        var pairs = ShiftedCopies.Find([.. evening, .. evening.Select(run => Later(run, shift))]);

        Assert.Equal(evening.Select(run => (run.Key, run.Key + "'")), pairs.Select(pair => (pair.Earlier, pair.Later)));
        Assert.All(pairs, pair => Assert.Equal(shift, pair.Shift.TotalMinutes));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_history_of_equal_runs_and_its_copy_in_another_zone_are_asked_about_whole(int every)
    {
        var random = new Random(every);
        var runs = Enumerable.Range(0, 30).Select(day => Run((day * every * 1440) + 400 + random.Next(0, 300), 1800, 5_000)).ToList();

        var pairs = ShiftedCopies.Find([.. runs, .. runs.Select(run => Later(run, 120))]);

        Assert.Equal(runs.Select(run => (run.Key, run.Key + "'")), pairs.Select(pair => (pair.Earlier, pair.Later)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_last_five_runs_once_more_are_asked_about_though_all_are_equal(int every)
    {
        var runs = Enumerable.Range(0, 20).Select(day => Run((day * every * 1440) + 400 + (day * 37 % 200), 1800, 5_040)).ToList();

        Assert.Equal(5, ShiftedCopies.Find([.. runs, .. runs.TakeLast(5).Select(run => Later(run, 120))]).Count);
    }

    [Fact]
    public void One_run_among_equal_ones_is_no_copy_by_chance()
    {
        var runs = new[] { Run(0, 1800, 5_000), Run((2 * 1440) + 17, 1800, 5_000), Run((2 * 1440) + 17 + 690, 1800, 5_000) };

        Assert.Empty(ShiftedCopies.Find(runs));
        Assert.Single(ShiftedCopies.Find(runs[1..]));
    }

    [Fact]
    public void A_copy_is_asked_about_beside_other_runs_and_walks_of_the_day()
    {
        var pair = Assert.Single(ShiftedCopies.Find([
            Run(0, 1800, 5_000, key: "a"), Run(45, 900, 1_200) with { Kind = RunKind.Walk }, Run(120, 1800, 5_000, key: "b"), Run(300, 1500, 4_000),
        ]));

        Assert.Equal(("a", "b"), (pair.Earlier, pair.Later));
    }

    [Fact]
    public void A_jog_there_and_a_jog_home_are_no_copies() =>
        Assert.Empty(ShiftedCopies.Find([Run(0, 1080, 3_000), Run(34, 1500, 5_000), Run(75, 1080, 3_000)]));

    [Fact]
    public void Answers_on_earlier_pairs_speak_for_later_ones()
    {
        DuplicateCandidate[] runs =
        [
            .. Enumerable.Range(0, 6).Select(day => Run((day * 1440) + 400 + (day * 37 % 200), 1800, 5_000)),
            Run((5 * 1440) + 400 + (5 * 37) + 120, 1800, 5_000),
        ];

        Assert.Empty(ShiftedCopies.Find(runs));
        Assert.Single(ShiftedCopies.Find([.. runs.Select((run, i) => i < 5 ? run with { IsOneInTwoZones = true } : run)]));
    }

    [Fact]
    public void Of_so_many_equal_runs_that_nobody_runs_none_is_a_copy() =>
        Assert.Empty(ShiftedCopies.Find([.. Session(0, 5_000, 0.17)]));

    private static List<DuplicateCandidate> Evening(double start, int pieces, double period, double rest) =>
        [Run(start, 720, 2_000), .. Session(start + 12 + rest, pieces, period), Run(start + 12 + rest + (pieces * period) + rest, 720, 2_000)];

    private static IEnumerable<DuplicateCandidate> Session(double start, int pieces, double period) =>
        Enumerable.Range(0, pieces).Select(i => Run(start + (i * period), 101, 400));

    private static DuplicateCandidate Later(DuplicateCandidate run, double minutes) =>
        run with { Key = run.Key + "'", Start = run.Start + Duration.FromMinutes(minutes) };

    private static DuplicateCandidate Run(double minutes, int seconds, double metres, string? key = null) => new(
        key ?? $"{minutes:00000.00}",
        RunKind.Run,
        "running",
        Monday + Duration.FromMinutes(minutes),
        Duration.FromSeconds(seconds),
        Duration.FromSeconds(seconds),
        new Distance(metres),
        8);
}
