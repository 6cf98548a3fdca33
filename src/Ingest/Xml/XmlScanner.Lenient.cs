using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Xml;

/// <content>What is taken as it stands although it is not well-formed, where reading is lenient.</content>
internal ref partial struct XmlScanner
{
    /// <summary>Passes over the end of an element that is nowhere open.</summary>
    private bool SkipStrayEnd()
    {
        var name = position + "</"u8.Length;
        var nameEnd = name + XmlNames.Length(xml[name..], out _);
        if (nameEnd == name || nameEnd >= xml.Length || xml[nameEnd] != '>')
        {
            return false;
        }

        for (var depth = 0; depth < Depth; depth++)
        {
            if (xml[name..nameEnd].SequenceEqual(xml.Slice(openNames[depth].Start, openNames[depth].Length)))
            {
                return false;
            }
        }

        (position, WasLenient) = (nameEnd + 1, true);
        return true;
    }

    /// <summary>Closes elements that were never closed, up to the one whose end stands here.</summary>
    private bool TryCloseOuter(ref ReadOnlySpan<byte> name)
    {
        for (var depth = Depth - 2; depth >= StrictAt; depth--)
        {
            var outer = xml.Slice(openNames[depth].Start, openNames[depth].Length);
            if (xml[position..].StartsWith(outer) && position + outer.Length < xml.Length && xml[position + outer.Length] is (byte)'>' or (byte)' ')
            {
                name = outer;
                (Depth, WasLenient) = (depth + 1, true);
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a '&lt;' as text where what follows it is no tag after all.</summary>
    private bool TakeTagAsText(int start)
    {
        if (failed is not { Kind: ReadFault.MalformedXml } || !TakeAsItStands())
        {
            return false;
        }

        (failed, position) = (null, start + 1);
        return true;
    }

    /// <summary>Length of a value that stands without quotes: up to a blank or the tag's end.</summary>
    private readonly int BareValueLength()
    {
        var length = xml[position..].IndexOfAny(BareValueStops);
        return length < 0 ? 0 : length;
    }

    /// <summary>Whether a '&lt;' is text: nothing that it could begin stands behind it. Lenient reading only, inside an element.</summary>
    private readonly bool IsBareLessThan() =>
        IsLenient
            && Depth > 0
            && position + 1 < xml.Length
            && xml[position + 1] is not ((byte)'/' or (byte)'!' or (byte)'?')
            && XmlNames.Length(xml[(position + 1)..], out _) == 0;

    private bool TakeAsItStands(bool isInTag = false)
    {
        var takes = IsLenient && (Depth > 0 || isInTag);
        WasLenient |= takes;
        return takes;
    }

    private bool SkipComment()
    {
        if (!IsLenient)
        {
            // A comment holds no "--" but the one that ends it.
            return SkipTo("<!--"u8.Length, "--"u8) && ExpectTagEnd();
        }

        var from = position + "<!--"u8.Length;
        if (!SkipTo("<!--"u8.Length, "-->"u8))
        {
            return false;
        }

        WasLenient |= xml[from..(position - "-->"u8.Length)].IndexOf("--"u8) >= 0;
        return true;
    }
}
