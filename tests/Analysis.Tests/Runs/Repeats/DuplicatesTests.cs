using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Runs.Repeats;

/// <summary>Which of several files of one activity counts.</summary>
public sealed class DuplicatesTests
{
    private static readonly Instant Start = Instant.FromUtc(2024, 6, 2, 6, 0);

    [Theory]
    [InlineData(60, 1000, true)]
    [InlineData(61, 1000, false)]
    public void Two_starts_may_lie_a_minute_apart(int seconds, double metres, bool same)
    {
        // A pause makes elapsed and timer differ, so that only the start and the measures speak.
        var watch = Run("watch") with { Elapsed = Duration.FromSeconds(10), Distance = new(metres) };
        var phone = Run("phone") with
        {
            Start = Start + Duration.FromSeconds(seconds),
            Elapsed = Duration.FromSeconds(10),
            Distance = new(metres),
            MeasuredFields = 3,
        };

        Assert.Equal(same, Duplicates.Find([watch, phone]).ContainsKey("phone"));
    }

    [Theory]
    [InlineData(2940, true)]
    [InlineData(2939, false)]
    public void Distance_within_2_percent_of_the_longer_is_the_same(double metres, bool same) =>
        Assert.Equal(same, FindOther(other => other with { Distance = new(metres), Timer = Duration.FromSeconds(500) }).Count == 1);

    [Fact]
    public void Timer_within_2_percent_is_the_same_whatever_the_distance() =>
        Assert.Single(FindOther(other => other with { Distance = new(9000), Timer = Duration.FromSeconds(1020) }));

    [Fact]
    public void Neither_timer_nor_distance_alike_is_another_run() =>
        Assert.Empty(FindOther(other => other with { Distance = new(9000), Timer = Duration.FromSeconds(500) }));

    [Fact]
    public void Unknown_distances_are_not_alike() =>
        Assert.Empty(Duplicates.Find(
        [
            Run("a") with { Distance = null, Timer = Duration.FromSeconds(500), Elapsed = Duration.FromSeconds(1) },
            Run("b") with { Distance = null, Start = Start + Duration.FromSeconds(30), Elapsed = Duration.FromSeconds(1) },
        ]));

    [Theory]
    [InlineData(801, true)]
    [InlineData(800, false)]
    public void More_than_80_percent_of_the_shorter_within_the_longer_is_the_same(int common, bool same)
    {
        var whole = Run("whole") with { Elapsed = Duration.FromSeconds(5000), Timer = Duration.FromSeconds(5000) };
        var part = Run("part") with { Start = whole.End - Duration.FromSeconds(common), Sport = "generic", MeasuredFields = 1 };

        Assert.Equal(same, Duplicates.Find([whole, part]).ContainsKey("part"));
    }

    [Fact]
    public void A_run_along_its_course_does_not_repeat_it() =>
        Assert.Empty(Duplicates.Find([Run("run"), Run("course") with { Kind = RunKind.Course, MeasuredFields = 20 }]));

    [Fact]
    public void A_restarted_watch_is_no_duplicate()
    {
        var first = Run("first");
        var second = Run("second") with { Start = first.End + Duration.FromSeconds(5) };

        Assert.Empty(Duplicates.Find([first, second]));
    }

    [Fact]
    public void A_span_of_mostly_pause_does_not_swallow_the_run_within_it()
    {
        var joined = Run("joined") with { Start = Start - Duration.FromHours(20), Elapsed = Duration.FromHours(60), MeasuredFields = 20 };

        Assert.Empty(Duplicates.Find([joined, Run("run")]));
    }

    [Fact]
    public void A_gym_session_does_not_swallow_the_run_within_it()
    {
        var gym = Run("gym") with { Kind = RunKind.Other, Sport = "training", Elapsed = Duration.FromHours(2), MeasuredFields = 20 };

        Assert.Empty(Duplicates.Find([gym, Run("run")]));
    }

    [Fact]
    public void The_file_with_more_fields_is_kept()
    {
        var repeats = Duplicates.Find([Run("thin") with { MeasuredFields = 4 }, Run("full") with { MeasuredFields = 12 }]);

        Assert.Equal("full", repeats["thin"]);
        Assert.False(repeats.ContainsKey("full"));
    }

    [Fact]
    public void Three_files_of_one_run_leave_one()
    {
        var repeats = Duplicates.Find([Run("a"), Run("b"), Run("c")]);

        Assert.Equal([KeyValuePair.Create("b", "a"), KeyValuePair.Create("c", "a")], repeats.OrderBy(pair => pair.Key));
    }

    [Fact]
    public void Without_runs_there_are_no_duplicates() => Assert.Empty(Duplicates.Find([]));

    [Fact]
    public void The_answer_depends_on_the_set_alone_and_names_only_kept_ones()
    {
        var sets = Arb.From(Gen.ArrayOf(
            from start in Gen.Choose(0, 60)
            from length in Gen.Choose(1, 40)
            from fields in Gen.Choose(1, 3)
            select (start, length, fields), 12));

        Prop.ForAll(sets, set =>
        {
            var runs = set.Select((run, i) => Run($"r{i:D2}") with
            {
                Start = Start + Duration.FromMinutes(run.start),
                Elapsed = Duration.FromMinutes(run.length),
                Timer = Duration.FromMinutes(run.length),
                Distance = new(run.length * 180),
                MeasuredFields = run.fields,
            }).ToArray();

            var forwards = Duplicates.Find(runs);
            var backwards = Duplicates.Find([.. runs.Reverse()]);

            return forwards.OrderBy(pair => pair.Key).SequenceEqual(backwards.OrderBy(pair => pair.Key))
                && forwards.Values.All(kept => !forwards.ContainsKey(kept));
        }).QuickCheckThrowOnFailure();
    }

    private static IReadOnlyDictionary<string, string> FindOther(Func<DuplicateCandidate, DuplicateCandidate> change)
    {
        // Elapsed times of a second keep the rule of overlap out.
        var one = Run("one") with { Elapsed = Duration.FromSeconds(1) };
        return Duplicates.Find([one, change(Run("other") with { Elapsed = Duration.FromSeconds(1), Start = Start + Duration.FromSeconds(30) })]);
    }

    private static DuplicateCandidate Run(string key) => new(
        key, RunKind.Run, "running", Start, Duration.FromSeconds(1000), Duration.FromSeconds(1000), new Distance(3000), MeasuredFields: 8);
}
