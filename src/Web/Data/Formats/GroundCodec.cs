using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Web.Data.Formats;

/// <summary>
/// Ground as one compact blob: a version, the length of the stretches, the stretches, the places; each of the two as differences
/// to what came before, as variable-length numbers, compressed apart, so that stretches are read without unpacking places.
/// </summary>
public static class GroundCodec
{
    private const byte Version = 1;
    private const int Header = 1 + sizeof(int);
    private const int SourceShift = 5;
    private const int MapShift = 8;
    private const double StepsPerDegree = 1e7;
    private const double StepsPerMetre = 1000;

    /// <summary>Packs ground.</summary>
    public static byte[] Pack(RunGround ground)
    {
        ArgumentNullException.ThrowIfNull(ground);
        var stretches = Compressed(Stretches(ground.Stretches));
        var places = Compressed(Places(ground.Places));
        var packed = new byte[Header + stretches.Length + places.Length];
        packed[0] = Version;
        BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(1), stretches.Length);
        stretches.CopyTo(packed.AsSpan(Header));
        places.CopyTo(packed.AsSpan(Header + stretches.Length));
        return packed;
    }

    /// <summary>Unpacks ground.</summary>
    /// <exception cref="InvalidDataException">The blob is none of ours, or damaged.</exception>
    public static RunGround Unpack(byte[] packed)
    {
        ReadOnlySpan<byte> rest = Expanded(packed, Header + LengthOfStretches(packed), packed.Length);
        var places = new List<GroundPlace>();
        var (record, latitude, longitude) = (-1, 0L, 0L);
        for (var count = Varints.Take(ref rest); count > 0; count--)
        {
            record += (int)Varints.Take(ref rest);
            latitude += Varints.TakeSigned(ref rest);
            longitude += Varints.TakeSigned(ref rest);
            places.Add(new(record, new(latitude / StepsPerDegree, longitude / StepsPerDegree)));
        }

        return new(places, UnpackStretches(packed));
    }

    /// <summary>Unpacks the stretches alone.</summary>
    /// <exception cref="InvalidDataException">The blob is none of ours, or damaged.</exception>
    public static IReadOnlyList<GroundStretch> UnpackStretches(byte[] packed)
    {
        ReadOnlySpan<byte> rest = Expanded(packed, Header, Header + LengthOfStretches(packed));
        var ways = new List<(long? Id, string? Name)> { (null, null) };
        for (var count = Varints.Take(ref rest); count > 0; count--)
        {
            ways.Add((Varints.TakeSigned(ref rest), TakeName(ref rest)));
        }

        var stretches = new List<GroundStretch>();
        var from = 0;
        for (var count = Varints.Take(ref rest); count > 0; count--)
        {
            from += (int)Varints.TakeSigned(ref rest);
            var to = from + (int)Varints.TakeSigned(ref rest);
            var kind = (int)Varints.Take(ref rest);
            var surface = new WaySurface(
                (SurfaceClass)(kind & ((1 << SourceShift) - 1)), (SurfaceSource)((kind >> SourceShift) & ((1 << (MapShift - SourceShift)) - 1)));
            var way = (int)Varints.Take(ref rest);
            if (way >= ways.Count)
            {
                throw new InvalidDataException("A stretch names a way that is not there.");
            }

            stretches.Add(new(from, to, surface, new(Varints.Take(ref rest) / StepsPerMetre), ways[way].Id, ways[way].Name, kind >> MapShift != 0));
        }

        return stretches;
    }

    private static ArrayBufferWriter<byte> Places(IReadOnlyList<GroundPlace> places)
    {
        var bytes = new ArrayBufferWriter<byte>();
        bytes.Put(places.Count);
        var (record, latitude, longitude) = (-1, 0L, 0L);
        foreach (var (number, place) in places)
        {
            var (north, east) = ((long)Math.Round(place.LatitudeDegrees * StepsPerDegree), (long)Math.Round(place.LongitudeDegrees * StepsPerDegree));
            bytes.Put(number - record);
            bytes.PutSigned(north - latitude);
            bytes.PutSigned(east - longitude);
            (record, latitude, longitude) = (number, north, east);
        }

        return bytes;
    }

    private static ArrayBufferWriter<byte> Stretches(IReadOnlyList<GroundStretch> stretches)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var ways = new Dictionary<long, int>();
        var names = new List<GroundStretch>();
        foreach (var stretch in stretches)
        {
            if (stretch.WayId is { } id && ways.TryAdd(id, ways.Count + 1))
            {
                names.Add(stretch);
            }
        }

        bytes.Put(names.Count);
        foreach (var way in names)
        {
            bytes.PutSigned(way.WayId!.Value);
            PutName(bytes, way.WayName);
        }

        bytes.Put(stretches.Count);
        var from = 0;
        foreach (var stretch in stretches)
        {
            bytes.PutSigned(stretch.FromRecord - from);
            bytes.PutSigned(stretch.ToRecord - stretch.FromRecord);
            bytes.Put((int)stretch.Surface.Class | ((int)stretch.Surface.Source << SourceShift) | ((stretch.HasMap ? 1 : 0) << MapShift));
            bytes.Put(stretch.WayId is { } way ? ways[way] : 0);
            bytes.Put((long)Math.Round(stretch.Length.Metres * StepsPerMetre));
            from = stretch.FromRecord;
        }

        return bytes;
    }

    // 0 says that the way has no name; else the length and one more.
    private static void PutName(ArrayBufferWriter<byte> bytes, string? name)
    {
        var text = name is null ? [] : Encoding.UTF8.GetBytes(name);
        bytes.Put(name is null ? 0 : text.Length + 1);
        bytes.Write(text);
    }

    private static string? TakeName(ref ReadOnlySpan<byte> rest)
    {
        var length = (int)Varints.Take(ref rest) - 1;
        if (length < 0)
        {
            return null;
        }

        if (length > rest.Length)
        {
            throw new InvalidDataException("A name ends early.");
        }

        var name = Encoding.UTF8.GetString(rest[..length]);
        rest = rest[length..];
        return name;
    }

    private static int LengthOfStretches(byte[] packed)
    {
        ArgumentNullException.ThrowIfNull(packed);
        if (packed.Length < Header || packed[0] != Version)
        {
            throw new InvalidDataException("Ground of another version.");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(packed.AsSpan(1));
        return length >= 0 && length <= packed.Length - Header ? length : throw new InvalidDataException("The ground contradicts itself.");
    }

    private static ReadOnlySpan<byte> Compressed(ArrayBufferWriter<byte> bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.WrittenCount)];
        return BrotliEncoder.TryCompress(bytes.WrittenSpan, packed, out var length, quality: 4, window: 20)
            ? packed.AsSpan(0, length)
            : throw new InvalidOperationException("The ground did not fit into its greatest possible length.");
    }

    private static ReadOnlySpan<byte> Expanded(byte[] packed, int from, int to)
    {
        using var source = new BrotliStream(new MemoryStream(packed, from, to - from), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        source.CopyTo(bytes);
        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
    }
}
