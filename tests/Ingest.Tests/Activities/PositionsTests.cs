using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Tests.Activities;

public sealed class PositionsTests
{
    [Theory]
    [InlineData(47, 8)]
    [InlineData(0, 8)]
    [InlineData(47, 0)]
    [InlineData(90, 180)]
    [InlineData(-90, -180)]
    public void A_place_on_the_globe_is_a_position(double latitude, double longitude) => Assert.Equal((latitude, longitude), Of(latitude, longitude));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(90.001, 8)]
    [InlineData(-90.001, 8)]
    [InlineData(47, 180.001)]
    [InlineData(47, -180.001)]
    [InlineData(double.NaN, 8)]
    [InlineData(47, double.NaN)]
    public void Zero_for_both_a_place_off_the_globe_and_half_a_place_are_none(double latitude, double longitude) =>
        Assert.Equal((double.NaN, double.NaN), Of(latitude, longitude));

    [Fact]
    public void A_file_that_lacks_either_column_has_no_positions()
    {
        Assert.Null(Positions.Of(new RecordStream(1, null, [KeyValuePair.Create(RecordField.PositionLat, Column.Of([47]))])));
        Assert.Null(Positions.Of(new RecordStream(1, null, [KeyValuePair.Create(RecordField.PositionLong, Column.Of([8]))])));
        Assert.Throws<ArgumentNullException>(() => Positions.Of(null!));
    }

    private static (double Latitude, double Longitude) Of(double latitude, double longitude)
    {
        var (latitudes, longitudes) = Positions.Of(new RecordStream(
            1,
            null,
            [
                KeyValuePair.Create(RecordField.PositionLat, Column.Of([latitude])),
                KeyValuePair.Create(RecordField.PositionLong, Column.Of([longitude])),
            ]))!.Value;
        return (latitudes[0], longitudes[0]);
    }
}
