using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Runs.Repeats;

/// <summary>Two devices that were not started and stopped together: the longer counts whole, the other with what lies outside.</summary>
public sealed class UnionsTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 6, 28, 6, 0);

    [Fact]
    public void Runs_that_do_not_overlap_count_whole() => Assert.Empty(Unions.Find([Made("a", 0, 60, 10), Made("b", 60, 60, 9)]));

    [Fact]
    public void The_shorter_counts_with_the_share_of_its_time_that_lies_outside()
    {
        // The second begins 45 minutes in and goes on for 15 beyond the first.
        var part = Assert.Single(Unions.Find([Made("late", 45, 30, 5), Made("long", 0, 60, 10)]));

        Assert.Equal("late", part.Key);
        Assert.Equal(0.5, part.Value.Share.Value, 9);
        Assert.Equal(["long"], part.Value.With);
    }

    [Fact]
    public void The_longer_is_that_of_more_metres_and_not_of_more_minutes() =>
        Assert.Equal(["slow"], Unions.Find([Made("slow", 30, 120, 5), Made("far", 0, 60, 10)]).Keys);

    // The shorter lasts 100 minutes: from 5 to 80 of them in common count as a union; less is a late stop, more a repeat.
    [Theory]
    [InlineData(4.9, false)]
    [InlineData(5.0, true)]
    [InlineData(80.0, true)]
    [InlineData(80.1, false)]
    public void From_a_twentieth_to_four_fifths_in_common_two_are_a_union(double minutes, bool isUnion) =>
        Assert.Equal(isUnion, Unions.Find([Made("long", 0, 200, 30), Made("short", 200 - minutes, 100, 15)]).ContainsKey("short"));

    [Fact]
    public void What_two_others_cover_is_outside_of_both()
    {
        // From minute 50 to 150: the first covers up to 60, the third from 140 on; 80 of 100 minutes lie outside.
        var parts = Unions.Find([Made("first", 0, 60, 30), Made("middle", 50, 100, 10), Made("third", 140, 60, 20)]);

        var part = Assert.Single(parts);
        Assert.Equal(("middle", 0.8), (part.Key, Math.Round(part.Value.Share.Value, 9)));
        Assert.Equal(["first", "third"], part.Value.With);
    }

    [Fact]
    public void What_two_others_cover_twice_is_covered_once()
    {
        var parts = Unions.Find([Made("a", 0, 60, 30), Made("b", 20, 60, 29), Made("c", 50, 100, 10)]);

        // The second overlaps the first for 40 of its 60 minutes; the third loses minutes 50 to 80 of its 100.
        Assert.Equal(1 / 3.0, parts["b"].Share.Value, 9);
        Assert.Equal(0.7, parts["c"].Share.Value, 9);
    }

    [Fact]
    public void Rides_plans_unknown_days_and_spans_of_mostly_pause_are_in_no_union()
    {
        DuplicateCandidate[] others =
        [
            Made("b", 30, 60, 5) with { Kind = RunKind.Other }, Made("b", 30, 60, 5) with { Kind = RunKind.Course },
            Made("b", 30, 60, 5) with { DateUnknown = true }, Made("b", 30, 60, 5) with { Timer = Duration.FromMinutes(29.9) },
        ];

        Assert.All(others, other => Assert.Empty(Unions.Find([Made("a", 0, 60, 10), other])));
        Assert.Single(Unions.Find([Made("a", 0, 60, 10), Made("b", 30, 60, 5) with { Timer = Duration.FromMinutes(30) }]));
    }

    [Fact]
    public void Of_equal_ones_the_earlier_counts_whole_and_then_the_lesser_key()
    {
        Assert.Equal(["later"], Unions.Find([Made("later", 30, 60, 10), Made("earlier", 0, 60, 10)]).Keys);
        Assert.Throws<ArgumentNullException>(() => Unions.Find(null!));
        Assert.Empty(Unions.Find([]));
    }

    private static DuplicateCandidate Made(string key, double startMinutes, double minutes, double kilometres) => new(
        key, RunKind.Run, "running", Morning + Duration.FromMinutes(startMinutes), Duration.FromMinutes(minutes), Duration.FromMinutes(minutes),
        new Distance(1000 * kilometres), 5);
}
