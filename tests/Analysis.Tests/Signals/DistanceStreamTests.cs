using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Signals;

public sealed class DistanceStreamTests
{
    private const double DegreeMetres = 111_195.08;

    [Theory]
    [InlineData(100, 110)]
    [InlineData(101, 10)]
    public void A_column_that_begins_beyond_a_hundred_metres_is_counted_from_there(double first, double last) =>
        Assert.Equal(last, DistanceStream.FromColumn(Timeline(2), [first, first + 10], new Distance(100))![^1]);

    [Fact]
    public void Records_before_the_first_distance_stand_at_nothing_and_those_after_the_last_stay() =>
        Assert.Equal([0, 4, 8, 12, 12], DistanceStream.FromColumn(Timeline(5), [double.NaN, 4, double.NaN, 12, double.NaN], new Distance(100))!);

    [Fact]
    public void Positions_add_up_and_gaps_are_bridged()
    {
        var metres = DistanceStream.FromPositions(Timeline(4), [0, double.NaN, 0, 0], [8, double.NaN, 10, 11])!;

        Assert.Equal([0, DegreeMetres, 2 * DegreeMetres, 3 * DegreeMetres], metres.Select(metre => Math.Round(metre, 0)).Select(Near));
    }

    [Fact]
    public void A_way_across_a_pause_is_not_covered()
    {
        var metres = DistanceStream.FromPositions(Timeline(4, (1.5, 1.9)), [0, 0, 0, 0], [8, 9, 50, 51])!;

        Assert.Equal([0, DegreeMetres, DegreeMetres, 2 * DegreeMetres], metres.Select(Near));
    }

    [Fact]
    public void Positions_that_stand_still_or_are_missing_are_no_stream()
    {
        Assert.Null(DistanceStream.FromPositions(Timeline(2), [47, 47], [8, 8]));
        Assert.Null(DistanceStream.FromPositions(Timeline(2), [47, double.NaN], [8, double.NaN]));
    }

    [Fact]
    public void Speed_covers_the_time_that_its_record_stands_for() =>
        Assert.Equal([0, 3, 3, 8], DistanceStream.FromSpeed(Timeline(4), [3, double.NaN, 5, 9])!);

    [Fact]
    public void Without_any_speed_time_goes_evenly()
    {
        Assert.Equal([0, 1, 2], DistanceStream.FromSpeed(Timeline(3), null)!);
        Assert.Null(DistanceStream.FromSpeed(Timeline(1), null));
        Assert.Null(DistanceStream.FromSpeed(Timeline(0), null));
        Assert.Null(DistanceStream.FromSpeed(Timeline(3), [0, 0, 0]));
    }

    [Fact]
    public void A_stream_is_scaled_to_end_at_a_length()
    {
        double[] metres = [0, 5, 10];

        DistanceStream.ScaleTo(metres, new Distance(30));

        Assert.Equal([0.0, 15, 30], metres);
    }

    private static double Near(double metres) => Math.Abs(metres - (Math.Round(metres / DegreeMetres) * DegreeMetres)) < 2
        ? Math.Round(metres / DegreeMetres) * DegreeMetres
        : metres;

    private static Instant At(double second) => NodaConstants.UnixEpoch + Duration.FromSeconds(second);

    private static Timeline Timeline(int count, params (double From, double To)[] pauses) => KneeLoad.Analysis.Signals.Timeline.Of(
        new RecordStream(count, Column.Of([.. Enumerable.Range(0, count).Select(second => (double)second)]), []),
        [.. pauses.Select(pause => new Pause(At(pause.From), At(pause.To)))],
        new StandRule(Duration.FromSeconds(30), new Fraction(1.5), Duration.FromMinutes(5)),
        Duration.FromMinutes(1));
}
