using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Distances;

namespace KneeLoad.Ingest.Tests.Plausibility.Distances;

/// <summary>Altitudes that no ground has, and leaps that come back or lie at an end, are left out; hills stay.</summary>
public sealed class PlausibleAltitudeTests
{
    [Fact]
    public void A_hill_is_the_same_activity()
    {
        // A metre up each second is steeper than any runner climbs.
        var activity = Made(i => 400 + i);

        Assert.Same(activity, PlausibleAltitude.Of(activity));
    }

    [Theory]
    [InlineData(-500, 1)]
    [InlineData(-430, 0)]
    [InlineData(8_849, 0)]
    [InlineData(9_001, 1)]
    [InlineData(65_535, 1)]
    public void An_altitude_that_no_ground_has_is_left_out(double altitude, int expected)
    {
        // The whole run lies up there or down there, so that no leap speaks; but one record.
        var activity = Made(i => i == 300 ? altitude : Math.Clamp(altitude, -430, 8_849));

        Assert.Equal(expected, LeftOut(activity));
    }

    [Theory]
    [InlineData(300, 301)]
    [InlineData(300, 305)]
    [InlineData(300, 500)]
    public void A_leap_that_comes_back_is_left_out(int from, int to) => Assert.Equal(to - from, LeftOut(Made(i => i >= from && i < to ? 900 : 400)));

    [Fact]
    public void A_leap_that_comes_back_after_five_minutes_or_never_is_left_as_measured()
    {
        Assert.Equal(0, LeftOut(Made(i => i is >= 400 and < 750 ? 900 : 400)));
        Assert.Equal(0, LeftOut(Made(i => i >= 600 ? 900 : 400)));
    }

    [Theory]
    [InlineData(50, 0)]
    [InlineData(51, 5)]
    public void A_leap_is_more_than_fifty_metres(double metres, int expected) =>
        Assert.Equal(expected, LeftOut(Made(i => i is >= 300 and < 305 ? 400 + metres : 400)));

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(290)]
    public void Altitudes_before_a_leap_at_the_beginning_are_left_out(int seconds) => Assert.Equal(seconds, LeftOut(Made(i => i < seconds ? 0 : 400)));

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(290)]
    public void Altitudes_after_a_leap_at_the_end_are_left_out(int seconds) => Assert.Equal(seconds, LeftOut(Made(i => i > 1_200 - seconds ? 0 : 400)));

    [Fact]
    public void A_short_recording_has_short_ends()
    {
        // A quarter of 200 seconds: a leap at 40 is an end, one at 60 is not.
        Assert.Equal(40, LeftOut(Made(i => i < 40 ? 0 : 400, 200)));
        Assert.Equal(0, LeftOut(Made(i => i < 60 ? 0 : 400, 200)));
    }

    [Fact]
    public void Where_nothing_is_left_there_is_no_altitude_in_either_field()
    {
        var believed = PlausibleAltitude.Of(MadeActivity.Lasting(100)
            .Field(RecordField.Altitude, _ => -500)
            .Field(RecordField.EnhancedAltitude, _ => -500)
            .Build());

        Assert.Null(believed.Records[RecordField.Altitude]);
        Assert.Null(believed.Records[RecordField.EnhancedAltitude]);
        Assert.Null(believed.Records.AltitudeMetres);
    }

    [Fact]
    public void Records_without_an_altitude_or_with_a_hole_change_nothing()
    {
        var without = MadeActivity.Lasting(100).Positions().Build();
        var holes = Made(i => i % 3 == 0 ? double.NaN : 400);

        Assert.Same(without, PlausibleAltitude.Of(without));
        Assert.Same(holes, PlausibleAltitude.Of(holes));
    }

    [Fact]
    public void Other_columns_stay_as_they_are()
    {
        var believed = PlausibleAltitude.Of(MadeActivity.Lasting(1_200).Positions().Field(RecordField.Altitude, i => i == 600 ? 900 : 400).Build());

        Assert.Equal(1_201, believed.Records[RecordField.PositionLat]!.MeasuredCount);
        Assert.Equal(1_200, believed.Records.AltitudeMetres!.MeasuredCount);
    }

    private static Activity Made(Func<int, double> altitudeAt, int seconds = 1_200) =>
        MadeActivity.Lasting(seconds).Field(RecordField.Altitude, altitudeAt).Build();

    private static int LeftOut(Activity activity)
    {
        var believed = PlausibleAltitude.Of(activity);
        var note = believed.Notes.SingleOrDefault(note => note.Kind == NoteKind.AltitudesLeftOut);
        var left = activity.Records.AltitudeMetres!.MeasuredCount - (believed.Records.AltitudeMetres?.MeasuredCount ?? 0);
        Assert.Equal(left == 0 ? null : left, note?.Count);
        return left;
    }
}
