using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Profile;

namespace KneeLoad.Ingest.Fit.Protocol;

/// <summary>
/// Goes through the messages of one FIT file and stops at the first that cannot be read (FIT protocol, section "Record Format").
/// Definitions are taken in on the way; consecutive record messages of one shape come as one run.
/// </summary>
/// <remarks>
/// The header byte: bit 7 set is a compressed timestamp (bits 5-6 local type, 0-4 seconds); else bit 6 set is a
/// definition, whose bit 5 announces developer fields; bits 0-3 are the local type.
/// </remarks>
internal ref struct MessageCursor(ReadOnlySpan<byte> file, int start, int end, LocalTypes localTypes)
{
    /// <summary>The bit of a definition's header that announces developer fields.</summary>
    public const byte DeveloperBit = 0x20;

    private const byte CompressedBit = 0x80;
    private const byte DefinitionBit = 0x40;
    private const byte LocalTypeBits = 0x0F;

    private readonly ReadOnlySpan<byte> file = file;
    private uint lastTimestamp;
    private bool compressed;

    /// <summary>Offset of the next message, or of the one that could not be read. [bytes]</summary>
    public int Position { get; private set; } = start;

    /// <summary>Why the walk ended before its end; null while all is well.</summary>
    public ReadFault? Fault { get; private set; }

    /// <summary>The shape of the present messages.</summary>
    public MessageDefinition Definition { get; private set; } = localTypes[0];

    /// <summary>Number of consecutive messages of this shape, from 1; more only for records.</summary>
    public int RunLength { get; private set; }

    /// <summary>From one message of the run to the next. [bytes]</summary>
    public readonly int Stride => Definition.Size + 1;

    /// <summary>The run: each message with its header byte before it.</summary>
    public readonly ReadOnlySpan<byte> Run => file.Slice(Position - (RunLength * Stride), RunLength * Stride);

    /// <summary>The time that a compressed header gives to the present message; null with a plain header.</summary>
    public readonly uint? CompressedTime => compressed ? lastTimestamp : null;

    /// <summary>The present message, where the run is of one.</summary>
    public readonly FitMessage Message =>
        new(Definition, Run[1..], compressed || Definition.Timestamp is not null ? lastTimestamp : null);

    /// <summary>Goes to the next message or run.</summary>
    /// <returns>False at the end, or at a fault.</returns>
    public bool MoveNext()
    {
        while (Position < end && Fault is null)
        {
            var header = file[Position];
            compressed = (header & CompressedBit) != 0;
            if (!compressed && (header & DefinitionBit) != 0)
            {
                ReadDefinition(localTypes[header & LocalTypeBits]);
                continue;
            }

            Definition = localTypes[compressed ? (header >> 5) & 0x03 : header & LocalTypeBits];
            if (!Definition.IsDefined)
            {
                Fault = ReadFault.UndefinedLocalMessage;
                return false;
            }

            if (Stride > end - Position)
            {
                Fault = ReadFault.Truncated;
                return false;
            }

            RunLength = compressed || Definition.GlobalNumber != FitProfile.Record ? 1 : CountRun(header);
            Position += RunLength * Stride;
            KeepTime(header);
            return true;
        }

        return false;
    }

    private void ReadDefinition(MessageDefinition definition)
    {
        var taken = definition.Read(file, Position, end);
        if (taken == 0)
        {
            Fault = ReadFault.Truncated;
            return;
        }

        Position += taken;
    }

    private readonly int CountRun(byte header)
    {
        var stride = Stride;
        var limit = end - stride;
        var next = Position + stride;
        while (next <= limit && file[next] == header)
        {
            next += stride;
        }

        return (next - Position) / stride;
    }

    // A compressed header counts on from the last time seen in any message, also within a run.
    private void KeepTime(byte header)
    {
        if (Definition.Timestamp is { } field)
        {
            for (var message = Run; !message.IsEmpty; message = message[..^Stride])
            {
                var seconds = FitNumber.Load<uint>(message[^Definition.Size..][field.Offset..], Definition.BigEndian);
                if (seconds != uint.MaxValue)
                {
                    lastTimestamp = seconds;
                    return;
                }
            }
        }
        else if (compressed)
        {
            lastTimestamp = FitTime.AfterOffset(lastTimestamp, header & 0x1F);
        }
    }
}
