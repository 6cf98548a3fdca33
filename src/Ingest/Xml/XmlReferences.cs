using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace KneeLoad.Ingest.Xml;

/// <summary>Character references and the five predefined entities of XML; there are no others without a document type.</summary>
internal static class XmlReferences
{
    // "&#x10FFFF;" with a few leading zeros; a longer one is malformed to us.
    private const int LongestReference = 16;

    /// <summary>Length of the reference at the beginning of the text; 0 when there is no valid one. [bytes]</summary>
    public static int Length(ReadOnlySpan<byte> text) => TryRead(text, out _, out var length) ? length : 0;

    /// <summary>The text with every reference replaced; what begins none stays.</summary>
    public static ReadOnlySpan<byte> Expand(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'&'))
        {
            return text;
        }

        var expanded = new ArrayBufferWriter<byte>(text.Length);
        while (text.IndexOf((byte)'&') is >= 0 and var at)
        {
            expanded.Write(text[..at]);
            text = text[at..];
            if (!TryRead(text, out var rune, out var length))
            {
                // Lenient reading takes a bare one as it stands.
                expanded.Write(text[..1]);
                text = text[1..];
                continue;
            }

            expanded.Advance(rune.EncodeToUtf8(expanded.GetSpan(4)));
            text = text[length..];
        }

        expanded.Write(text);
        return expanded.WrittenSpan;
    }

    private static bool TryRead(ReadOnlySpan<byte> text, out Rune rune, out int length)
    {
        rune = default;
        length = text[..Math.Min(text.Length, LongestReference)].IndexOf((byte)';') + 1;
        if (length < 3)
        {
            return false;
        }

        var name = text[1..(length - 1)];
        if (name[0] == '#')
        {
            return TryReadNumber(name[1..], out rune);
        }

        var entity = name switch
        {
            _ when name.SequenceEqual("lt"u8) => '<',
            _ when name.SequenceEqual("gt"u8) => '>',
            _ when name.SequenceEqual("amp"u8) => '&',
            _ when name.SequenceEqual("quot"u8) => '"',
            _ when name.SequenceEqual("apos"u8) => '\'',
            _ => '\0',
        };
        rune = new Rune(entity);
        return entity != '\0';
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> digits, out Rune rune)
    {
        rune = default;
        var isHexadecimal = digits is [(byte)'x', ..];
        digits = isHexadecimal ? digits[1..] : digits;
        return digits is [not (byte)'+' and not (byte)'-', ..]
            && Utf8Parser.TryParse(digits, out int code, out var used, isHexadecimal ? 'X' : 'D')
            && used == digits.Length
            && code is 0x9 or 0xA or 0xD or >= 0x20
            && code is not (0xFFFE or 0xFFFF)
            && Rune.TryCreate(code, out rune);
    }
}
