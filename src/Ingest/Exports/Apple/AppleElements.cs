namespace KneeLoad.Ingest.Exports.Apple;

/// <summary>
/// Finds the elements of one name in an export of any length, in one pass over a buffer: an export holds millions of elements, of which
/// few are asked for, and a damaged one costs no other.
/// </summary>
/// <param name="source">The export in UTF-8, read once from front to back.</param>
/// <param name="name">The element's beginning, such as &lt;Workout.</param>
/// <param name="end">The tag that ends one with content; empty where the first tag is all that is asked for.</param>
internal sealed class AppleElements(Stream source, byte[] name, byte[] end)
{
    private const int BufferBytes = 1 << 18;

    // A workout lists its laps and its pauses. [bytes]
    private const int LongestElement = 8 << 20;

    // The end of the export, with what may stand behind it.
    private const int TailBytes = 64;

    // Why there is no length: another name that begins the same, no end in sight, no end read yet.
    private const int Another = 0;
    private const int TooLong = -1;
    private const int Cut = -2;

    private byte[] buffer = new byte[BufferBytes];
    private int from;
    private int length;
    private bool isEnd;
    private int lines;

    /// <summary>Line up to which the export was read, from 1.</summary>
    public int Line => lines + 1;

    /// <summary>Whether the export's own end was seen.</summary>
    public bool IsWhole { get; private set; }

    private ReadOnlySpan<byte> Unread => buffer.AsSpan(from, length - from);

    /// <summary>Whether a mark stands in the first part of the export.</summary>
    public bool BeginsWith(ReadOnlySpan<byte> mark) => Fill() && Unread.IndexOf(mark) >= 0;

    /// <summary>The next element, valid until the next is asked for; empty at the end.</summary>
    /// <exception cref="InvalidDataException">The packed data is damaged, or unpacks too far.</exception>
    public ReadOnlySpan<byte> Next()
    {
        while (true)
        {
            var at = Unread.IndexOf(name);
            if (at < 0)
            {
                Pass(Math.Max(0, length - from - Math.Max(name.Length, TailBytes)));
                if (!Fill())
                {
                    IsWhole = Unread.LastIndexOf("</HealthData"u8) >= 0;
                    Pass(length - from);
                    return [];
                }

                continue;
            }

            Pass(at);
            switch (LengthOf(Unread))
            {
                case > 0 and var found:
                    var element = Unread[..found];
                    Pass(found);
                    return element;
                case Another:
                    Pass(name.Length);
                    break;
                case TooLong:
                    // Whatever stands in so much is no element that is asked for.
                    Pass(Math.Max(name.Length, length - from - name.Length));
                    break;
                default:
                    if (!Fill())
                    {
                        Pass(length - from);
                        return [];
                    }

                    break;
            }
        }
    }

    /// <summary>Length of the element that begins here, or why there is none.</summary>
    private int LengthOf(ReadOnlySpan<byte> content)
    {
        if (content.Length == name.Length)
        {
            return Cut;
        }

        if (content[name.Length] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'>' or (byte)'/'))
        {
            return Another;
        }

        var tag = EndOfTag(content);
        if (tag > 0 && (end.Length == 0 || content[tag - 2] == '/'))
        {
            return tag;
        }

        var close = tag < 0 ? -1 : content[tag..].IndexOf(end);
        return close >= 0 ? tag + close + end.Length : content.Length >= LongestElement ? TooLong : Cut;
    }

    /// <summary>The place behind a tag; negative where it was not read yet. A value may hold the sign that ends a tag.</summary>
    private static int EndOfTag(ReadOnlySpan<byte> content)
    {
        for (var at = 0; ;)
        {
            var next = content[at..].IndexOfAny((byte)'"', (byte)'\'', (byte)'>');
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (content[at] == '>')
            {
                return at + 1;
            }

            var quote = content[(at + 1)..].IndexOf(content[at]);
            if (quote < 0)
            {
                return -1;
            }

            at += quote + 2;
        }
    }

    private void Pass(int count)
    {
        lines += Unread[..count].Count((byte)'\n');
        from += count;
    }

    /// <summary>Reads more behind what is unread; false at the end.</summary>
    private bool Fill()
    {
        if (isEnd)
        {
            return false;
        }

        var unread = length - from;
        if (unread > buffer.Length / 2)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        buffer.AsSpan(from, unread).CopyTo(buffer);
        (from, length) = (0, unread);
        var count = source.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
        length += count;
        isEnd = count == 0;
        return !isEnd;
    }
}
