using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Maps.Places;

namespace KneeLoad.Ingest.Tests.Maps;

public sealed class CellChainTests
{
    private static readonly uint Cell = MapCells.Of(new MapPoint(470_000_000, 80_000_000));
    private static readonly MapPoint Corner = MapCells.CornerOf(Cell);

    [Fact]
    public void A_shape_is_written_as_differences_from_the_corner()
    {
        var bytes = Write([At(1, 2), At(3, 1)]);

        // Zigzag: 1, 2, then 2, -1.
        Assert.Equal([2, 4, 4, 1], bytes);
    }

    [Fact]
    public void A_shape_comes_back_also_over_the_border_of_its_cell()
    {
        long[] places = [At(0, 0), At(70_000, -5), At(-70_000, 65_536)];

        Assert.Equal(places, Read(Write(places), 3, out var failed));
        Assert.False(failed);
    }

    [Fact]
    public void A_shape_over_the_date_line_comes_back()
    {
        var cell = MapCells.Of(new MapPoint(0, MapPoint.HalfTurn - 1));
        long[] places = [new MapPoint(0, MapPoint.HalfTurn - 1).Key, new MapPoint(0, -MapPoint.HalfTurn).Key];
        var buffer = new ByteBuffer();
        CellChain.WriteShape(buffer, cell, places);
        var cursor = new ByteCursor(buffer.Written);
        var read = new long[2];

        CellChain.ReadShape(ref cursor, cell, read);

        Assert.Equal(places, read);
    }

    [Theory]
    [InlineData(900_000_001L, 0L)]
    [InlineData(long.MaxValue, 0L)]
    [InlineData(long.MinValue, 0L)]
    [InlineData(0L, long.MaxValue)]
    [InlineData(0L, 1_800_000_001L)]
    public void A_place_off_the_globe_is_a_fault(long north, long east)
    {
        var buffer = new ByteBuffer();
        buffer.WriteSigned(north);
        buffer.WriteSigned(east);

        Read(buffer.Written.ToArray(), 1, out var failed);

        Assert.True(failed);
    }

    [Fact]
    public void A_shape_that_is_cut_is_a_fault()
    {
        var bytes = Write([At(1, 2), At(3_000, 1_000)]);

        Read(bytes[..^1], 2, out var failed);

        Assert.True(failed);
    }

    [Fact]
    public void A_piece_counts_in_the_cell_in_which_it_begins()
    {
        Assert.Equal(2, CellChain.CountBeginning(Cell, [At(0, 0), At(1, 1), At(-1, 0)]));
        Assert.Equal(0, CellChain.CountBeginning(Cell, [At(-1, 0), At(1, 1)]));
        Assert.Equal(1, CellChain.CountBeginning(Cell, [At(0, 0), At(-1, 0), At(-2, 0)]));
    }

    private static long At(int north, int east) => new MapPoint(Corner.Latitude + north, Corner.Longitude + east).Key;

    private static byte[] Write(long[] places)
    {
        var buffer = new ByteBuffer();
        CellChain.WriteShape(buffer, Cell, places);
        return buffer.Written.ToArray();
    }

    private static long[] Read(byte[] bytes, int count, out bool failed)
    {
        var cursor = new ByteCursor(bytes);
        var places = new long[count];
        CellChain.ReadShape(ref cursor, Cell, places);
        failed = cursor.Failed;
        return places;
    }
}
