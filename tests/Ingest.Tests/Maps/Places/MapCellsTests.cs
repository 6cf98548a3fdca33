using KneeLoad.Ingest.Maps.Places;

namespace KneeLoad.Ingest.Tests.Maps.Places;

public sealed class MapCellsTests
{
    private const int Side = 1 << 16;
    private const int Degree = MapPoint.UnitsPerDegree;

    [Fact]
    public void The_first_cell_lies_at_the_south_pole_and_the_date_line()
    {
        Assert.Equal(0u, MapCells.Of(new MapPoint(-90 * Degree, -180 * Degree)));
        Assert.Equal(new MapPoint(-90 * Degree, -180 * Degree), MapCells.CornerOf(0));
    }

    [Fact]
    public void A_cell_has_its_south_and_west_border_and_not_the_others()
    {
        var corner = MapCells.CornerOf(MapCells.Of(new MapPoint(47 * Degree, 8 * Degree)));
        var cell = MapCells.Of(corner);

        Assert.Equal(cell, MapCells.Of(new MapPoint(corner.Latitude + Side - 1, corner.Longitude + Side - 1)));
        Assert.Equal(MapCells.Key(MapCells.RowOf(cell) + 1, MapCells.ColumnOf(cell)), MapCells.Of(corner with { Latitude = corner.Latitude + Side }));
        Assert.Equal(MapCells.Key(MapCells.RowOf(cell), MapCells.ColumnOf(cell) + 1), MapCells.Of(corner with { Longitude = corner.Longitude + Side }));
        Assert.Equal(MapCells.Key(MapCells.RowOf(cell) - 1, MapCells.ColumnOf(cell)), MapCells.Of(corner with { Latitude = corner.Latitude - 1 }));
    }

    [Fact]
    public void Columns_go_around_the_globe()
    {
        // 3,600,000,000 units in columns of 65,536: 54,932, of which the last is narrower.
        Assert.Equal(54_932, MapCells.Columns);
        Assert.Equal(MapCells.Key(7, 0), MapCells.Key(7, MapCells.Columns));
        Assert.Equal(MapCells.Key(7, MapCells.Columns - 1), MapCells.Key(7, -1));
        Assert.Equal(MapCells.Columns - 1, MapCells.Column((180 * Degree) - 1));
    }

    [Fact]
    public void A_piece_within_a_cell_touches_it_alone() => Assert.Equal([(0, 0)], Touched((10, 10), (20, 20)));

    [Theory]
    [InlineData(10, 10, 10, Side + 10, 0, 1)]
    [InlineData(10, 10, Side + 10, 10, 1, 0)]
    [InlineData(Side - 1, Side - 1, Side, Side - 1, 1, 0)]
    public void A_piece_over_a_border_touches_both_cells(int north, int east, int toNorth, int toEast, int row, int column)
    {
        Assert.Equal([(0, 0), (row, column)], Touched((north, east), (toNorth, toEast)).Order());
        Assert.Equal([(0, 0), (row, column)], Touched((toNorth, toEast), (north, east)).Order());
    }

    [Fact]
    public void A_long_piece_touches_every_cell_between_and_a_slanted_one_those_on_its_line()
    {
        Assert.Equal([(0, 0), (0, 1), (0, 2), (0, 3)], Touched((10, 10), (10, (3 * Side) + 10)).Order());

        // From the first cell to two rows up and one column east, crossing the column's border in the middle of the second row.
        Assert.Equal([(0, 0), (1, 0), (1, 1), (2, 1)], Touched((Side / 2, Side / 2), (Side * 5 / 2, Side * 3 / 2)).Order());
    }

    [Fact]
    public void A_piece_over_the_date_line_touches_the_cells_at_both_sides()
    {
        var cells = new List<uint>();

        Assert.True(MapCells.Touched(new MapPoint(0, (180 * Degree) - 10), new MapPoint(0, (-180 * Degree) + 10), cells));

        Assert.Equal([0, MapCells.Columns - 1], cells.Select(MapCells.ColumnOf).Order());
    }

    [Theory]
    [InlineData(Degree, 0, true)]
    [InlineData(Degree + 1, 0, false)]
    [InlineData(0, Degree, true)]
    [InlineData(0, Degree + 1, false)]
    public void A_piece_longer_than_a_degree_is_a_ferry(int north, int east, bool isWay)
    {
        var cells = new List<uint> { 7 };

        Assert.Equal(isWay, MapCells.Touched(new MapPoint(0, 0), new MapPoint(north, east), cells));
        Assert.Equal(isWay, cells.Count > 0);
        Assert.DoesNotContain(7u, cells);
    }

    private static IEnumerable<(int Row, int Column)> Touched((int North, int East) from, (int North, int East) to)
    {
        var corner = MapCells.CornerOf(MapCells.Key(20_000, 30_000));
        var cells = new List<uint>();
        Assert.True(MapCells.Touched(At(from), At(to), cells));
        Assert.Equal(cells.Count, cells.Distinct().Count());
        return cells.Select(cell => (MapCells.RowOf(cell) - 20_000, MapCells.ColumnOf(cell) - 30_000));

        MapPoint At((int North, int East) place) => new(corner.Latitude + place.North, corner.Longitude + place.East);
    }
}
