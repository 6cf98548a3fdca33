using System.Text;

namespace KneeLoad.Ingest.Xml;

/// <summary>Text of an XML file as a string.</summary>
internal static class XmlText
{
    // A creator, a sport, a device: none is longer, and nobody shall fill the memory with one.
    private const int LongestText = 200;

    /// <summary>A short text, cut where it is too long.</summary>
    /// <returns>Null where there is none.</returns>
    public static string? Short(ReadOnlySpan<byte> utf8)
    {
        utf8 = utf8.Trim(" \t\r\n"u8);
        return utf8.IsEmpty ? null : Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, LongestText)]);
    }
}
