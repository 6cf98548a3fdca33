using System.Buffers;
using System.IO.Compression;
using KneeLoad.Ingest.Bytes;

namespace KneeLoad.Web.Data.Formats;

/// <summary>
/// Traces as one compact blob: a version and the number of records, then each column as whole steps of its resolution, differences
/// to the value before, as variable-length numbers; all of it compressed. Resolution is finer than any watch's.
/// </summary>
public static class TraceCodec
{
    private const byte Version = 1;
    private const int MostRecords = 10_000_000;

    /// <summary>Steps per unit: time, distance, speed, altitude, cadence, heart rate.</summary>
    private static readonly double[] Resolutions = [1000, 100, 1000, 10, 10, 1];

    /// <summary>Packs traces.</summary>
    public static byte[] Pack(RunTraces traces)
    {
        ArgumentNullException.ThrowIfNull(traces);
        var bytes = new ArrayBufferWriter<byte>();
        bytes.Put(traces.Seconds.Length);
        foreach (var (column, resolution) in Columns(traces).Zip(Resolutions))
        {
            bytes.Put(column is null ? 0 : 1);
            var before = 0L;
            foreach (var value in column ?? [])
            {
                // 0 says not measured; everything else is the difference, folded so that small steps of either sign are small.
                var whole = double.IsNaN(value) ? (long?)null : (long)Math.Round(value * resolution);
                bytes.Put(whole is { } now ? 1 + Varint.Folded(now - before) : 0);
                before = whole ?? before;
            }
        }

        var packed = new byte[1 + BrotliEncoder.GetMaxCompressedLength(bytes.WrittenCount)];
        packed[0] = Version;
        return BrotliEncoder.TryCompress(bytes.WrittenSpan, packed.AsSpan(1), out var length, quality: 4, window: 20)
            ? packed[..(1 + length)]
            : throw new InvalidOperationException("The traces did not fit into their greatest possible length.");
    }

    /// <summary>Unpacks traces.</summary>
    /// <exception cref="InvalidDataException">The blob is none of ours, or damaged.</exception>
    public static RunTraces Unpack(byte[] packed)
    {
        ArgumentNullException.ThrowIfNull(packed);
        if (packed.Length == 0)
        {
            return RunTraces.Empty;
        }

        if (packed[0] != Version)
        {
            throw new InvalidDataException("Traces of another version.");
        }

        using var source = new BrotliStream(new MemoryStream(packed, 1, packed.Length - 1), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        source.CopyTo(bytes);
        ReadOnlySpan<byte> rest = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        var count = (int)Math.Min(Varints.Take(ref rest), MostRecords);
        var columns = new double[]?[Resolutions.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = Varints.Take(ref rest) == 0 ? null : Column(ref rest, count, Resolutions[i]);
        }

        return new RunTraces
        {
            Seconds = columns[0] ?? [],
            DistanceMetres = columns[1],
            SpeedMetresPerSecond = columns[2],
            AltitudeMetres = columns[3],
            CadenceStepsPerMinute = columns[4],
            HeartRateBeatsPerMinute = columns[5],
        };
    }

    private static double[]?[] Columns(RunTraces traces) =>
    [
        traces.Seconds, traces.DistanceMetres, traces.SpeedMetresPerSecond,
        traces.AltitudeMetres, traces.CadenceStepsPerMinute, traces.HeartRateBeatsPerMinute,
    ];

    private static double[] Column(ref ReadOnlySpan<byte> rest, int count, double resolution)
    {
        var column = new double[count];
        var before = 0L;
        for (var i = 0; i < count; i++)
        {
            var number = Varints.TakeAny(ref rest);
            before = number == 0 ? before : before + Varint.Unfolded(number - 1);
            column[i] = number == 0 ? double.NaN : before / resolution;
        }

        return column;
    }
}
