using KneeLoad.Ingest.Maps.Places;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Tests.Maps.Places;

public sealed class MapPointTests
{
    private const int Degree = 10_000_000;

    [Fact]
    public void A_place_is_rounded_to_a_ten_millionth_of_a_degree()
    {
        Assert.Equal(new MapPoint(471_234_568, -81_234_567), MapPoint.Of(new GeoPoint(47.12345678, -8.12345672)));
        Assert.Equal(new GeoPoint(47.1234568, -8.1234567), new MapPoint(471_234_568, -81_234_567).ToGeoPoint());
    }

    [Theory]
    [InlineData(90, 0)]
    [InlineData(-90, 0)]
    [InlineData(0, -180)]
    public void Poles_and_date_line_are_on_the_globe(double latitude, double longitude) =>
        Assert.Equal(new GeoPoint(latitude, longitude), MapPoint.Of(new GeoPoint(latitude, longitude))!.Value.ToGeoPoint());

    [Fact]
    public void East_180_is_west_180() => Assert.Equal(MapPoint.Of(new GeoPoint(10, -180)), MapPoint.Of(new GeoPoint(10, 180)));

    [Theory]
    [InlineData(90.0000001, 0)]
    [InlineData(-90.0000001, 0)]
    [InlineData(0, 180.0000001)]
    [InlineData(0, -180.0000001)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    public void A_place_off_the_globe_is_none(double latitude, double longitude) => Assert.Null(MapPoint.Of(new GeoPoint(latitude, longitude)));

    [Theory]
    [InlineData(90L * Degree, 180L * Degree, true)]
    [InlineData((90L * Degree) + 1, 0, false)]
    [InlineData((-90L * Degree) - 1, 0, false)]
    [InlineData(0, (180L * Degree) + 1, false)]
    [InlineData(0, (-180L * Degree) - 1, false)]
    [InlineData(long.MaxValue, long.MinValue, false)]
    public void Whole_units_are_held_against_the_globe(long latitude, long longitude, bool isPlace) =>
        Assert.Equal(isPlace, MapPoint.TryOf(latitude, longitude, out _));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(90 * Degree, -180 * Degree)]
    [InlineData(-90 * Degree, (180 * Degree) - 1)]
    [InlineData(471_234_568, -81_234_567)]
    [InlineData(-1, 1)]
    public void A_key_leads_back_to_its_place(int latitude, int longitude)
    {
        var point = new MapPoint(latitude, longitude);

        Assert.Equal(point, MapPoint.FromKey(point.Key));
    }

    [Theory]
    [InlineData(0, 10, 10)]
    [InlineData(10, 0, -10)]
    [InlineData((180 * Degree) - 1, -180 * Degree, 1)]
    [InlineData(-180 * Degree, (180 * Degree) - 1, -1)]
    [InlineData(0, -180 * Degree, -180 * Degree)]
    [InlineData(-90 * Degree, 90 * Degree, -180 * Degree)]
    [InlineData(-90 * Degree, (90 * Degree) - 1, (180 * Degree) - 1)]
    public void The_way_east_is_the_shorter_way_around(int from, int to, int east) => Assert.Equal(east, MapPoint.EastFrom(from, to));

    [Theory]
    [InlineData(0, 10, 10)]
    [InlineData((180 * Degree) - 1, 1, -180 * Degree)]
    [InlineData(-180 * Degree, -1, (180 * Degree) - 1)]
    public void Moving_east_goes_around_the_globe(int from, long east, int to)
    {
        Assert.Equal(to, MapPoint.MoveEast(from, east));
        Assert.Equal(east, MapPoint.EastFrom(from, to));
    }

    [Fact]
    public void Corners_of_two_places_are_taken_axis_by_axis()
    {
        var (one, other) = (new MapPoint(5, -7), new MapPoint(-3, 9));

        Assert.Equal(new MapPoint(-3, -7), MapPoint.SouthWestOf(one, other));
        Assert.Equal(new MapPoint(5, 9), MapPoint.NorthEastOf(one, other));
    }
}
