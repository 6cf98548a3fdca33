using System.Buffers;
using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Xml;

/// <content>The grammar of text, and of what is passed over: comments, CDATA sections, processing instructions.</content>
internal ref partial struct XmlScanner
{
    /// <summary>Passes over text up to the next '&lt;' or the end of the document.</summary>
    private bool SkipText(out bool isPlain)
    {
        isPlain = true;
        var start = position;
        while (true)
        {
            var run = xml[position..].IndexOfAny(TextStops);
            position = run < 0 ? xml.Length : position + run;
            if (run < 0 || (xml[position] == '<' && !IsBareLessThan()))
            {
                return Depth > 0 || IsSpaceOnly(start);
            }

            if (xml[position] == '&')
            {
                isPlain = false;
                if (!SkipReference())
                {
                    return false;
                }
            }
            else if (IsForbidden() || xml[position] == '<' || xml[position..].StartsWith("]]>"u8))
            {
                if (TakeAsItStands())
                {
                    position++;
                    continue;
                }

                Malformed(RemarkKind.CharacterForbidden);
                return false;
            }
            else
            {
                position++;
            }
        }
    }

    private bool IsSpaceOnly(int start)
    {
        if (Trim(xml[start..position]).IsEmpty)
        {
            return true;
        }

        Fail(ReadFault.MalformedXml, RemarkKind.TextOutside);
        return false;
    }

    private bool SkipReference(bool isInTag = false)
    {
        var length = XmlReferences.Length(xml[position..]);
        if (length == 0 && TakeAsItStands(isInTag))
        {
            length = 1;
        }

        if (length == 0)
        {
            Malformed(RemarkKind.ReferenceUnknown);
            return false;
        }

        position += length;
        return true;
    }

    /// <summary>Passes over a comment, a CDATA section or a processing instruction.</summary>
    private bool SkipMarkup(byte kind)
    {
        var rest = xml[position..];
        if (kind == '?')
        {
            return SkipInstruction();
        }

        if (rest.StartsWith("<!--"u8))
        {
            return SkipComment();
        }

        if (rest.StartsWith("<![CDATA["u8) && Depth > 0)
        {
            return SkipTo("<![CDATA["u8.Length, "]]>"u8);
        }

        if (Ascii.EqualsIgnoreCase(rest[..Math.Min(9, rest.Length)], "<!DOCTYPE"u8))
        {
            var type = rest[9..].TrimStart(" \t\r\n"u8);
            if (IsLenient && !sawRoot && BareTypeLength(type) is > 0 and var bare)
            {
                position = xml.Length - type.Length + bare;
                return true;
            }

            var isPage = Ascii.EqualsIgnoreCase(type[..Math.Min(4, type.Length)], "html"u8);
            Fail(ReadFault.DoctypeRefused, isPage ? RemarkKind.WebPage : RemarkKind.DocumentType);
            return false;
        }

        Malformed(RemarkKind.MarkupUnknown);
        return false;
    }

    /// <summary>
    /// Length of the rest of a document type that names the outermost element and no more; 0 for one that declares or reads anything, and for a web
    /// page.
    /// </summary>
    private static int BareTypeLength(ReadOnlySpan<byte> type)
    {
        var name = XmlNames.Length(type, out _);
        var rest = type[name..].TrimStart(" \t\r\n"u8);
        return name > 0 && rest is [(byte)'>', ..] && !Ascii.EqualsIgnoreCase(type[..name], "html"u8) ? type.Length - rest.Length + 1 : 0;
    }

    private bool SkipInstruction()
    {
        var start = position;
        position += 2;
        if (!ReadName(out var name, out var length, out _))
        {
            Malformed(new Remark(RemarkKind.NameExpected, Name: "<?"));
            return false;
        }

        if (length == 3 && Ascii.EqualsIgnoreCase(xml.Slice(name, length), "xml"u8))
        {
            DeclarationIsMisplaced |= start > 0;
            if (sawRoot)
            {
                Malformed(RemarkKind.DeclarationInside);
                return false;
            }
        }

        if (!xml[position..].StartsWith("?>"u8) && !SkipSpace())
        {
            Malformed(new Remark(RemarkKind.SpaceExpected, Name: "?>"));
            return false;
        }

        return SkipTo(0, "?>"u8);
    }

    private bool SkipTo(int opening, ReadOnlySpan<byte> closing)
    {
        position += opening;
        var length = xml[position..].IndexOf(closing);
        if (length < 0)
        {
            position = xml.Length;
            Fail(ReadFault.Truncated, new Remark(RemarkKind.EndsBefore, Name: Encoding.UTF8.GetString(closing)));
            return false;
        }

        var end = position + length;
        if (xml[position..end].ContainsAny(ForbiddenBytes))
        {
            Malformed(RemarkKind.CharacterForbidden);
            return false;
        }

        position = end + closing.Length;
        return true;
    }

    private bool ExpectTagEnd()
    {
        if (position < xml.Length && xml[position] == '>')
        {
            position++;
            return true;
        }

        Malformed(new Remark(RemarkKind.Expected, Name: ">"));
        return false;
    }

    /// <summary>Gathers text that comments, CDATA sections or references interrupt.</summary>
    private ReadOnlySpan<byte> ReadComposedText(int start)
    {
        var text = new ArrayBufferWriter<byte>();
        text.Write(XmlReferences.Expand(xml[start..position]));
        while (position + 1 < xml.Length && xml[position + 1] is (byte)'!' or (byte)'?')
        {
            var from = position;
            if (!SkipMarkup(xml[position + 1]))
            {
                return [];
            }

            if (xml[from..].StartsWith("<![CDATA["u8))
            {
                text.Write(xml[(from + "<![CDATA["u8.Length)..(position - "]]>"u8.Length)]);
            }

            from = position;
            if (!SkipText(out _))
            {
                return [];
            }

            text.Write(XmlReferences.Expand(xml[from..position]));
        }

        return Trim(text.WrittenSpan);
    }

    private bool SkipSpace()
    {
        var start = position;
        while (position < xml.Length && xml[position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            position++;
        }

        return position > start;
    }

    private bool ReadName(out int start, out int length, out int prefix)
    {
        start = position;
        length = XmlNames.Length(xml[position..], out prefix);
        position += length;
        return length > 0;
    }

    /// <summary>Whether the byte at the position is a control character that XML 1.0 forbids everywhere.</summary>
    private readonly bool IsForbidden() => xml[position] is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r');
}
