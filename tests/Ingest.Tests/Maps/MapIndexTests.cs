using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps.Building;
using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Maps;

public sealed partial class MapIndexTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true, false, 100, 8000)]
    [InlineData(false, false, 100, 8000)]
    [InlineData(false, true, 100, 8000)]
    [InlineData(false, false, 1000, 8000)]
    [InlineData(false, false, 100, 1)]
    public async Task A_way_comes_back_as_it_was_written(bool plain, bool raw, int granularity, int block)
    {
        var extract = new OsmPbfBuilder { PlainNodes = plain, Raw = raw, Granularity = granularity, ThingsABlock = block, DataUnixSeconds = 1_700_000_000 }
            .Way("highway=path surface=gravel name=Am_Bach", (48.1, 11.5), (48.101, 11.5), (48.102, 11.501))
            .Way("building=yes", (48.1, 11.5), (48.1, 11.501))
            .Way("highway=motorway", (48.1, 11.5), (48.1, 11.501));

        using var index = await Build(extract);
        var network = index.NetworkAlong([new(48.1005, 11.5)], new(500));

        Assert.Equal((1, 2), (index.Ways, network.Segments.Length));
        Assert.All(network.Segments.ToArray(), segment => Assert.Equal(new(SurfaceClass.Gravel, SurfaceSource.Tag), segment.Surface));
        Assert.Equal(111.2, network.Segments[0].LengthMetres, 0.1);
        Assert.Equal("Am Bach", index.WayAt(0).Name);
        Assert.Equal(1_700_000_000, index.DataTime?.ToUnixTimeSeconds());
        Assert.Equal((48.1, 11.501), (index.SouthWest.LatitudeDegrees, index.NorthEast.LongitudeDegrees));
    }

    [Fact]
    public async Task Ways_that_share_a_node_are_joined_there()
    {
        var extract = new OsmPbfBuilder()
            .Way("highway=path", (48.1, 11.5), (48.1003, 11.5))
            .Way("highway=residential", (48.1003, 11.499), (48.1003, 11.5), (48.1003, 11.501));

        using var index = await Build(extract);
        var network = index.NetworkAlong([new(48.1003, 11.5)], new(100));

        Assert.Equal(4, network.NodeCount);
        Assert.Contains(Enumerable.Range(0, 4), node => network.StepsFrom(node).Length == 3);
    }

    [Fact]
    public async Task A_long_piece_is_found_from_every_cell_that_it_passes_and_comes_once()
    {
        var extract = new OsmPbfBuilder().Way("highway=track", (48.1, 11.5), (48.13, 11.56));

        using var index = await Build(extract);
        var middle = new GeoPoint(48.115, 11.53);
        var near = new List<NearSegment>();
        var network = index.NetworkAlong([new(48.1, 11.5), middle, new(48.13, 11.56)], new(40));
        network.FindNear(network.Plane.At(middle)!.Value, near);

        Assert.Equal(1, network.Segments.Length);
        Assert.Equal(0, Assert.Single(near).DistanceMetres, 1.0);
    }

    [Fact]
    public async Task Ways_meet_across_the_date_line()
    {
        var extract = new OsmPbfBuilder()
            .Way("highway=path", (-16.8, 179.9995), (-16.8, 180))
            .Way("highway=path", (-16.8, -180), (-16.8, -179.9995));

        using var index = await Build(extract);
        var network = index.NetworkAlong([new(-16.8, 179.9999)], new(60));

        Assert.Equal((3, 2), (network.NodeCount, network.Segments.Length));
        Assert.All(network.Segments.ToArray(), segment => Assert.Equal(53.2, segment.LengthMetres, 0.5));
    }

    [Fact]
    public async Task The_map_covers_the_ways_and_the_field_between_them_and_nothing_else()
    {
        var extract = new OsmPbfBuilder()
            .Way("highway=path", (48.1, 11.5), (48.1001, 11.5))
            .Way("highway=path", (48.1, 11.52), (48.1001, 11.52));

        using var index = await Build(extract);

        Assert.True(index.Covers(new(48.1, 11.5)));
        Assert.True(index.Covers(new(48.1, 11.51)));
        Assert.False(index.Covers(new(48.1, 11.54)));
        Assert.False(index.Covers(new(double.NaN, 0)));
    }

    [Fact]
    public async Task A_way_breaks_where_the_extract_lacks_a_node()
    {
        var extract = new OsmPbfBuilder();
        extract.WayOf("highway=path", extract.Node(48.1, 11.5), extract.Node(48.1001, 11.5), 99_999, extract.Node(48.1003, 11.5), extract.Node(48.1004, 11.5));

        using var index = await Build(extract);

        Assert.Equal(2, index.Segments);
    }

    [Fact]
    public async Task What_two_extracts_share_is_kept_once()
    {
        var west = new OsmPbfBuilder();
        var east = new OsmPbfBuilder();
        long[] nodes = [.. Enumerable.Range(0, 4).Select(i => west.Node(48.1, 11.5 + (i * 0.0001)))];
        Assert.Equal(nodes, Enumerable.Range(0, 4).Select(i => east.Node(48.1, 11.5 + (i * 0.0001))));
        west.WayOf(500, "highway=path", [.. nodes[..3], 77_777]);
        east.WayOf(500, "highway=path", nodes);

        using var index = await Build(west, east);

        Assert.Equal(3, index.Segments);
    }

    [Fact]
    public async Task Two_extracts_far_apart_cover_each_their_own_place_and_nothing_between()
    {
        var south = new OsmPbfBuilder { DataUnixSeconds = 1_600_000_000 }.Way("highway=path surface=dirt", (48.1, 11.5), (48.101, 11.5));
        var north = new OsmPbfBuilder { DataUnixSeconds = 1_700_000_000, FirstId = 1_000 }.Way("highway=path surface=sand", (49.1, 11.5), (49.101, 11.5));

        using var index = await Build(south, north);

        Assert.Equal((true, false, true), (index.Covers(new(48.1, 11.5)), index.Covers(new(48.6, 11.5)), index.Covers(new(49.1, 11.5))));
        Assert.Equal(SurfaceClass.Sand, Assert.Single(index.NetworkAlong([new(49.1, 11.5)], new(50)).Segments.ToArray()).Surface.Class);
        Assert.Equal(1_600_000_000, index.DataTime?.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Of_a_way_in_two_extracts_the_newer_one_tells_the_surface()
    {
        var older = new OsmPbfBuilder { DataUnixSeconds = 1_600_000_000 };
        var newer = new OsmPbfBuilder { DataUnixSeconds = 1_700_000_000 };
        older.WayOf(500, "highway=path surface=dirt", older.Node(48.1, 11.5), older.Node(48.1, 11.501));
        newer.WayOf(500, "highway=path surface=asphalt", newer.Node(48.1, 11.5), newer.Node(48.1, 11.501));

        using var index = await Build(older, newer);

        Assert.Equal(SurfaceClass.Asphalt, Assert.Single(index.NetworkAlong([new(48.1, 11.5)], new(50)).Segments.ToArray()).Surface.Class);
    }

    [Fact]
    public async Task An_index_with_one_byte_changed_is_refused()
    {
        (await Build(Town())).Dispose();
        var whole = await File.ReadAllBytesAsync(folder["map.index"], TestContext.Current.CancellationToken);

        for (var at = 0; at < whole.Length; at += 7)
        {
            var broken = (byte[])whole.Clone();
            broken[at] ^= 0x10;
            await File.WriteAllBytesAsync(folder["broken"], broken, TestContext.Current.CancellationToken);
            var (index, refusal) = MapIndex.Open(folder["broken"]);
            Assert.Null(index);
            Assert.NotEqual(default, refusal!.Reason);
        }
    }

    [Theory]
    [InlineData(0, MapFault.Foreign)]
    [InlineData(50, MapFault.Foreign)]
    [InlineData(200, MapFault.Truncated)]
    public async Task A_shortened_index_is_refused(int length, MapFault expected)
    {
        (await Build(Town())).Dispose();
        var whole = await File.ReadAllBytesAsync(folder["map.index"], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder["short"], whole[..length], TestContext.Current.CancellationToken);

        Assert.Equal(expected, MapIndex.Open(folder["short"]).Refusal?.Fault);
    }

    [Fact]
    public void What_is_no_index_is_refused_with_a_reason()
    {
        File.WriteAllText(folder["notes.txt"], new string('x', 500));

        Assert.Equal(
            (MapFault.Foreign, RemarkKind.NoIndex),
            (MapIndex.Open(folder["notes.txt"]).Refusal!.Fault, MapIndex.Open(folder["notes.txt"]).Refusal!.Reason.Kind));
        Assert.Equal(MapFault.Unreachable, MapIndex.Open(folder["nowhere"]).Refusal?.Fault);
    }

    internal static OsmPbfBuilder Town(int thingsABlock = 8_000)
    {
        var town = new OsmPbfBuilder { DataUnixSeconds = 1_700_000_000, ThingsABlock = thingsABlock };
        for (var i = 0; i < 10; i++)
        {
            var (latitude, longitude) = (48.1 + (i * 0.001), 11.5 + (i * 0.001));
            town.Way($"highway=residential name=Street_{i}", [.. Enumerable.Range(0, 10).Select(j => (latitude, 11.5 + (j * 0.001)))]);
            town.Way("highway=footway surface=paving_stones", [.. Enumerable.Range(0, 10).Select(j => (48.1 + (j * 0.001), longitude))]);
        }

        return town;
    }

    private async Task<MapIndex> Build(params OsmPbfBuilder[] extracts)
    {
        var paths = extracts.Select((extract, i) => extract.Save(folder[$"{i}.osm.pbf"])).ToArray();
        var build = await MapIndexBuilder.BuildAsync(paths, folder["map.index"], cancellation: TestContext.Current.CancellationToken);
        Assert.Null(build.Refusal);
        var (index, refusal) = MapIndex.Open(folder["map.index"]);
        Assert.Null(refusal);
        return index!;
    }
}
