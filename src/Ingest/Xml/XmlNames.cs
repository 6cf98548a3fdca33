using System.Buffers;
using System.Text;
using System.Xml;

namespace KneeLoad.Ingest.Xml;

/// <summary>Which characters make up a name in XML 1.0; a colon counts as one of them.</summary>
internal static class XmlNames
{
    private static readonly SearchValues<byte> AsciiFirst = Ascii(code => code is ':' or '_' || char.IsAsciiLetter(code));
    private static readonly SearchValues<byte> AsciiLater = Ascii(code => code is ':' or '_' or '-' or '.' || char.IsAsciiLetterOrDigit(code));

    /// <summary>Length of the name at the beginning of the text; 0 when there is none. [bytes]</summary>
    public static int Length(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || !(AsciiFirst.Contains(text[0]) || IsNameCharacter(text, isFirst: true, out _)))
        {
            return 0;
        }

        var length = 0;
        while (length < text.Length)
        {
            var run = text[length..].IndexOfAnyExcept(AsciiLater);
            length = run < 0 ? text.Length : length + run;
            if (run < 0 || text[length] < 0x80 || !IsNameCharacter(text[length..], length == 0, out var size))
            {
                return length;
            }

            length += size;
        }

        return length;
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
