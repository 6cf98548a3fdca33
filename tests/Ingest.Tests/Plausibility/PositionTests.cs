using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Tests.Plausibility;

/// <summary>Positions that no runner can have reached are no way.</summary>
public sealed class PositionTests
{
    [Theory]
    [InlineData(300, 301, 5_000)]
    [InlineData(300, 301, 300)]
    [InlineData(300, 320, 33_000)]
    [InlineData(300, 360, 33_000)]
    [InlineData(0, 1, 5_000)]
    [InlineData(0, 20, 5_000)]
    [InlineData(600, 601, 5_000)]
    public void Points_far_off_are_left_out_and_bridged(int from, int to, double off)
    {
        var run = MadeActivity.Lasting(600).Positions(i => i >= from && i < to ? (3 * i) + off : 3 * i);

        var believed = run.Believe();

        Assert.Equal(to - from, Assert.Single(believed.Notes).Count);
        Assert.Empty(believed.Pauses);
        Assert.Equal(601 - (to - from), believed.Records[RecordField.PositionLat]!.MeasuredCount);
    }

    [Fact]
    public void A_train_between_two_stretches_is_cut_out()
    {
        // Ten minutes on foot, five at 30 m/s, ten on foot.
        var run = MadeActivity.Lasting(1_500).Positions(i => i <= 600 ? 3 * i : i <= 900 ? 1_800 + (30 * (i - 600)) : 10_800 + (3 * (i - 900)));

        var believed = run.Believe();

        var pause = Assert.Single(believed.Pauses);
        Assert.Equal(300, (pause.End - pause.Start).TotalSeconds, 2.0);
        Assert.InRange(believed.Records[RecordField.PositionLat]!.MeasuredCount, 1_190, 1_210);
    }

    [Fact]
    public void A_receiver_that_catches_up_is_believed()
    {
        var run = MadeActivity.Lasting(600).Positions(i => i < 300 ? 2.5 * i : 3 * i);

        Assert.Empty(run.Believe().Notes);
    }

    [Fact]
    public void A_ride_of_no_stated_sport_keeps_its_speed()
    {
        var run = MadeActivity.Lasting(600).Positions(i => 14 * i).With(made => made with { Sport = null });

        var believed = run.Believe();

        Assert.Empty(believed.Notes);
        Assert.Equal(601, believed.Records[RecordField.PositionLat]!.MeasuredCount);
    }

    [Theory]
    [InlineData(0, 20, -500)]
    [InlineData(0, 20, 0)]
    [InlineData(580, 601, 0)]
    [InlineData(200, 300, -500)]
    [InlineData(200, 300, 0)]
    [InlineData(100, 350, 5_000)]
    [InlineData(300, 301, 8_000)]
    [InlineData(300, 305, 700)]
    [InlineData(200, 400, 12_600)]
    [InlineData(200, 400, 1e9)]
    public void Altitudes_that_were_not_measured_are_left_out(int from, int to, double altitude)
    {
        var run = MadeActivity.Lasting(600).Field(RecordField.EnhancedAltitude, i => i >= from && i < to ? altitude : 400);

        var believed = run.Believe();

        Assert.Equal(601 - (to - from), believed.Records.AltitudeMetres!.MeasuredCount);
        Assert.Equal(to - from, Assert.Single(believed.Notes).Count);
    }

    [Fact]
    public void A_hill_is_no_leap()
    {
        var run = MadeActivity.Lasting(600).Field(RecordField.EnhancedAltitude, i => i * 0.5);

        Assert.Empty(run.Believe().Notes);
    }

    [Fact]
    public void A_leap_that_never_comes_back_stays()
    {
        var run = MadeActivity.Lasting(2_000).Field(RecordField.EnhancedAltitude, i => i < 1_000 ? 400 : 300);

        Assert.Equal(2_001, run.Believe().Records.AltitudeMetres!.MeasuredCount);
    }
}
