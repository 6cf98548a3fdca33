using System.Text;
using System.Xml;

namespace KneeLoad.Ingest.Xml;

/// <summary>Which characters make up a name in XML 1.0; a colon counts as one of them.</summary>
internal static class XmlNames
{
    private static readonly bool[] AsciiFirst = Table(code => code is ':' or '_' || char.IsAsciiLetter(code));
    private static readonly bool[] AsciiLater = Table(code => code is ':' or '_' or '-' or '.' || char.IsAsciiLetterOrDigit(code));

    /// <summary>Length of the name character at a position; 0 when the character there is none. [bytes]</summary>
    public static int CharacterAt(ReadOnlySpan<byte> text, int position, bool isFirst)
    {
        var code = text[position];
        if (code < 0x80)
        {
            return (isFirst ? AsciiFirst : AsciiLater)[code] ? 1 : 0;
        }

        Rune.DecodeFromUtf8(text[position..], out var rune, out var length);
        return rune.IsBmp && (isFirst ? XmlConvert.IsStartNCNameChar((char)rune.Value) : XmlConvert.IsNCNameChar((char)rune.Value)) ? length : 0;
    }

    private static bool[] Table(Func<char, bool> isNameCharacter) => [.. Enumerable.Range(0, 0x80).Select(code => isNameCharacter((char)code))];
}
