using System.Buffers;
using System.Text;
using System.Xml;

namespace KneeLoad.Ingest.Xml;

/// <summary>Which characters make up a name in XML 1.0; a colon counts as one of them.</summary>
internal static class XmlNames
{
    private static readonly SearchValues<byte> AsciiFirst = Ascii(code => code is ':' or '_' || char.IsAsciiLetter(code));
    private static readonly SearchValues<byte> AsciiLaterButColon = Ascii(code => code is '_' or '-' or '.' || char.IsAsciiLetterOrDigit(code));

    /// <summary>Length of the name at the beginning of the text; 0 when there is none. [bytes]</summary>
    /// <param name="text">What begins with a name.</param>
    /// <param name="prefixLength">Length of the part up to the first colon, the colon included; 0 when there is none. [bytes]</param>
    public static int Length(ReadOnlySpan<byte> text, out int prefixLength)
    {
        prefixLength = 0;
        if (text.IsEmpty || !(AsciiFirst.Contains(text[0]) || IsNameCharacter(text, isFirst: true, out _)))
        {
            return 0;
        }

        for (var length = 0; ;)
        {
            var run = text[length..].IndexOfAnyExcept(AsciiLaterButColon);
            if (run < 0)
            {
                return text.Length;
            }

            length += run;
            if (text[length] == ':')
            {
                length++;
                prefixLength = prefixLength == 0 ? length : prefixLength;
            }
            else if (text[length] >= 0x80 && IsNameCharacter(text[length..], length == 0, out var size))
            {
                length += size;
            }
            else
            {
                return length;
            }
        }
    }

    /// <summary>Whether a character beyond ASCII may stand in a name.</summary>
    private static bool IsNameCharacter(ReadOnlySpan<byte> text, bool isFirst, out int size)
    {
        Rune.DecodeFromUtf8(text, out var rune, out size);
        return !rune.IsAscii && rune.IsBmp && (isFirst ? XmlConvert.IsStartNCNameChar((char)rune.Value) : XmlConvert.IsNCNameChar((char)rune.Value));
    }

    private static SearchValues<byte> Ascii(Func<char, bool> isNameCharacter) =>
        SearchValues.Create([.. Enumerable.Range(0, 0x80).Where(code => isNameCharacter((char)code)).Select(code => (byte)code)]);
}
