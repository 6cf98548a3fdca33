using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Runs.Repeats;

/// <summary>Two devices on one run count it once, with the best of both.</summary>
public sealed class JoinedActivitiesTests
{
    [Fact]
    public void The_file_that_covers_more_is_kept_whatever_the_other_measured()
    {
        var watch = Candidate("watch", 0, 600, 1800) with { MeasuredFields = 20 };
        var phone = Candidate("phone", 0, 5400, 16_200) with { MeasuredFields = 5 };

        Assert.Equal("phone", Assert.Single(Duplicates.Find([watch, phone])).Value);
    }

    [Fact]
    public void A_track_that_says_nothing_is_the_ride_that_another_device_recorded()
    {
        var ride = Candidate("ride", 0, 5400, 27_000) with { Kind = RunKind.Other, Sport = "cycling" };
        var phone = Candidate("phone", 10, 5380, 27_100) with { Kind = RunKind.TakenForRun, Sport = null };

        Assert.Equal("ride", Assert.Single(Duplicates.Find([phone, ride])).Value);
    }

    [Fact]
    public void An_activity_of_an_unknown_day_repeats_nothing()
    {
        var undated = Candidate("undated", 0, 600, 1800) with { DateUnknown = true };

        Assert.Empty(Duplicates.Find([undated, Candidate("run", 0, 600, 1800), Candidate("other", 100_000, 600, 1800)]));
    }

    [Theory]
    [InlineData(600, 0.5)]
    [InlineData(1_080, 0.9)]
    public void Half_an_overlap_counts_once(int later, double share)
    {
        var parts = Unions.Find([Candidate("first", 0, 1200, 3_700), Candidate("second", later, 1200, 3_600)]);

        var part = Assert.Single(parts);
        Assert.Equal("second", part.Key);
        Assert.Equal(share, part.Value.Share.Value, 9);
        Assert.Equal(["first"], part.Value.With);
    }

    [Theory]
    [InlineData(1_200)]
    [InlineData(1_160)]
    public void Runs_that_hardly_touch_count_both(int later) =>
        Assert.Empty(Unions.Find([Candidate("first", 0, 1200, 3_600), Candidate("second", later, 1200, 3_600)]));

    [Fact]
    public void A_union_counts_its_own_metres()
    {
        var first = MadeActivity.Lasting(1800).Speed(3).Cadence(170).Analyse();
        var second = MadeActivity.Lasting(1800).Speed(3).Cadence(170).Times(second => second + 900).Analyse();

        var joined = JoinedActivities.Of([new("a", first, null), new("b", second, null)]);

        Assert.Equal(8_100, joined.Sum(one => one.Analysed.Metrics.Distance!.Value.Metres), 5.0);
        Assert.Equal(8_100, joined.Sum(one => one.Analysed.Cells.Cells.Sum(cell => cell.Metres)), 5.0);
        Assert.Single(joined, one => one.JoinedWith.Count == 1);
    }

    [Fact]
    public void What_the_runner_parted_stays_parted()
    {
        var first = MadeActivity.Lasting(1800).Speed(3).Analyse();
        var second = MadeActivity.Lasting(1800).Speed(3).Times(second => second + 900).Analyse();

        var joined = JoinedActivities.Of([new("a", first, null), new("b", second, null, IsOnItsOwn: true)]);

        Assert.Equal(10_800, joined.Sum(one => one.Analysed.Metrics.Distance!.Value.Metres), 5.0);
    }

    [Fact]
    public void A_repeating_file_gives_what_the_kept_one_lacks()
    {
        var phone = MadeActivity.Lasting(1800).Speed(3).Analyse();
        var watch = MadeActivity.Lasting(1800).Speed(2.9).Cadence(170).Field(RecordField.HeartRate, 150).Analyse();

        var joined = JoinedActivities.Of([new("phone", phone, null), new("watch", watch, "phone")])[0];

        var file = Assert.Single(joined.JoinedWith);
        Assert.Equal("watch", file.Key);
        Assert.Null(file.Share);
        Assert.Equal([JoinedQuantity.HeartRate, JoinedQuantity.Cadence], file.Gave);
        Assert.Equal(150, joined.Analysed.Metrics.HeartRate!.Value.BeatsPerMinute, 9);
        Assert.Equal(170, joined.Analysed.Metrics.Cadence!.Value.StepsPerMinute, 1.0);
        Assert.Equal(5_400, joined.Analysed.Metrics.Distance!.Value.Metres, 1.0);
        Assert.Equal(5_400, joined.Analysed.Cells.Cells.Sum(cell => cell.Metres), 1.0);
        Assert.All(joined.Analysed.Cells.Cells, cell => Assert.NotNull(cell.CadenceBin));
    }

    [Theory]
    [InlineData(5, 3, false)]
    [InlineData(1400, 3, false)]
    [InlineData(1440, 3, true)]
    [InlineData(900, 5, true)]
    public void A_recording_of_a_part_gives_nothing(int seconds, double speed, bool gives)
    {
        var phone = MadeActivity.Lasting(1800).Speed(3).Analyse();
        var watch = MadeActivity.Lasting(seconds).Speed(speed).Cadence(170).Analyse();

        var joined = JoinedActivities.Of([new("phone", phone, null), new("watch", watch, "phone")])[0];

        Assert.Equal(gives, joined.JoinedWith.Count == 1);
        Assert.Equal(gives, joined.Analysed.Metrics.Steps is not null);
    }

    [Fact]
    public void A_file_that_adds_nothing_joins_nothing()
    {
        var run = MadeActivity.Lasting(1800).Speed(3).Cadence(170).Analyse();

        var joined = JoinedActivities.Of([new("a", run, null), new("b", run, "a")])[0];

        Assert.Empty(joined.JoinedWith);
        Assert.Same(run, joined.Analysed);
    }

    [Fact]
    public void The_answer_does_not_depend_on_the_order()
    {
        StoredActivity[] stored =
        [
            new("a", MadeActivity.Lasting(1800).Speed(3).Analyse(), null),
            new("b", MadeActivity.Lasting(1800).Speed(3).Times(second => second + 900).Analyse(), null),
            new("c", MadeActivity.Lasting(1500).Speed(3).Cadence(170).Analyse(), "a"),
            new("d", MadeActivity.Lasting(1500).Speed(3).Cadence(180).Field(RecordField.HeartRate, 140).Analyse(), "a"),
        ];

        var forward = JoinedActivities.Of(stored);
        var backward = JoinedActivities.Of([.. stored.Reverse()]).Reverse();

        Assert.Equal(forward.Select(one => one.Analysed.Cells), backward.Select(one => one.Analysed.Cells));
        Assert.Equal(forward.Select(one => one.Analysed.Metrics.Distance), backward.Select(one => one.Analysed.Metrics.Distance));
    }

    private static DuplicateCandidate Candidate(string key, int start, int seconds, double metres) => new(
        key,
        RunKind.Run,
        "running",
        MadeActivity.Morning + Duration.FromSeconds(start),
        Duration.FromSeconds(seconds),
        Duration.FromSeconds(seconds),
        new Distance(metres),
        8);
}
