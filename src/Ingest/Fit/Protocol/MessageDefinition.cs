using System.Buffers.Binary;
using System.Runtime.InteropServices;
using KneeLoad.Ingest.Fit.Profile;

namespace KneeLoad.Ingest.Fit.Protocol;

/// <summary>
/// The layout of the messages of one local type, until the type is defined anew (FIT protocol, section "Definition Message").
/// One object serves a local type for the whole file, so that a file that defines its messages again and again costs nothing.
/// </summary>
internal sealed class MessageDefinition
{
    private const int FixedSize = 6;
    private const int FieldSize = 3;

    private readonly List<FieldDefinition> fields = [];
    private RecordPlan? plan;
    private int start = -1;
    private int length;
    private bool keepsFields;

    /// <summary>Number of the message in the profile.</summary>
    public ushort GlobalNumber { get; private set; }

    /// <summary>Whether numbers have their highest byte first.</summary>
    public bool BigEndian { get; private set; }

    /// <summary>Bytes of a message after its header byte. [bytes]</summary>
    public int Size { get; private set; }

    /// <summary>The timestamp (field 253), or null.</summary>
    public FieldDefinition? Timestamp { get; private set; }

    /// <summary>The fields in the file's order, developers' fields last; of messages that we pass over, the time alone. None is empty.</summary>
    public ReadOnlySpan<FieldDefinition> Fields => CollectionsMarshal.AsSpan(fields);

    /// <summary>The column of each field, where the messages are records; filled by the table of columns.</summary>
    public RecordPlan Plan => plan ??= new RecordPlan();

    /// <summary>Whether the file has defined the type yet.</summary>
    public bool IsDefined => start >= 0;

    /// <summary>Counts up whenever the content changes: what was planned on it must then be planned again.</summary>
    public int Revision { get; private set; }

    /// <summary>Forgets the definition, for the next file in a chain.</summary>
    public void Clear() => start = -1;

    /// <summary>Reads a definition.</summary>
    /// <param name="file">All bytes.</param>
    /// <param name="position">Where the definition's header byte stands. [bytes]</param>
    /// <param name="end">Where the messages end. [bytes]</param>
    /// <returns>Bytes taken, or 0 when the definition is cut off. [bytes]</returns>
    public int Read(ReadOnlySpan<byte> file, int position, int end)
    {
        var rest = file[position..end];
        if (rest.Length < FixedSize)
        {
            return 0;
        }

        var fieldCount = rest[5];
        var size = FixedSize + (fieldCount * FieldSize);
        var hasDeveloperFields = (rest[0] & MessageCursor.DeveloperBit) != 0;
        if (hasDeveloperFields)
        {
            size = rest.Length > size ? size + 1 + (rest[size] * FieldSize) : int.MaxValue;
        }

        if (rest.Length < size)
        {
            return 0;
        }

        // Some watches repeat their definitions before each message; what is the same need not be planned anew.
        if (start < 0 || !file.Slice(start, length).SequenceEqual(rest[..size]))
        {
            start = position;
            length = size;
            Parse(rest[..size], fieldCount, hasDeveloperFields);
        }

        return size;
    }

    private void Parse(ReadOnlySpan<byte> bytes, int fieldCount, bool hasDeveloperFields)
    {
        Revision++;
        BigEndian = bytes[2] != 0;
        GlobalNumber = BigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes[3..]) : BinaryPrimitives.ReadUInt16LittleEndian(bytes[3..]);
        Size = 0;
        Timestamp = null;
        fields.Clear();
        keepsFields = FitProfile.Reads(GlobalNumber);
        fields.EnsureCapacity(keepsFields ? (bytes.Length - FixedSize) / FieldSize : 1);
        for (var i = 0; i < fieldCount; i++)
        {
            var field = bytes.Slice(FixedSize + (i * FieldSize), FieldSize);
            Add(new(field[0], null, Size, field[1], (FitBaseType)(field[2] & 0x1F)));
        }

        var at = FixedSize + (fieldCount * FieldSize);
        for (var i = 0; hasDeveloperFields && i < bytes[at]; i++)
        {
            var field = bytes.Slice(at + 1 + (i * FieldSize), FieldSize);
            Add(new(field[0], field[2], Size, field[1], FitBaseType.Bytes));
        }
    }

    private void Add(FieldDefinition field)
    {
        Size += field.Size;
        if (field.IsTimestamp)
        {
            Timestamp = field;
        }

        // A field of no size says nothing. Without it no message has more fields than bytes, so that looking one up costs no more than the bytes.
        if (field.Size > 0 && (keepsFields || field.IsTimestamp))
        {
            fields.Add(field);
        }
    }
}
