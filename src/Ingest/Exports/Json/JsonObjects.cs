using System.Buffers;

namespace KneeLoad.Ingest.Exports.Json;

/// <summary>
/// Finds the objects of a list in a file of any length, one after the other, by counting brackets outside of texts: each object that
/// stands in an array and in no other such object. The file may be loose.
/// </summary>
/// <param name="source">The file in UTF-8, read once from front to back.</param>
internal sealed class JsonObjects(Stream source)
{
    private const int BufferBytes = 1 << 18;

    // A day of running with a value a second, as text. [bytes]
    private const int LongestObject = 64 << 20;

    private const int MostDepth = 1_000;

    private static readonly SearchValues<byte> Marks = SearchValues.Create("\"\\[]{}"u8);

    private readonly Stack<bool> arrays = new();
    private byte[] buffer = new byte[BufferBytes];
    private int length;
    private int at;
    private int begin = -1;
    private int depthOfObject;
    private bool isText;
    private bool isEscaped;
    private long passed;

    /// <summary>Offset of what was read last. [bytes]</summary>
    public long Offset => passed + at;

    /// <summary>Whether the file ended outside of an object, a list and a text.</summary>
    public bool IsWhole => arrays.Count == 0 && !isText && begin < 0;

    /// <summary>The first bytes of the file, before any object is asked for.</summary>
    public ReadOnlySpan<byte> Head()
    {
        Fill();
        return buffer.AsSpan(0, length);
    }

    /// <summary>The next object, valid until the next is asked for; empty at the end.</summary>
    /// <exception cref="InvalidDataException">The packed data is damaged, or unpacks too far.</exception>
    public ReadOnlySpan<byte> Next()
    {
        while (true)
        {
            if (isEscaped && at < length)
            {
                (isEscaped, at) = (false, at + 1);
            }

            var next = isText ? buffer.AsSpan(at, length - at).IndexOfAny((byte)'"', (byte)'\\') : buffer.AsSpan(at, length - at).IndexOfAny(Marks);
            if (next < 0)
            {
                at = length;
                if (!Fill())
                {
                    return [];
                }

                continue;
            }

            at += next;
            if (Take(buffer[at++]))
            {
                var found = buffer.AsSpan(begin, at - begin);
                begin = -1;
                return found;
            }
        }
    }

    /// <summary>Takes one mark; true where an object ends with it.</summary>
    private bool Take(byte mark)
    {
        switch (mark)
        {
            case (byte)'"':
                isText = !isText;
                break;
            case (byte)'\\':
                isEscaped = isText;
                break;
            case (byte)'{' or (byte)'[':
                if (arrays.Count == MostDepth)
                {
                    throw new InvalidDataException("The file is nested deeper than any list is.");
                }

                if (mark == '{' && begin < 0 && arrays.TryPeek(out var isInArray) && isInArray)
                {
                    (begin, depthOfObject) = (at - 1, arrays.Count);
                }

                arrays.Push(mark == '[');
                break;
            default:
                arrays.TryPop(out _);
                return begin >= 0 && arrays.Count == depthOfObject;
        }

        return false;
    }

    /// <summary>Reads more behind what is kept: the object begun, or nothing; false at the end.</summary>
    private bool Fill()
    {
        if (begin >= 0 && length - begin > LongestObject)
        {
            // So long an object is passed over to its end.
            begin = -1;
        }

        var kept = begin < 0 ? length : begin;
        var unread = length - kept;
        buffer.AsSpan(kept, unread).CopyTo(buffer);
        (passed, at, length, begin) = (passed + kept, at - kept, unread, begin < 0 ? -1 : 0);
        if (unread > buffer.Length / 2)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var count = source.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
        length += count;
        return count > 0;
    }
}
