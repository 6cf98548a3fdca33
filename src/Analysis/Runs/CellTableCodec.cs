using System.Buffers;
using System.Collections.Immutable;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;

namespace KneeLoad.Analysis.Runs;

/// <summary>
/// Cells as compact bytes for storage: a version, then each cell as its bins, differences to the cell before, and its sums,
/// all as variable-length whole numbers. The sums are whole in the resolution of cells, so nothing is lost.
/// </summary>
public static class CellTableCodec
{
    private const byte Version = 1;
    private const int PartsOfACell = 7;

    /// <summary>Nine times seven bits are the 63 of a positive number. [bytes]</summary>
    private const int LongestNumber = sizeof(long) + 1;

    private static readonly int Gaits = Enum.GetValues<Gait>().Length;
    private static readonly double Resolution = Choices.CellResolution.Value;

    /// <summary>Writes a table.</summary>
    /// <param name="table">Cells as <see cref="RunAnalysis"/> makes them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    public static byte[] Encode(CellTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var bytes = new ArrayBufferWriter<byte>(1 + (table.Cells.Length * 8));
        bytes.Write([Version]);
        WriteNumber(bytes, table.Cells.Length);
        var previous = default(LoadCell);
        foreach (var cell in table.Cells)
        {
            WriteNumber(bytes, ((int)cell.Gait * 2) + (cell.RecordedForefoot ? 1 : 0));
            WriteNumber(bytes, Folded(cell.SpeedBin - previous.SpeedBin));
            WriteNumber(bytes, cell.CadenceBin is { } cadence ? 1 + Folded(cadence - (previous.CadenceBin ?? 0)) : 0);
            WriteNumber(bytes, cell.GradientBin is { } gradient ? 1 + Folded(gradient - (previous.GradientBin ?? 0)) : 0);
            WriteNumber(bytes, Whole(cell.Metres));
            WriteNumber(bytes, Whole(cell.Seconds));
            WriteNumber(bytes, Whole(cell.Steps));
            previous = cell;
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads a table that <see cref="Encode"/> wrote.</summary>
    /// <param name="bytes">The stored bytes.</param>
    /// <returns>Null when they are of another version or damaged: the file must be analysed again.</returns>
    public static CellTable? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[0] != Version)
        {
            return null;
        }

        bytes = bytes[1..];
        // A cell takes at least a byte a part, so a count beyond that is damage and must not be allocated.
        if (!TryReadNumber(ref bytes, out var count) || count < 0 || count > bytes.Length / PartsOfACell)
        {
            return null;
        }

        var cells = ImmutableArray.CreateBuilder<LoadCell>((int)count);
        var previous = default(LoadCell);
        for (var i = 0; i < count; i++)
        {
            if (!TryReadCell(ref bytes, previous, out var cell))
            {
                return null;
            }

            cells.Add(cell);
            previous = cell;
        }

        return bytes.IsEmpty ? new CellTable(cells.DrainToImmutable()) : null;
    }

    private static bool TryReadCell(ref ReadOnlySpan<byte> bytes, in LoadCell previous, out LoadCell cell)
    {
        Span<long> parts = stackalloc long[PartsOfACell];
        cell = default;
        foreach (ref var part in parts)
        {
            if (!TryReadNumber(ref bytes, out part))
            {
                return false;
            }
        }

        if (parts[0] >= 2 * Gaits)
        {
            return false;
        }

        cell = new LoadCell(
            (Gait)(parts[0] / 2),
            parts[0] % 2 == 1,
            previous.SpeedBin + Unfolded(parts[1]),
            parts[2] == 0 ? null : (previous.CadenceBin ?? 0) + Unfolded(parts[2] - 1),
            parts[3] == 0 ? null : (previous.GradientBin ?? 0) + Unfolded(parts[3] - 1),
            Parts(parts[4]),
            Parts(parts[5]),
            Parts(parts[6]));
        return true;
    }

    private static long Whole(double value) => (long)Math.Round(value * Resolution);

    private static double Parts(long whole) => whole / Resolution;

    /// <summary>Small numbers of either sign as small numbers: 0, -1, 1, -2 become 0, 1, 2, 3.</summary>
    private static long Folded(int value) => value < 0 ? (-2L * value) - 1 : 2L * value;

    private static int Unfolded(long folded) => (int)(folded % 2 == 0 ? folded / 2 : -(folded + 1) / 2);

    private static void WriteNumber(ArrayBufferWriter<byte> bytes, long value)
    {
        // Seven bits a byte, the lowest first; the top bit says that more follow (LEB128).
        do
        {
            var more = value > 0x7F;
            bytes.Write([(byte)((value & 0x7F) | (more ? 0x80L : 0))]);
            value >>= 7;
        }
        while (value > 0);
    }

    private static bool TryReadNumber(ref ReadOnlySpan<byte> bytes, out long value)
    {
        value = 0;
        // PERF: most rows of a history are read for a new baseline (AssessBenchmark.Decode): the span moves once a number.
        for (var i = 0; i < bytes.Length && i < LongestNumber; i++)
        {
            var next = bytes[i];
            value |= (long)(next & 0x7F) << (7 * i);
            if (next < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
