using System.Buffers;
using System.Text;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Xml;

/// <content>The grammar: tags, attributes, text, and what is passed over.</content>
internal ref partial struct XmlScanner
{
    private XmlToken StartTag()
    {
        if (Depth == 0 && sawRoot)
        {
            return Malformed("A second element follows the first at the outermost level.");
        }

        if (Depth == MaxDepth)
        {
            return Fail(ReadFault.TooLarge, $"Elements lie more than {MaxDepth} deep.");
        }

        position++;
        if (!ReadName(out nameStart, out nameLength))
        {
            return Malformed("A name was expected after '<'.");
        }

        attributeCount = 0;
        while (true)
        {
            var hadSpace = SkipSpace();
            switch (position < xml.Length ? xml[position] : (byte)0)
            {
                case (byte)'>':
                    position++;
                    return Started(itself: false);
                case (byte)'/' when position + 1 < xml.Length && xml[position + 1] == '>':
                    position += 2;
                    return Started(itself: true);
                default:
                    if (!hadSpace)
                    {
                        return Malformed("A space, '>' or '/>' was expected in a tag.");
                    }

                    if (!ReadAttribute())
                    {
                        return XmlToken.Fault;
                    }

                    break;
            }
        }
    }

    private XmlToken Started(bool itself)
    {
        closesItself = itself;
        sawRoot = true;
        openNames[Depth++] = (nameStart, nameLength);
        var colon = xml.Slice(nameStart, nameLength).IndexOf((byte)':');
        if (colon > 0 && UndeclaredPrefix is null)
        {
            CheckPrefix(nameStart, colon);
        }

        return XmlToken.Start;
    }

    private void CheckPrefix(int start, int length)
    {
        // PERF: nearly every prefixed element has the prefix of the one before it.
        if (length == knownPrefixLength && xml.Slice(start, length).SequenceEqual(xml.Slice(knownPrefixStart, length)))
        {
            return;
        }

        var prefix = Encoding.UTF8.GetString(xml.Slice(start, length));
        if (!string.Equals(prefix, "xml", StringComparison.Ordinal) && !declaredPrefixes.Contains(prefix, StringComparer.Ordinal))
        {
            UndeclaredPrefix = prefix;
        }

        (knownPrefixStart, knownPrefixLength) = (start, length);
    }

    private XmlToken EndTag()
    {
        position += 2;
        if (Depth == 0)
        {
            return Malformed("An element ends that never began.");
        }

        var (start, length) = openNames[Depth - 1];
        var name = xml.Slice(start, length);
        if (!xml[position..].StartsWith(name))
        {
            position = name.StartsWith(xml[position..]) ? xml.Length : position;
            return Malformed($"</{Encoding.UTF8.GetString(name)}> was expected.");
        }

        position += length;
        SkipSpace();
        if (!Expect((byte)'>'))
        {
            return XmlToken.Fault;
        }

        Depth--;
        return XmlToken.End;
    }

    private bool ReadAttribute()
    {
        if (attributeCount == MaxAttributes)
        {
            Fail(ReadFault.TooLarge, $"An element has more than {MaxAttributes} attributes.");
            return false;
        }

        if (!ReadName(out var start, out var length))
        {
            Malformed("An attribute's name was expected.");
            return false;
        }

        SkipSpace();
        if (position < xml.Length && xml[position] == '=')
        {
            position++;
            SkipSpace();
        }
        else
        {
            Malformed("'=' was expected after an attribute's name.");
            return false;
        }

        var quote = position < xml.Length ? xml[position] : (byte)0;
        if (quote is not ((byte)'"' or (byte)'\''))
        {
            Malformed("An attribute's value must stand in quotes.");
            return false;
        }

        position++;
        var valueStart = position;
        if (!SkipAttributeValue(quote, out var hasReferences))
        {
            return false;
        }

        return Add(new Attribute
        {
            NameStart = start, NameLength = length, ValueStart = valueStart, ValueLength = position - 1 - valueStart, HasReferences = hasReferences,
        });
    }

    private bool Add(Attribute attribute)
    {
        var name = xml.Slice(attribute.NameStart, attribute.NameLength);
        foreach (ref readonly var other in attributes.AsSpan(0, attributeCount))
        {
            if (name.SequenceEqual(xml.Slice(other.NameStart, other.NameLength)))
            {
                Malformed("An attribute stands twice in one element.");
                return false;
            }
        }

        attributes[attributeCount++] = attribute;
        if (name.StartsWith("xmlns:"u8) && declaredPrefixes.Count < MaxAttributes)
        {
            declaredPrefixes.Add(Encoding.UTF8.GetString(name["xmlns:".Length..]));
        }

        return true;
    }

    private bool SkipAttributeValue(byte quote, out bool hasReferences)
    {
        var stops = quote == '"' ? DoubleQuotedStops : SingleQuotedStops;
        var limit = position + Math.Min(MaxAttributeBytes, xml.Length - position);
        hasReferences = false;
        while (true)
        {
            var run = xml[position..limit].IndexOfAny(stops);
            if (run < 0)
            {
                position = limit;
                _ = limit == xml.Length
                    ? Malformed("An attribute's value has no end.")
                    : Fail(ReadFault.TooLarge, $"An attribute is longer than {MaxAttributeBytes} bytes.");
                return false;
            }

            position += run;
            var stop = xml[position];
            if (stop == quote)
            {
                position++;
                return true;
            }

            if (stop == '&')
            {
                hasReferences = true;
                if (!SkipReference())
                {
                    return false;
                }
            }
            else if (stop == '<' || IsForbidden())
            {
                Malformed("An attribute holds a character that XML forbids there.");
                return false;
            }
            else
            {
                position++;
            }
        }
    }

    /// <summary>Passes over text up to the next '&lt;' or the end of the document.</summary>
    private bool SkipText(out bool isPlain)
    {
        isPlain = true;
        var start = position;
        while (true)
        {
            var run = xml[position..].IndexOfAny(TextStops);
            position = run < 0 ? xml.Length : position + run;
            if (run < 0 || xml[position] == '<')
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
            else if (IsForbidden() || xml[position..].StartsWith("]]>"u8))
            {
                Malformed("The text holds a character that XML forbids.");
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

        Malformed("Text stands outside of every element.");
        return false;
    }

    private bool SkipReference()
    {
        var length = XmlReferences.Length(xml[position..]);
        if (length == 0)
        {
            Malformed("'&' does not begin a character reference or one of the predefined entities.");
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
            // A comment holds no "--" but the one that ends it.
            return SkipTo("<!--"u8.Length, "--"u8) && Expect((byte)'>');
        }

        if (rest.StartsWith("<![CDATA["u8) && Depth > 0)
        {
            return SkipTo("<![CDATA["u8.Length, "]]>"u8);
        }

        if (Ascii.EqualsIgnoreCase(rest[..Math.Min(9, rest.Length)], "<!DOCTYPE"u8))
        {
            Fail(ReadFault.DoctypeRefused, "The file declares a document type; it could read other files or swell without end.");
            return false;
        }

        Malformed("'<!' begins neither a comment nor a CDATA section.");
        return false;
    }

    private bool SkipInstruction()
    {
        var start = position;
        position += 2;
        if (!ReadName(out var name, out var length))
        {
            Malformed("A name was expected after '<?'.");
            return false;
        }

        if (length == 3 && Ascii.EqualsIgnoreCase(xml.Slice(name, length), "xml"u8))
        {
            DeclarationIsMisplaced |= start > 0;
            if (sawRoot)
            {
                Malformed("An XML declaration stands inside the document.");
                return false;
            }
        }

        if (!xml[position..].StartsWith("?>"u8) && !SkipSpace())
        {
            Malformed("A space or '?>' was expected after a processing instruction's name.");
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
            Fail(ReadFault.Truncated, $"The file ends before '{Encoding.UTF8.GetString(closing)}'.");
            return false;
        }

        var end = position + length;
        while (xml[position..end].IndexOfAny(ForbiddenBytes) is >= 0 and var at)
        {
            position += at;
            if (IsForbidden())
            {
                Malformed("A comment, CDATA section or instruction holds a character that XML forbids.");
                return false;
            }

            position++;
        }

        position = end + closing.Length;
        return true;
    }

    private bool Expect(byte expected)
    {
        if (position < xml.Length && xml[position] == expected)
        {
            position++;
            return true;
        }

        Malformed($"'{(char)expected}' was expected.");
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

    private bool ReadName(out int start, out int length)
    {
        start = position;
        while (position < xml.Length && XmlNames.CharacterAt(xml, position, isFirst: position == start) is > 0 and var size)
        {
            position += size;
        }

        length = position - start;
        return length > 0;
    }

    /// <summary>Whether the byte at the position begins a character that XML 1.0 forbids everywhere: a control, U+FFFE or U+FFFF.</summary>
    private readonly bool IsForbidden() =>
        xml[position] is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r')
        || xml[position..].StartsWith("\uFFFE"u8)
        || xml[position..].StartsWith("\uFFFF"u8);
}
