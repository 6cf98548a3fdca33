using KneeLoad.Ingest.Maps.Places;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Tests.Maps.Places;

public sealed class MapPlaneTests
{
    // Mean radius of the earth, 6,371,008.8 m, times pi / 180.
    private const double MetresOfADegree = 111_195.08;

    [Fact]
    public void The_middle_is_the_origin() => Assert.Equal(new PlanePoint(0, 0), Around(47, 8).At(new GeoPoint(47, 8)));

    [Fact]
    public void North_is_as_long_at_every_latitude()
    {
        Assert.Equal(MetresOfADegree, Around(0, 8).At(new GeoPoint(1, 8))!.Value.NorthMetres, 0);
        Assert.Equal(-MetresOfADegree, Around(60, 8).At(new GeoPoint(59, 8))!.Value.NorthMetres, 0);
    }

    [Fact]
    public void East_shrinks_with_the_cosine_of_the_middle()
    {
        Assert.Equal(MetresOfADegree, Around(0, 8).At(new GeoPoint(0, 9))!.Value.EastMetres, 0);
        Assert.Equal(-MetresOfADegree / 2, Around(60, 8).At(new GeoPoint(60, 7))!.Value.EastMetres, 0);
    }

    [Fact]
    public void East_is_the_shorter_way_over_the_date_line() =>
        Assert.Equal(0.2 * MetresOfADegree, Around(0, 179.9).At(new GeoPoint(0, -179.9))!.Value.EastMetres, 0);

    [Theory]
    [InlineData(47, 8, 47.01, 8.02)]
    [InlineData(-33.9, 151.2, -33.91, 151.19)]
    [InlineData(0, 179.99, 0.01, -179.99)]
    [InlineData(89.9, 0, 89.95, 3)]
    public void A_place_comes_back_from_the_plane(double latitude, double longitude, double toLatitude, double toLongitude)
    {
        var plane = Around(latitude, longitude);
        var point = plane.At(new GeoPoint(toLatitude, toLongitude))!.Value;

        var back = plane.PlaceOf(point.EastMetres, point.NorthMetres).ToGeoPoint();

        Assert.Equal(toLatitude, back.LatitudeDegrees, 6);
        Assert.Equal(toLongitude, back.LongitudeDegrees, 6);
    }

    [Fact]
    public void A_point_beyond_the_pole_or_half_way_around_stays_on_the_globe()
    {
        Assert.Equal(90, Around(89, 0).PlaceOf(0, 1e9).ToGeoPoint().LatitudeDegrees);
        Assert.Equal(-90, Around(-89, 0).PlaceOf(0, -1e9).ToGeoPoint().LatitudeDegrees);
        Assert.Equal(-180, Around(0, 0).PlaceOf(1e12, 0).ToGeoPoint().LongitudeDegrees);
    }

    [Fact]
    public void A_place_off_the_globe_has_no_point() => Assert.Null(Around(0, 0).At(new GeoPoint(91, 0)));

    [Fact]
    public void Points_are_as_far_apart_as_a_straight_line()
    {
        Assert.Equal(5, new PlanePoint(1, 2).To(new PlanePoint(4, 6)).Metres);
        Assert.Equal(25, new PlanePoint(1, 2).SquareTo(new PlanePoint(4, 6)));
        Assert.Equal(0, new PlanePoint(1, 2).To(new PlanePoint(1, 2)).Metres);
    }

    private static MapPlane Around(double latitude, double longitude) => new(MapPoint.Of(new GeoPoint(latitude, longitude))!.Value);
}
