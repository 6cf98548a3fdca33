using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Plausibility.Distances;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility.Distances;

/// <summary>Steps of over 12 m/s cut a track into pieces; the pieces that are the way stay.</summary>
public sealed class PlausiblePositionsTests
{
    [Fact]
    public void A_way_that_can_be_run_is_the_same_activity_with_its_metres()
    {
        var run = MadeActivity.Lasting(100).Positions().Build();

        var (cleaned, metres) = PlausiblePositions.Of(run, RecordClock.Of(run)!);

        Assert.Same(run, cleaned);
        Assert.Equal(300, metres!.Value, 0.5);
    }

    [Fact]
    public void Without_positions_there_are_no_metres()
    {
        var run = MadeActivity.Lasting(100).Build();
        var nowhere = MadeActivity.Lasting(100).Field(RecordField.PositionLat, _ => double.NaN).Field(RecordField.PositionLong, _ => 8).Build();

        Assert.Equal((run, null), PlausiblePositions.Of(run, RecordClock.Of(run)!));
        Assert.Null(PlausiblePositions.Of(nowhere, RecordClock.Of(nowhere)!).Metres);
    }

    [Theory]
    [InlineData(11.9, 0)]
    [InlineData(12.2, 1)]
    public void A_step_of_over_twelve_metres_a_second_parts_the_way(double leap, int left)
    {
        // One point to the side and back, far enough off: two steps of the leap.
        var (cleaned, _) = Of(MadeActivity.Lasting(200).Positions(i => i == 100 ? leap : 0));

        Assert.Equal(left, cleaned.Notes.SingleOrDefault(note => note.Kind == NoteKind.PointsLeftOut)?.Count ?? 0);
    }

    [Fact]
    public void Points_far_off_are_bridged_straight_to_the_next_that_fits()
    {
        var (cleaned, metres) = Of(MadeActivity.Lasting(200).Positions(i => i is >= 100 and < 105 ? 5000 : 3 * i));

        Assert.Equal(new ActivityNote(NoteKind.PointsLeftOut, 5), Assert.Single(cleaned.Notes));
        Assert.Equal(600, metres!.Value, 1.0);
        Assert.Equal(
            [47, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 47], cleaned.Records[RecordField.PositionLat]!.ToArray()[99..106]);
        Assert.Empty(cleaned.Pauses);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public void A_first_or_last_point_far_off_is_left_out_and_one_that_can_be_explained_is_not(int record)
    {
        Assert.Equal(1, Of(MadeActivity.Lasting(200).Positions(i => i == record ? -5000 : 3 * i)).Activity.Notes.Single().Count);
        var near = MadeActivity.Lasting(200).Positions(i => i == record ? (3 * i) + (record == 0 ? -200 : 200) : 3 * i);
        Assert.Empty(Of(near).Activity.Notes);
    }

    [Fact]
    public void A_way_that_goes_on_elsewhere_is_parted_by_a_pause()
    {
        // A hundred seconds of running, then two kilometres farther on a hundred more.
        var (cleaned, metres) = Of(MadeActivity.Lasting(200).Positions(i => (3 * i) + (i > 100 ? 2000 : 0)));

        Assert.Equal(new Pause(At(100), At(101)), Assert.Single(cleaned.Pauses));
        Assert.Equal(597, metres!.Value, 1.0);
        Assert.Equal(0, cleaned.Notes.Single(note => note.Kind == NoteKind.PointsLeftOut).Count);
    }

    [Fact]
    public void A_ride_between_two_stretches_is_cut_out_with_its_points()
    {
        // Runs, rides at 30 m/s for 60 s, runs on.
        var (cleaned, metres) = Of(MadeActivity.Lasting(300).Positions(i => i <= 120 ? 3 * i : i < 180 ? 360 + (30 * (i - 120)) : 2160 + (3 * (i - 180))));

        Assert.Equal(new Pause(At(120), At(180)), Assert.Single(cleaned.Pauses));
        Assert.Equal(720, metres!.Value, 5.0);
        Assert.Equal(59, cleaned.Notes.Single().Count);
    }

    [Fact]
    public void A_receiver_that_catches_up_by_a_quarter_of_a_kilometre_is_believed()
    {
        Assert.Empty(Of(MadeActivity.Lasting(200).Positions(i => (3 * i) + (i > 100 ? 240 : 0))).Activity.Pauses);
        Assert.Single(Of(MadeActivity.Lasting(200).Positions(i => (3 * i) + (i > 100 ? 260 : 0))).Activity.Pauses);
    }

    [Fact]
    public void Of_no_stated_sport_a_ride_keeps_its_speed()
    {
        var ride = MadeActivity.Lasting(200).Positions(i => 20 * i).With(made => made with { Sport = null });

        var (cleaned, metres) = Of(ride);

        Assert.Empty(cleaned.Notes);
        Assert.Equal(4000, metres!.Value, 5.0);
    }

    [Fact]
    public void A_step_over_a_pause_is_neither_a_leap_nor_a_way()
    {
        var made = MadeActivity.Lasting(200).Positions(i => (3 * i) + (i > 100 ? 2000 : 0)).With(run => run with { Pauses = [new Pause(At(100), At(101))] });

        var (cleaned, metres) = Of(made);

        Assert.Empty(cleaned.Notes);
        Assert.Equal(597, metres!.Value, 1.0);
    }

    [Fact]
    public void Late_points_and_points_without_a_time_say_nothing_of_the_way()
    {
        var made = MadeActivity.Lasting(200)
            .Positions(i => i is 50 or 60 ? 9000 : 3 * i)
            .Times((i, time) => i == 50 ? double.NaN : i == 60 ? time - 30 : time);

        Assert.Equal(600, Of(made).Metres!.Value, 1.0);
    }

    [Fact]
    public void A_step_over_the_date_line_is_a_short_one()
    {
        var run = MadeActivity.Lasting(1).Field(RecordField.PositionLat, _ => 0).Field(RecordField.PositionLong, i => i == 0 ? 179.99999 : -179.99999).Build();

        Assert.Equal(2.2, PlausiblePositions.Of(run, RecordClock.Of(run)!).Metres!.Value, 0.1);
    }

    private static Instant At(double second) => MadeActivity.Morning + Duration.FromSeconds(second);

    private static (Activity Activity, double? Metres) Of(MadeActivity made)
    {
        var run = made.Build();
        return PlausiblePositions.Of(run, RecordClock.Of(run)!);
    }
}
