using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using NodaTime;

namespace KneeLoad.Testing;

/// <summary>
/// Writes FIT files byte by byte, sound ones and broken ones. It shares no code with the reader, so that the two can
/// disagree. Definitions are written when a message's shape first appears or changes.
/// </summary>
/// <example>
/// <code>
/// var file = new FitFileBuilder()
///     .FileId(start)
///     .TimerStart(start)
///     .Record(new FitRecord { Time = start, HeartRate = 140, StridesPerMinute = 85 })
///     .Session(new FitSession { Start = start, Elapsed = Duration.FromMinutes(30), DistanceMetres = 5000 })
///     .ToBytes();
/// </code>
/// </example>
public sealed class FitFileBuilder
{
    private static readonly Instant Epoch = Instant.FromUtc(1989, 12, 31, 0, 0);

    private readonly List<byte> data = [];
    private readonly Dictionary<int, string> shapes = [];
    private readonly HashSet<byte> knownDevelopers = [];

    /// <summary>12, or 14 with a check of its own. [bytes]</summary>
    public int HeaderSize { get; init; } = 14;

    /// <summary>Whether numbers are written highest byte first. May change from message to message.</summary>
    public bool BigEndian { get; set; }

    /// <summary>Whether every message gets its definition anew.</summary>
    public bool RepeatDefinitions { get; init; }

    /// <summary>The check in a header of 14 bytes.</summary>
    public FitCheck HeaderCheck { get; init; }

    /// <summary>The check at the file's end.</summary>
    public FitCheck FileCheck { get; init; }

    /// <summary>The size that the header states, where it shall lie. [bytes]</summary>
    public uint? StatedDataSize { get; init; }

    /// <summary>Seconds since FIT's epoch. [s]</summary>
    public static uint Seconds(Instant time) => (uint)(time - Epoch).TotalSeconds;

    /// <summary>Files one after another, as a chain.</summary>
    public static byte[] Chain(params FitFileBuilder[] files) => [.. files.SelectMany(file => file.ToBytes())];

    /// <summary>file_id: by default an activity that a Forerunner 745 wrote.</summary>
    /// <param name="created">When.</param>
    /// <param name="type">Number in the profile's type file; 4 is activity, 6 course.</param>
    /// <param name="manufacturer">Number of the maker; 1 is Garmin.</param>
    /// <param name="product">Number among the maker's products.</param>
    /// <param name="productName">The name that the file itself gives.</param>
    public FitFileBuilder FileId(
        Instant created, byte type = 4, ushort manufacturer = 1, ushort product = 3589, string? productName = null)
    {
        FitField[] fields =
        [
            FitField.Enumeration(0, type), FitField.UInt16(1, manufacturer), FitField.UInt16(2, product), FitField.UInt32(4, Seconds(created)),
        ];
        return Message(0, 0, productName is null ? fields : [.. fields, FitField.Text(8, productName)]);
    }

    /// <summary>The timer was started.</summary>
    public FitFileBuilder TimerStart(Instant time) => Event(time, 0, 0);

    /// <summary>The timer was stopped.</summary>
    public FitFileBuilder TimerStop(Instant time) => Event(time, 0, 4);

    /// <summary>An event.</summary>
    /// <param name="time">When.</param>
    /// <param name="number">Number in the profile's type event; 0 is the timer.</param>
    /// <param name="type">Number in the profile's type event_type; 0 is start, 1 stop, 4 stop all.</param>
    public FitFileBuilder Event(Instant time, byte number, byte type) =>
        Message(1, 21, FitField.UInt32(253, Seconds(time)), FitField.Enumeration(0, number), FitField.Enumeration(1, type));

    /// <summary>A device that took part.</summary>
    /// <param name="time">When.</param>
    /// <param name="manufacturer">Number of the maker.</param>
    /// <param name="product">Number among the maker's products.</param>
    /// <param name="source">Number in the profile's type source_type; 5 is built in.</param>
    /// <param name="type">Number in the type that the source chooses; 4 built in is a barometer.</param>
    public FitFileBuilder DeviceInfo(Instant time, ushort manufacturer, ushort product, byte source, byte type) => Message(
        2,
        23,
        FitField.UInt32(253, Seconds(time)),
        FitField.UInt16(2, manufacturer),
        FitField.UInt16(4, product),
        FitField.UInt8(1, type),
        FitField.Enumeration(25, source));

    /// <summary>developer_data_id: a developer begins, whose fields are described next.</summary>
    /// <param name="index">The developer within the file.</param>
    public FitFileBuilder Developer(byte index)
    {
        knownDevelopers.Add(index);
        return Message(3, 207, FitField.Bytes(1, new byte[16]), FitField.UInt8(3, index));
    }

    /// <summary>One field of a developer, to be written before a record uses it; the developer itself where it is new.</summary>
    /// <param name="field">Number and type by example: its values are not written.</param>
    /// <param name="name">Name; may be empty.</param>
    /// <param name="units">Unit; null writes none.</param>
    /// <param name="native">Number of the record's field that it overrides, or null.</param>
    public FitFileBuilder DescribeDeveloperField(FitField field, string name, string? units = null, byte? native = null)
    {
        var developer = field.DeveloperIndex ?? 0;
        if (!knownDevelopers.Contains(developer))
        {
            Developer(developer);
        }

        List<FitField> fields =
        [
            FitField.UInt8(0, developer), FitField.UInt8(1, field.Number), FitField.UInt8(2, field.BaseType), FitField.Text(3, name, 24),
        ];
        if (units is not null)
        {
            fields.Add(FitField.Text(8, units, 16));
        }

        if (native is { } number)
        {
            fields.Add(FitField.UInt16(14, 20));
            fields.Add(FitField.UInt8(15, number));
        }

        return Message(4, 206, [.. fields]);
    }

    /// <summary>One line of the recording.</summary>
    public FitFileBuilder Record(FitRecord record) => Message(5, 20, record.ToFields());

    /// <summary>A lap.</summary>
    public FitFileBuilder Lap(FitSession lap) => Message(6, 19, lap.ToFields(isLap: true));

    /// <summary>A session.</summary>
    public FitFileBuilder Session(FitSession session) => Message(7, 18, session.ToFields(isLap: false));

    /// <summary>activity: closes the file and tells the runner's local time.</summary>
    public FitFileBuilder Activity(Instant time, Offset offset, ushort sessions = 1) => Message(
        8,
        34,
        FitField.UInt32(253, Seconds(time)),
        FitField.UInt32(5, (uint)(Seconds(time) + offset.Seconds)),
        FitField.UInt16(1, sessions));

    /// <summary>Any message.</summary>
    /// <param name="localType">0 to 15.</param>
    /// <param name="global">Number of the message in the profile.</param>
    /// <param name="fields">Its fields, developers' last.</param>
    public FitFileBuilder Message(int localType, ushort global, params FitField[] fields)
    {
        Define(localType, global, fields);
        data.Add((byte)localType);
        return Payload(fields);
    }

    /// <summary>A message whose header holds five bits of its time.</summary>
    /// <param name="localType">0 to 3.</param>
    /// <param name="global">Number of the message in the profile.</param>
    /// <param name="seconds">The lowest five bits of its time. [s]</param>
    /// <param name="fields">Its fields, developers' last.</param>
    public FitFileBuilder CompressedMessage(int localType, ushort global, int seconds, params FitField[] fields)
    {
        Define(localType, global, fields);
        data.Add((byte)(0x80 | (localType << 5) | (seconds & 0x1F)));
        return Payload(fields);
    }

    /// <summary>Any bytes among the messages.</summary>
    public FitFileBuilder Bytes(params byte[] bytes)
    {
        data.AddRange(bytes);
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        var file = new List<byte>(HeaderSize + data.Count + 2);
        var header = new byte[12];
        header[0] = (byte)HeaderSize;
        header[1] = 0x20;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(2), 21217);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), StatedDataSize ?? (uint)data.Count);
        Encoding.ASCII.GetBytes(".FIT").CopyTo(header, 8);
        file.AddRange(header);
        if (HeaderSize >= 14)
        {
            AddCheck(file, HeaderCheck == FitCheck.Missing ? FitCheck.Zero : HeaderCheck);
            file.AddRange(new byte[HeaderSize - 14]);
        }

        file.AddRange(data);
        if (FileCheck != FitCheck.Missing)
        {
            AddCheck(file, FileCheck);
        }

        return [.. file];
    }

    private static void AddCheck(List<byte> file, FitCheck check)
    {
        var crc = check == FitCheck.Zero ? 0 : Crc(CollectionsMarshal.AsSpan(file)) ^ (check == FitCheck.Wrong ? 0x5A5A : 0);
        file.Add((byte)crc);
        file.Add((byte)(crc >> 8));
    }

    // Bit by bit, straight from the polynomial.
    internal static int Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xA001;
            }
        }

        return crc;
    }

    private void Define(int localType, ushort global, FitField[] fields)
    {
        var shape = $"{global} {BigEndian} " + string.Join(' ', fields.Select(field => $"{field.Number}:{field.Size}:{field.BaseType}:{field.DeveloperIndex}"));
        if (!RepeatDefinitions && shapes.GetValueOrDefault(localType) == shape)
        {
            return;
        }

        shapes[localType] = shape;
        var native = fields.Where(field => field.DeveloperIndex is null).ToList();
        var developers = fields.Where(field => field.DeveloperIndex is not null).ToList();
        data.Add((byte)(0x40 | (developers.Count > 0 ? 0x20 : 0) | localType));
        data.Add(0);
        data.Add((byte)(BigEndian ? 1 : 0));
        data.Add((byte)(BigEndian ? global >> 8 : global));
        data.Add((byte)(BigEndian ? global : global >> 8));
        data.Add((byte)native.Count);
        native.ForEach(field => data.AddRange([field.Number, field.Size, field.BaseType]));
        if (developers.Count > 0)
        {
            data.Add((byte)developers.Count);
            developers.ForEach(field => data.AddRange([field.Number, field.Size, field.DeveloperIndex!.Value]));
        }
    }

    private FitFileBuilder Payload(FitField[] fields)
    {
        foreach (var field in fields)
        {
            field.WriteTo(data, BigEndian);
        }

        return this;
    }
}
