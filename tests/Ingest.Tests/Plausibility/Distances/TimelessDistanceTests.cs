using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Distances;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Tests.Plausibility.Distances;

public sealed class TimelessDistanceTests
{
    // Mean radius of the earth, 6,371,008.8 m: a degree of a great circle is pi / 180 of it.
    private const double MetresOfADegree = 111_195.08;

    [Fact]
    public void A_degree_of_latitude_has_its_metres_at_every_place()
    {
        Assert.Equal(MetresOfADegree, Of((0, 8), (1, 8)).TotalDistance!.Value.Metres, 0);
        Assert.Equal(MetresOfADegree, Of((60, 8), (59, 8)).TotalDistance!.Value.Metres, 0);
    }

    [Fact]
    public void A_degree_of_longitude_has_half_of_them_at_sixty_degrees()
    {
        // The great circle is a little shorter than the parallel: by less than one in ten thousand.
        Assert.Equal(MetresOfADegree / 2, Of((60, 8), (60, 9)).TotalDistance!.Value.Metres, 4.0);
        Assert.Equal(MetresOfADegree, Of((0, 179.5), (0, -179.5)).TotalDistance!.Value.Metres, 0);
    }

    [Fact]
    public void Points_without_a_position_are_bridged() =>
        Assert.Equal(2 * MetresOfADegree, Of((0, 8), (double.NaN, double.NaN), (2, 8)).TotalDistance!.Value.Metres, 0);

    [Fact]
    public void A_way_there_and_back_is_twice_as_long() =>
        Assert.Equal(2 * MetresOfADegree, Of((10, 8), (11, 8), (10, 8)).TotalDistance!.Value.Metres, 0);

    [Fact]
    public void Opposite_ends_of_the_earth_are_half_its_girth() =>
        Assert.Equal(180 * MetresOfADegree, Of((90, 8), (-90, 8)).TotalDistance!.Value.Metres, 50.0);

    [Fact]
    public void A_track_of_one_place_and_one_without_positions_have_no_length()
    {
        Assert.Null(Of((47, 8), (47, 8)).TotalDistance);
        Assert.Null(Of((47, 8)).TotalDistance);
        Assert.Null(TimelessDistance.Of(new() { Format = ActivityFormat.Gpx, Records = RecordStream.Empty }).TotalDistance);
    }

    [Fact]
    public void A_stated_distance_stays()
    {
        var stated = Made((0, 8), (1, 8)) with { TotalDistance = new Distance(5) };

        Assert.Same(stated, TimelessDistance.Of(stated));
    }

    private static Activity Of(params (double Latitude, double Longitude)[] points) => TimelessDistance.Of(Made(points));

    private static Activity Made(params (double Latitude, double Longitude)[] points) => new()
    {
        Format = ActivityFormat.Gpx,
        Records = new RecordStream(
            points.Length,
            null,
            [
                KeyValuePair.Create(RecordField.PositionLat, Column.Of([.. points.Select(point => point.Latitude)])),
                KeyValuePair.Create(RecordField.PositionLong, Column.Of([.. points.Select(point => point.Longitude)])),
            ]),
    };
}
