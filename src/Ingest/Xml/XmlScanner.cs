using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Xml;

/// <summary>
/// A forward-only reader of well-formed XML 1.0 over UTF-8 bytes that copies nothing. It knows no document type and opens no entity:
/// a DOCTYPE is a fault, and so is a reference to anything but the five predefined entities and character numbers.
/// </summary>
/// <remarks>
/// PERF: reading whole GPX files by it takes less time than a bare loop of the framework's reader over them, which reads no number yet
/// (tests/Benchmarks, verb <c>gpx</c>). A property test holds both against each other on mutated documents.
/// Prefixes are not resolved: an undeclared one is well-formed XML, and real exporters write it. It is only told, by <see cref="UndeclaredPrefix"/>.
/// Limits: <see cref="MaxDepth"/>, <see cref="MaxAttributes"/>, <see cref="MaxAttributeBytes"/>.
/// </remarks>
internal ref partial struct XmlScanner
{
    /// <summary>Most elements that may be open at once.</summary>
    public const int MaxDepth = 64;

    /// <summary>Most attributes of one element.</summary>
    public const int MaxAttributes = 64;

    /// <summary>Longest attribute value. [bytes]</summary>
    public const int MaxAttributeBytes = 1 << 16;

    // What ends a run of plain text: markup, references, a possible ]]>, and what XML 1.0 forbids.
    private static readonly SearchValues<byte> TextStops = SearchValues.Create([(byte)'<', (byte)'&', (byte)']', .. ForbiddenControls()]);
    private static readonly SearchValues<byte> DoubleQuotedStops = SearchValues.Create([(byte)'"', (byte)'<', (byte)'&', .. ForbiddenControls()]);
    private static readonly SearchValues<byte> SingleQuotedStops = SearchValues.Create([(byte)'\'', (byte)'<', (byte)'&', .. ForbiddenControls()]);
    private static readonly SearchValues<byte> BareValueStops = SearchValues.Create(" \t\r\n<>\"'="u8);
    private static readonly SearchValues<byte> ForbiddenBytes = SearchValues.Create(ForbiddenControls());

    private readonly ReadOnlySpan<byte> xml;
    private readonly (int Start, int Length)[] openNames = new (int, int)[MaxDepth];
    private readonly Attribute[] attributes = new Attribute[MaxAttributes];
    private readonly List<string> declaredPrefixes = [];
    private int position;
    private int attributeCount;
    private int nameStart;
    private int nameLength;
    private int prefixLength;
    private int knownPrefixStart;
    private int knownPrefixLength;
    private bool closesItself;
    private (ReadFault Kind, Remark Reason, int Offset)? failed;
    private bool sawRoot;

    /// <summary>A scanner at the beginning of a document.</summary>
    /// <param name="xml">The document as <see cref="XmlContent.InUtf8"/> gives it: valid UTF-8 without a byte order mark, U+FFFE and U+FFFF.</param>
    public XmlScanner(ReadOnlySpan<byte> xml) => this.xml = xml;

    /// <summary>
    /// Whether text that is not well-formed is taken as it stands: a bare '&amp;' or '&lt;', a control character, an element that is never closed.
    /// </summary>
    public bool IsLenient { get; set; }

    /// <summary>Depth of the element within which reading is lenient with text alone: its own end must stand where it belongs. 0 for none.</summary>
    public int StrictAt { get; set; }

    /// <summary>Whether there was such text.</summary>
    public bool WasLenient { get; private set; }

    /// <summary>Number of open elements: that of the element just started included, that of the element just ended not.</summary>
    public int Depth { get; private set; }

    /// <summary>The fault that ended the reading; null while all is well.</summary>
    public readonly XmlFault? Fault => failed is var (kind, reason, offset) ? new XmlFault(kind, reason, LineAt(offset)) : null;

    /// <summary>The first prefix that no element up to there had declared; null when there is none.</summary>
    public string? UndeclaredPrefix { get; private set; }

    /// <summary>Whether an XML declaration stands elsewhere than at the very beginning.</summary>
    public bool DeclarationIsMisplaced { get; private set; }

    /// <summary>Name of the element just started, without its prefix.</summary>
    public readonly ReadOnlySpan<byte> LocalName => xml.Slice(nameStart + prefixLength, nameLength - prefixLength);

    /// <summary>Line that the scanner has come to, from 1.</summary>
    public readonly int Line => LineAt(position);

    /// <summary>Goes on to the next start or end of an element.</summary>
    public XmlToken Read()
    {
        if (failed is not null)
        {
            return XmlToken.Fault;
        }

        if (closesItself)
        {
            closesItself = false;
            Depth--;
            return XmlToken.End;
        }

        while (true)
        {
            var isAtMarkup = position < xml.Length && xml[position] == '<' && !IsBareLessThan();
            if (!isAtMarkup && !SkipText(out _))
            {
                return XmlToken.Fault;
            }

            if (position == xml.Length)
            {
                return EndOfInput();
            }

            var next = position + 1 < xml.Length ? xml[position + 1] : (byte)0;
            switch (next)
            {
                case (byte)'/' when IsLenient && Depth > 0 && StrictAt == 0 && SkipStrayEnd():
                    break;
                case (byte)'/':
                    return EndTag();
                case (byte)'!' or (byte)'?':
                    if (!SkipMarkup(next))
                    {
                        return XmlToken.Fault;
                    }

                    break;
                default:
                    var start = position;
                    if (StartTag() is var token && (token is not XmlToken.Fault || !TakeTagAsText(start)))
                    {
                        return token;
                    }

                    break;
            }
        }
    }

    /// <summary>Goes on to the next child of an element, passing over whatever lies deeper.</summary>
    /// <param name="parentDepth"><see cref="Depth"/> when the parent had just started.</param>
    /// <returns>False at the parent's end, or at a fault.</returns>
    public bool NextChild(int parentDepth)
    {
        while (NextDescendant(parentDepth))
        {
            if (Depth == parentDepth + 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes on to the next element inside an element, at any depth.</summary>
    /// <param name="ancestorDepth"><see cref="Depth"/> when the ancestor had just started.</param>
    /// <returns>False at the ancestor's end, or at a fault.</returns>
    public bool NextDescendant(int ancestorDepth)
    {
        while (true)
        {
            switch (Read())
            {
                case XmlToken.Start:
                    return true;
                case XmlToken.End when Depth >= ancestorDepth:
                    break;
                default:
                    return false;
            }
        }
    }

    /// <summary>Reads the text from just after an element's start up to its first child or its end.</summary>
    /// <returns>The text, comments and white space at both ends left out; empty where there is none, or at a fault. Valid until the next call.</returns>
    public ReadOnlySpan<byte> ReadText()
    {
        if (closesItself || failed is not null)
        {
            return [];
        }

        var start = position;
        if (!SkipText(out var isPlain))
        {
            return [];
        }

        var isWhole = position + 1 >= xml.Length || xml[position + 1] is not ((byte)'!' or (byte)'?');
        return isPlain && isWhole ? Trim(xml[start..position]) : ReadComposedText(start);
    }

    /// <summary>Reads text that means a number or a time: it must be well-formed, however lenient the reading is.</summary>
    /// <returns>As <see cref="ReadText"/>.</returns>
    public ReadOnlySpan<byte> ReadValue()
    {
        var wasLenient = IsLenient;
        IsLenient = false;
        var text = ReadText();
        IsLenient = wasLenient;
        return text;
    }

    /// <summary>The value of an attribute of the element just started.</summary>
    /// <param name="localName">Its name without a prefix.</param>
    /// <returns>Empty where there is none.</returns>
    public readonly ReadOnlySpan<byte> GetAttribute(ReadOnlySpan<byte> localName)
    {
        foreach (ref readonly var attribute in attributes.AsSpan(0, attributeCount))
        {
            if (IsNamed(xml.Slice(attribute.NameStart, attribute.NameLength), localName))
            {
                var value = xml.Slice(attribute.ValueStart, attribute.ValueLength);
                return attribute.HasReferences ? XmlReferences.Expand(value) : value;
            }
        }

        return [];
    }

    private static byte[] ForbiddenControls() =>
        [.. Enumerable.Range(0, 0x20).Select(code => (byte)code).Where(code => code is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))];

    private static bool IsNamed(ReadOnlySpan<byte> name, ReadOnlySpan<byte> localName) =>
        name.EndsWith(localName) && (name.Length == localName.Length || name[^(localName.Length + 1)] == ':');

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(" \t\r\n"u8);

    private readonly int LineAt(int offset) => xml[..Math.Min(offset, xml.Length)].Count((byte)'\n') + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private XmlToken EndOfInput()
    {
        if (Depth > 0)
        {
            return Fail(
                ReadFault.Truncated,
                new Remark(RemarkKind.EndsInside, Name: Encoding.UTF8.GetString(xml.Slice(openNames[Depth - 1].Start, openNames[Depth - 1].Length))));
        }

        return sawRoot ? XmlToken.EndOfDocument : Fail(ReadFault.MalformedXml, RemarkKind.NoElement);
    }

    // PERF: faults are written out of line, so that the methods of the hot path have none to make room for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private XmlToken Fail(ReadFault kind, Remark reason)
    {
        failed = (kind, reason, position);
        closesItself = false;
        return XmlToken.Fault;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private XmlToken TooLarge(RemarkKind what, int limit) => Fail(ReadFault.TooLarge, new Remark(what, limit));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private XmlToken Malformed(Remark reason) => position < xml.Length
        ? Fail(ReadFault.MalformedXml, reason)
        : Fail(ReadFault.Truncated, RemarkKind.EndsInsideTag);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private XmlToken WrongEnd(ReadOnlySpan<byte> name)
    {
        position = name.StartsWith(xml[position..]) ? xml.Length : position;
        return Malformed(new Remark(RemarkKind.Expected, Name: $"</{Encoding.UTF8.GetString(name)}>"));
    }

    private struct Attribute
    {
        public int NameStart;
        public int NameLength;
        public int ValueStart;
        public int ValueLength;
        public bool HasReferences;
    }
}

/// <summary>The things that <see cref="XmlScanner.Read"/> comes upon.</summary>
internal enum XmlToken
{
    /// <summary>The start of an element, its attributes read.</summary>
    Start,

    /// <summary>The end of an element; follows at once where the element closes itself.</summary>
    End,

    /// <summary>The end of a well-formed document.</summary>
    EndOfDocument,

    /// <summary>A fault; the scanner goes no further.</summary>
    Fault,
}
