using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Maps.Places;

namespace KneeLoad.Ingest.Tests.Maps;

/// <summary>A made network on a plane: what is near, how far, and what follows what.</summary>
public sealed class MapNetworkTests
{
    private const double Reach = 50;

    // A cross: west 0 - middle 1 - east 2, and north 3 above the middle; a way of no length at the east.
    private readonly MapNetwork network = Made(
        [new(-100, 0), new(0, 0), new(100, 0), new(0, 100)],
        [(0, 1), (1, 2), (1, 3), (2, 2)]);

    [Fact]
    public void Steps_from_a_node_lead_along_each_of_its_segments_in_both_directions()
    {
        Assert.Equal([(0, 1)], Steps(0));
        Assert.Equal([(0, 0), (1, 2), (2, 3)], Steps(1));
        Assert.Equal([(2, 1)], Steps(3));
        Assert.Equal(4, network.NodeCount);
    }

    [Fact]
    public void A_segment_that_ends_where_it_began_is_two_steps_to_itself() => Assert.Equal([(1, 1), (3, 2), (3, 2)], Steps(2));

    [Fact]
    public void Near_segments_come_nearest_first_with_the_place_on_them()
    {
        var near = Near(-30, 10);

        // Ten metres above the western arm, 70 m from its beginning; the others begin at the middle, 31.6 m away.
        Assert.Equal([0, 2, 1], near.Select(found => found.Segment));
        Assert.Equal((70, 10), (near[0].OffsetMetres, near[0].DistanceMetres));
        Assert.Equal((10, 30), (near[1].OffsetMetres, near[1].DistanceMetres));
        Assert.Equal(0, near[2].OffsetMetres);
        Assert.Equal(Math.Sqrt(1000), near[2].DistanceMetres, 9);
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(50.001, false)]
    public void A_segment_is_near_up_to_the_reach(double north, bool isNear) => Assert.Equal(isNear, Near(-60, -north).Exists(found => found.Segment == 0));

    [Fact]
    public void Beyond_an_end_the_end_is_the_nearest_place()
    {
        var found = Assert.Single(Near(-130, 40));

        Assert.Equal((0, 0.0, 50.0), (found.Segment, found.OffsetMetres, found.DistanceMetres));
    }

    [Fact]
    public void A_segment_of_no_length_is_as_near_as_its_place()
    {
        var found = Near(100, 30).Single(found => found.Segment == 3);

        Assert.Equal((0, 30), (found.OffsetMetres, found.DistanceMetres));
    }

    [Fact]
    public void Equally_near_ones_come_by_their_number() => Assert.Equal([0, 1, 2], Near(0, 0).Select(found => found.Segment));

    [Fact]
    public void Asking_again_gives_the_same_and_forgets_what_was_found_before()
    {
        var near = new List<NearSegment>();
        network.FindNear(new PlanePoint(-90, 0), near);
        network.FindNear(new PlanePoint(0, 90), near);

        Assert.Equal([2], near.Select(found => found.Segment));
        Assert.Throws<ArgumentNullException>(() => network.FindNear(new PlanePoint(0, 0), null!));
    }

    private static MapNetwork Made(PlanePoint[] nodes, (int From, int To)[] pairs)
    {
        var squares = new TrackSquares(Reach);
        for (var along = -200; along <= 200; along += 25)
        {
            squares.Mark(new PlanePoint(along, 0));
            squares.Mark(new PlanePoint(0, along));
        }

        var segments = new List<NetworkSegment>();
        foreach (var (from, to) in pairs)
        {
            squares.TryAdd(segments.Count, nodes[from], nodes[to]);
            segments.Add(new(from, to, Way: 0, nodes[from].To(nodes[to]).Metres, WaySurface.Unknown, WayKind.Path, IsBarred: false));
        }

        return new MapNetwork(new MapPlane(default), [.. nodes], segments, squares, Reach);
    }

    private IEnumerable<(int Segment, int To)> Steps(int node) => network.StepsFrom(node).ToArray().Select(step => (step.Segment, step.To));

    private List<NearSegment> Near(double east, double north)
    {
        var near = new List<NearSegment>();
        network.FindNear(new PlanePoint(east, north), near);
        return near;
    }
}
