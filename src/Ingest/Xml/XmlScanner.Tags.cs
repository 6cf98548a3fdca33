using System.Buffers;
using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Xml;

/// <content>The grammar of tags and their attributes.</content>
internal ref partial struct XmlScanner
{
    private XmlToken StartTag()
    {
        if (Depth == 0 && sawRoot)
        {
            return Malformed(RemarkKind.SecondElement);
        }

        if (Depth == MaxDepth)
        {
            return TooLarge(RemarkKind.TooDeep, MaxDepth);
        }

        position++;
        if (!ReadName(out nameStart, out nameLength, out prefixLength))
        {
            return Malformed(new Remark(RemarkKind.NameExpected, Name: "<"));
        }

        attributeCount = 0;
        if (position < xml.Length && xml[position] == '>')
        {
            // PERF: most elements have no attribute.
            position++;
            return Started(itself: false);
        }

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
                        return Malformed(new Remark(RemarkKind.SpaceExpected, Name: ">"));
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
        if (prefixLength > 1 && UndeclaredPrefix is null)
        {
            CheckPrefix(nameStart, prefixLength - 1);
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
            return Malformed(RemarkKind.EndWithoutBeginning);
        }

        var (start, length) = openNames[Depth - 1];
        var name = xml.Slice(start, length);
        if (!xml[position..].StartsWith(name))
        {
            if (!IsLenient || !TryCloseOuter(ref name))
            {
                return WrongEnd(name);
            }

            length = name.Length;
        }

        position += length;
        if (position < xml.Length && xml[position] != '>')
        {
            SkipSpace();
        }

        if (!ExpectTagEnd())
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
            TooLarge(RemarkKind.TooManyAttributes, MaxAttributes);
            return false;
        }

        if (!ReadName(out var start, out var length, out _))
        {
            Malformed(new Remark(RemarkKind.NameExpected, Name: Encoding.UTF8.GetString(xml.Slice(nameStart, nameLength))));
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
            Malformed(new Remark(RemarkKind.Expected, Name: "="));
            return false;
        }

        var quote = position < xml.Length ? xml[position] : (byte)0;
        if (quote is not ((byte)'"' or (byte)'\''))
        {
            if (BareValueLength() is > 0 and var bare && TakeAsItStands(isInTag: true))
            {
                position += bare;
                return Add(new Attribute { NameStart = start, NameLength = length, ValueStart = position - bare, ValueLength = bare });
            }

            Malformed(RemarkKind.QuotesExpected);
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
            NameStart = start,
            NameLength = length,
            ValueStart = valueStart,
            ValueLength = position - 1 - valueStart,
            HasReferences = hasReferences,
        });
    }

    private bool Add(Attribute attribute)
    {
        var name = xml.Slice(attribute.NameStart, attribute.NameLength);
        foreach (ref readonly var other in attributes.AsSpan(0, attributeCount))
        {
            if (name.SequenceEqual(xml.Slice(other.NameStart, other.NameLength)))
            {
                if (TakeAsItStands(isInTag: true))
                {
                    // The first one counts.
                    return true;
                }

                Malformed(RemarkKind.AttributeTwice);
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
                    ? Malformed(RemarkKind.AttributeEndless)
                    : TooLarge(RemarkKind.AttributeTooLong, MaxAttributeBytes);
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
                if (!SkipReference(isInTag: true))
                {
                    return false;
                }
            }
            else if ((stop == '<' || IsForbidden()) && !TakeAsItStands(isInTag: true))
            {
                Malformed(RemarkKind.CharacterForbidden);
                return false;
            }
            else
            {
                position++;
            }
        }
    }
}
