using System.Runtime.CompilerServices;

namespace KneeLoad.Ingest.Maps.Places;

/// <summary>The cells of an index: squares of 2^16 units, 0.73 km north to south, less from east to west the farther north.</summary>
internal static class MapCells
{
    /// <summary>Bits of a place within its cell.</summary>
    public const int Bits = 16;

    /// <summary>Longest piece of a way that is kept: longer ones are ferries, or errors. [1e-7 degrees]</summary>
    private const int LongestPiece = MapPoint.UnitsPerDegree;

    private const int ColumnBits = 16;

    /// <summary>Number of columns around the globe; the last is narrower.</summary>
    public const int Columns = (int)(((2L * MapPoint.HalfTurn) - 1) >> Bits) + 1;

    /// <summary>The cell of a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(MapPoint point) => Key(Row(point.Latitude), Column(point.Longitude));

    /// <summary>A cell by row and column; columns go around.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Key(int row, int column) => ((uint)row << ColumnBits) | (uint)((column + Columns) % Columns);

    /// <summary>The row of a latitude, from the south pole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Row(int latitude) => (int)((latitude + (MapPoint.HalfTurn / 2L)) >> Bits);

    /// <summary>The column of a longitude, from the date line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Column(int longitude) => (int)((longitude + (long)MapPoint.HalfTurn) >> Bits);

    /// <summary>The row of a cell.</summary>
    public static int RowOf(uint cell) => (int)(cell >> ColumnBits);

    /// <summary>The column of a cell.</summary>
    public static int ColumnOf(uint cell) => (int)(cell & ((1 << ColumnBits) - 1));

    /// <summary>South-west corner of a cell.</summary>
    public static MapPoint CornerOf(uint cell) => new(
        (int)(((long)RowOf(cell) << Bits) - (MapPoint.HalfTurn / 2)), (int)(((long)ColumnOf(cell) << Bits) - MapPoint.HalfTurn));

    /// <summary>The cells that a straight piece of a way touches, each once.</summary>
    /// <param name="from">One end.</param>
    /// <param name="to">The other.</param>
    /// <param name="cells">Is emptied and filled.</param>
    /// <returns>False when the piece is too long to be a way to run on.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Touched(MapPoint from, MapPoint to, List<uint> cells)
    {
        cells.Clear();
        var (first, last) = (Of(from), Of(to));
        if (first == last)
        {
            cells.Add(first);
            return true;
        }

        var north = (long)to.Latitude - from.Latitude;
        var east = MapPoint.EastFrom(from.Longitude, to.Longitude);
        if (Math.Abs(north) > LongestPiece || Math.Abs((long)east) > LongestPiece)
        {
            return false;
        }

        var (southRow, northRow) = (Math.Min(RowOf(first), RowOf(last)), Math.Max(RowOf(first), RowOf(last)));
        for (var row = southRow; row <= northRow; row++)
        {
            // Where the piece enters and leaves the row, as shares of its length.
            double south = CornerOf(Key(row, 0)).Latitude, top = south + (1 << Bits);
            var (enters, leaves) = north == 0 ? (0.0, 1.0) : ((south - from.Latitude) / north, (top - from.Latitude) / north);
            var (begin, end) = (Math.Clamp(Math.Min(enters, leaves), 0, 1), Math.Clamp(Math.Max(enters, leaves), 0, 1));
            AddColumns(
                row, from.Longitude, (long)Math.Floor(Math.Min(begin * east, end * east)), (long)Math.Ceiling(Math.Max(begin * east, end * east)), cells);
        }

        return true;
    }

    private static void AddColumns(int row, int from, long west, long east, List<uint> cells)
    {
        var (start, end) = (Column(MapPoint.MoveEast(from, west)), Column(MapPoint.MoveEast(from, east)));
        for (var column = start; ; column = (column + 1) % Columns)
        {
            cells.Add(Key(row, column));
            if (column == end)
            {
                return;
            }
        }
    }
}
