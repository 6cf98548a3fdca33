using System.Buffers;
using System.Text;
using System.Text.Unicode;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Xml;

/// <summary>Brings the bytes of an XML file into the one encoding that <see cref="XmlScanner"/> reads: UTF-8 without a byte order mark.</summary>
internal static class XmlContent
{
    // An XML declaration is some 60 characters; what is not found up to here is not there.
    private const int LongestDeclaration = 256;

    // A warning of some lines.
    private const int LongestForeword = 1 << 12;

    // What a decoder writes for bytes that it cannot read.
    private const char Replacement = '\uFFFD';

    // That, and what XML forbids in any encoding.
    private static readonly SearchValues<char> Unusable = SearchValues.Create([Replacement, '\uFFFE', '\uFFFF']);

    /// <summary>The content in UTF-8; the same bytes where it is so already.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="warnings">Takes note of an encoding that is not what the file says.</param>
    /// <param name="fault">Why the content cannot be decoded, or null.</param>
    public static ReadOnlySpan<byte> InUtf8(ReadOnlySpan<byte> content, ReadWarnings warnings, out XmlFault? fault)
    {
        fault = null;
        var encoding = Tell(content, warnings, out var markLength);
        content = WithoutForeword(content[markLength..], warnings);
        if (encoding is null)
        {
            fault = new XmlFault(ReadFault.MalformedXml, new Remark(RemarkKind.EncodingUnread, Name: DeclaredEncoding(content)), 1);
            return [];
        }

        if (encoding is UTF8Encoding && Utf8.IsValid(content) && !HasNoncharacter(content))
        {
            return content;
        }

        var text = encoding.GetString(content);
        if (text.AsSpan().IndexOfAny(Unusable) >= 0)
        {
            warnings.Add(RemarkKind.BytesReplaced);
            text = text.Replace('\uFFFE', Replacement).Replace('\uFFFF', Replacement);
        }

        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>The content from its first tag on, where a server's warning stands before the document.</summary>
    private static ReadOnlySpan<byte> WithoutForeword(ReadOnlySpan<byte> content, ReadWarnings warnings)
    {
        var begin = content[..Math.Min(content.Length, LongestForeword)].IndexOf((byte)'<');
        if (begin <= 0 || content[0] == 0 || content[..begin].Trim(" \t\r\n"u8).IsEmpty)
        {
            return content;
        }

        warnings.Add(RemarkKind.TextTakenAsItStands);
        return content[begin..];
    }

    /// <summary>Local name of the outermost element; empty where the content is no XML up to there.</summary>
    /// <param name="content">The whole file, in any encoding that is read.</param>
    /// <param name="fault">What stands in the way of an outermost element, or null.</param>
    public static string RootName(ReadOnlySpan<byte> content, out XmlFault? fault)
    {
        var scanner = new XmlScanner(InUtf8(content, new ReadWarnings(), out fault)) { IsLenient = true };
        if (fault is null && scanner.Read() == XmlToken.Start)
        {
            return Encoding.UTF8.GetString(scanner.LocalName);
        }

        fault ??= scanner.Fault;
        return string.Empty;
    }

    /// <summary>Whether there is U+FFFE or U+FFFF, which XML forbids and the scanner does not look for.</summary>
    private static bool HasNoncharacter(ReadOnlySpan<byte> utf8) =>
        utf8.Contains((byte)0xEF) && (utf8.IndexOf("\uFFFE"u8) >= 0 || utf8.IndexOf("\uFFFF"u8) >= 0);

    private static Encoding? Tell(ReadOnlySpan<byte> content, ReadWarnings warnings, out int markLength)
    {
        markLength = content switch
        {
            [0xEF, 0xBB, 0xBF, ..] => 3,
            [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] => 2,
            _ => 0,
        };
        switch (content)
        {
            case [0xFF, 0xFE, ..] or [(byte)'<', 0, ..]:
                return Encoding.Unicode;
            case [0xFE, 0xFF, ..] or [0, (byte)'<', ..]:
                return Encoding.BigEndianUnicode;
            case [0xEF, 0xBB, 0xBF, ..]:
                return Encoding.UTF8;
        }

        var name = DeclaredEncoding(content);
        if (name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase))
        {
            warnings.Add(RemarkKind.EncodingMistaken);
            return Encoding.UTF8;
        }

        if (name.Length == 0 || string.Equals(name, "utf8", StringComparison.OrdinalIgnoreCase))
        {
            return Encoding.UTF8;
        }

        if (Named(name) is { } named)
        {
            return named;
        }

        if (!Utf8.IsValid(content))
        {
            return null;
        }

        warnings.Add(RemarkKind.EncodingMistaken);
        return Encoding.UTF8;
    }

    private static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // UTF-7 among them, which the framework refuses on purpose.
            return null;
        }
    }

    private static string DeclaredEncoding(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, LongestDeclaration)].TrimStart(" \t\r\n"u8);
        if (!head.StartsWith("<?xml"u8) || head.IndexOf("?>"u8) is not (> 0 and var end))
        {
            return string.Empty;
        }

        var declaration = Encoding.ASCII.GetString(head[..end]);
        var at = declaration.IndexOf("encoding", StringComparison.Ordinal);
        var parts = at < 0 ? [] : declaration[at..].Split('"', '\'');
        return parts.Length > 1 ? parts[1] : string.Empty;
    }
}
