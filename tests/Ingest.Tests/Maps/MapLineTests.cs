using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps.Building;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Maps;

public sealed class MapLineTests : IDisposable
{
    private static readonly GeoPoint[] Track = [new(48.1, 11.5), new(48.1, 11.52), new(48.1, 11.54)];
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_way_through_many_cells_is_one_line_in_its_order()
    {
        (double, double)[] places = [.. Enumerable.Range(0, 60).Select(i => (Math.Round(48.1 + (0.0001 * (i % 2)), 7), Math.Round(11.5 + (i * 0.0007), 7)))];
        using var index = await Build(new OsmPbfBuilder().Way("highway=tertiary surface=asphalt name=Am_Bach", places));

        var line = Assert.Single(index.WaysAlong(Track, new(300), 1_000));

        Assert.Equal(places, line.Places.Select(place => (Math.Round(place.LatitudeDegrees, 7), Math.Round(place.LongitudeDegrees, 7))));
        Assert.Equal(("Am Bach", new(SurfaceClass.Asphalt, SurfaceSource.Tag), WayKind.Road), (line.Way.Name, line.Surface, line.Kind));
    }

    [Fact]
    public async Task A_closed_way_through_many_cells_is_one_closed_line()
    {
        (double Latitude, double Longitude)[] circle =
            [.. Enumerable.Range(0, 40).Select(i => (48.1 + (0.01 * Math.Sin(i * Math.PI / 20)), 11.52 + (0.015 * Math.Cos(i * Math.PI / 20))))];
        using var index = await Build(new OsmPbfBuilder().Way("highway=path", [.. circle, circle[0]]));

        var line = Assert.Single(index.WaysAlong([.. circle.Select(place => new GeoPoint(place.Latitude, place.Longitude))], new(200), 1_000));

        Assert.Equal(41, line.Places.Count);
        Assert.Equal(line.Places[0], line.Places[^1]);
    }

    [Fact]
    public async Task Only_ways_within_reach_come_and_of_a_long_way_what_lies_there()
    {
        using var index = await Build(new OsmPbfBuilder()
            .Way("highway=residential", (48.101, 11.5), (48.101, 11.54))
            .Way("highway=residential", (48.103, 11.5), (48.103, 11.54))
            .Way("highway=track", [.. Enumerable.Range(0, 100).Select(i => (48.1 + (i * 0.001), 11.53))]));

        var lines = index.WaysAlong(Track, new(200), 1_000);

        Assert.Equal([WayKind.Track, WayKind.Street], lines.Select(line => line.Kind));
        Assert.InRange(lines[0].Places.Count, 3, 8);
    }

    [Fact]
    public async Task A_gap_between_records_has_its_ways_too()
    {
        using var index = await Build(new OsmPbfBuilder().Way("highway=path", (48.1005, 11.51), (48.1005, 11.5101)));

        Assert.Single(index.WaysAlong([Track[0], Track[1]], new(100), 1_000));
    }

    [Fact]
    public async Task The_order_of_the_track_changes_nothing()
    {
        using var index = await Build(MapIndexTests.Town());
        GeoPoint[] track = [.. Enumerable.Range(0, 40).Select(i => new GeoPoint(48.1 + (i * 0.00025), 11.5 + (i * 0.0002)))];

        var forth = Drawn(index.WaysAlong(track, new(150), 10_000));
        var back = Drawn(index.WaysAlong([.. track.Reverse()], new(150), 10_000));

        Assert.NotEmpty(forth);
        Assert.Equal(forth, back);
    }

    [Fact]
    public async Task Of_too_many_points_the_nearest_lines_stay()
    {
        using var index = await Build(MapIndexTests.Town());
        GeoPoint[] track = [new(48.1, 11.5), new(48.1, 11.509)];

        var all = index.WaysAlong(track, new(400), 1_000);
        var some = index.WaysAlong(track, new(400), 55);

        Assert.InRange(some.Sum(line => line.Places.Count), 40, 55);
        Assert.Equal(Drawn(all.Take(some.Count)), Drawn(some));
        Assert.Equal("Street 0", all.First(line => line.Way.Name is not null).Way.Name);
        Assert.Empty(index.WaysAlong(track, new(400), 0));
    }

    private static string[] Drawn(IEnumerable<MapLine> lines) =>
        [
            .. lines.Select(
                line => $"{line.Way.Id} {line.Kind} {string.Join(' ', line.Places.Select(place => $"{place.LatitudeDegrees:F6},{place.LongitudeDegrees:F6}"))}")
                    .Order(),
        ];

    private async Task<MapIndex> Build(OsmPbfBuilder extract)
    {
        var build = await MapIndexBuilder.BuildAsync(
            [extract.Save(folder["map.osm.pbf"])], folder["index"], cancellation: TestContext.Current.CancellationToken);
        Assert.Null(build.Refusal);
        return MapIndex.Open(folder["index"]).Index!;
    }
}
