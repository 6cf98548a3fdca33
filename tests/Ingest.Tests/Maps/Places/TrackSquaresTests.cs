using KneeLoad.Ingest.Maps.Places;

namespace KneeLoad.Ingest.Tests.Maps.Places;

public sealed class TrackSquaresTests
{
    private const double Side = 100;
    private readonly TrackSquares squares = new(Side);

    [Fact]
    public void A_place_marks_its_square_and_the_eight_around_it()
    {
        squares.Mark(new PlanePoint(150, -50));

        Assert.Equal(
            [(0, -2), (0, -1), (0, 0), (1, -2), (1, -1), (1, 0), (2, -2), (2, -1), (2, 0)], squares.All.Order());
    }

    [Fact]
    public void Places_of_one_square_mark_it_once_and_neighbours_share()
    {
        squares.Mark(new PlanePoint(10, 10));
        squares.Mark(new PlanePoint(20, 20));
        Assert.Equal(9, squares.All.Count);

        squares.Mark(new PlanePoint(110, 10));
        Assert.Equal(12, squares.All.Count);
    }

    [Fact]
    public void A_segment_near_the_track_is_kept_and_one_far_off_is_not()
    {
        squares.Mark(new PlanePoint(50, 50));

        Assert.True(squares.TryAdd(0, new PlanePoint(150, 150), new PlanePoint(900, 900)));
        Assert.True(squares.TryAdd(1, new PlanePoint(-900, 50), new PlanePoint(900, 50)));
        Assert.False(squares.TryAdd(2, new PlanePoint(201, 50), new PlanePoint(900, 50)));
        Assert.False(squares.TryAdd(3, new PlanePoint(50, -101), new PlanePoint(50, -900)));
    }

    [Fact]
    public void Before_any_place_is_marked_nothing_is_near() => Assert.False(squares.TryAdd(0, new PlanePoint(0, 0), new PlanePoint(1, 1)));

    [Fact]
    public void Segments_are_found_from_the_squares_around_them_alone()
    {
        squares.Mark(new PlanePoint(50, 50));
        squares.Mark(new PlanePoint(550, 50));
        squares.TryAdd(7, new PlanePoint(10, 10), new PlanePoint(20, 20));
        squares.TryAdd(8, new PlanePoint(510, 10), new PlanePoint(520, 20));

        Assert.Equal([7], Around(50, 50));
        Assert.Equal([7], Around(150, 150));
        Assert.Equal([8], Around(550, 50));
        Assert.Empty(Around(250, 50));
    }

    [Fact]
    public void A_segment_over_several_squares_may_come_several_times()
    {
        squares.Mark(new PlanePoint(50, 50));
        squares.TryAdd(7, new PlanePoint(50, 50), new PlanePoint(150, 50));

        Assert.Equal([7, 7], Around(50, 50));
    }

    private List<int> Around(double east, double north)
    {
        var found = new List<int>();
        squares.CollectAround(new PlanePoint(east, north), found);
        return found;
    }
}
