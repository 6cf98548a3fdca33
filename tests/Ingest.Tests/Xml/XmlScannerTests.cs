using System.Text;
using System.Xml;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Xml;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Xml;

public sealed class XmlScannerTests(ITestOutputHelper output)
{
    private const int Seed = 20_240_501;

    [Theory]
    [InlineData("<a/>")]
    [InlineData("<a></a>")]
    [InlineData(" <!-- x --> <?pi y?> <a b='1' c=\"2\" /> <!-- z --> ")]
    [InlineData("<a><b>1</b ><c\n/></a\t>")]
    [InlineData("<a>x &lt;&gt;&amp;&quot;&apos;&#65;&#x42; y</a>")]
    [InlineData("<a><![CDATA[<&]]]></a>")]
    [InlineData("<p:a p:b='1' b='2'/>")]
    [InlineData("<ä ö='1'>€</ä>")]
    [InlineData("<a b='>'/>")]
    public void Sound_documents_are_read_to_their_end(string document) =>
        Assert.Equal(XmlToken.EndOfDocument, Last(document, out _));

    [Theory]
    [InlineData("", ReadFault.MalformedXml)]
    [InlineData("text", ReadFault.MalformedXml)]
    [InlineData("<a/>text", ReadFault.MalformedXml)]
    [InlineData("<a/><b/>", ReadFault.MalformedXml)]
    [InlineData("<a></b>", ReadFault.MalformedXml)]
    [InlineData("<a></ab>", ReadFault.MalformedXml)]
    [InlineData("</a>", ReadFault.MalformedXml)]
    [InlineData("<a b/>", ReadFault.MalformedXml)]
    [InlineData("<a b=1/>", ReadFault.MalformedXml)]
    [InlineData("<a b='1'c='2'/>", ReadFault.MalformedXml)]
    [InlineData("<a b='1' b='2'/>", ReadFault.MalformedXml)]
    [InlineData("<a b='<'/>", ReadFault.MalformedXml)]
    [InlineData("<a b='&x;'/>", ReadFault.MalformedXml)]
    [InlineData("<a>&x;</a>", ReadFault.MalformedXml)]
    [InlineData("<a>&#0;</a>", ReadFault.MalformedXml)]
    [InlineData("<a>&#xD800;</a>", ReadFault.MalformedXml)]
    [InlineData("<a>&#+65;</a>", ReadFault.MalformedXml)]
    [InlineData("<a>a & b</a>", ReadFault.MalformedXml)]
    [InlineData("<a>]]></a>", ReadFault.MalformedXml)]
    [InlineData("<a>\u0001</a>", ReadFault.MalformedXml)]
    [InlineData("<a><!-- -- --></a>", ReadFault.MalformedXml)]
    [InlineData("<a><?xml version='1.0'?></a>", ReadFault.MalformedXml)]
    [InlineData("<1a/>", ReadFault.MalformedXml)]
    [InlineData("< a/>", ReadFault.MalformedXml)]
    [InlineData("<![CDATA[x]]><a/>", ReadFault.MalformedXml)]
    [InlineData("<a", ReadFault.Truncated)]
    [InlineData("<a b='1", ReadFault.Truncated)]
    [InlineData("<a><b>", ReadFault.Truncated)]
    [InlineData("<a></", ReadFault.Truncated)]
    [InlineData("<a><!-- ", ReadFault.Truncated)]
    [InlineData("<a><![CDATA[ ", ReadFault.Truncated)]
    [InlineData("<!DOCTYPE a><a/>", ReadFault.DoctypeRefused)]
    [InlineData("<!doctype html><html></html>", ReadFault.DoctypeRefused)]
    public void Unsound_documents_are_refused(string document, object fault)
    {
        var last = Last(document, out var found);

        Assert.Equal(XmlToken.Fault, last);
        Assert.Equal((ReadFault)fault, found?.Kind);
    }

    [Fact]
    public void A_fault_names_its_line()
    {
        Last("<a>\n<b>\r\n</c>\n</a>", out var fault);

        Assert.Equal(3, fault?.Line);
    }

    [Theory]
    [InlineData(XmlScanner.MaxDepth, true)]
    [InlineData(XmlScanner.MaxDepth + 1, false)]
    public void Depth_has_a_limit(int depth, bool isRead) =>
        Assert.Equal(
            isRead, Last(string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth)), out _) == XmlToken.EndOfDocument);

    [Theory]
    [InlineData(XmlScanner.MaxAttributes, true)]
    [InlineData(XmlScanner.MaxAttributes + 1, false)]
    public void Attributes_have_a_limit(int count, bool isRead) =>
        Assert.Equal(isRead, Last($"<a {string.Join(' ', Enumerable.Range(0, count).Select(number => $"b{number}=''"))}/>", out _) == XmlToken.EndOfDocument);

    [Fact]
    public void UP_05_An_attribute_of_fifty_megabytes_is_refused()
    {
        Last($"<a b='{new string('x', 50_000_000)}'/>", out var fault);

        Assert.Equal(ReadFault.TooLarge, fault?.Kind);
    }

    [Fact]
    public void UP_05_Two_million_attributes_are_refused()
    {
        Last($"<a {string.Concat(Enumerable.Range(0, 2_000_000).Select(number => $"b{number}='' "))}/>", out var fault);

        Assert.Equal(ReadFault.TooLarge, fault?.Kind);
    }

    /// <summary>
    /// Whatever the framework's reader takes we must take, and whatever we take it must take as well, namespaces aside,
    /// and both must see the same elements and texts.
    /// </summary>
    [Fact]
    public void Changed_documents_are_read_as_the_frameworks_reader_reads_them()
    {
        var mutator = new XmlMutator(Seed);
        var mutations = LongRun.IsAsked ? 1_000_000 : 20_000;
        var originals = Documents();
        var sound = 0;

        for (var number = 0; number < mutations; number++)
        {
            var document = mutator.Mutate(originals[number % originals.Count]);
            var ours = Outline.OfScanner(document);
            var strict = Outline.OfReader(XmlReader.Create(new StringReader(document), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit }));
            var lenient = Outline.OfReader(new XmlTextReader(new StringReader(document))
            {
                DtdProcessing = DtdProcessing.Prohibit,
                Namespaces = false,
                Normalization = true,
            });

            Assert.True(strict is null || strict == ours, $"only the framework reads: {document}");
            Assert.True(ours is null || lenient == ours, $"only we read: {document}");
            sound += ours is null ? 0 : 1;
        }

        output.WriteLine($"{sound} of {mutations} changed documents are well-formed");
        Assert.InRange(sound, mutations / 20, mutations - (mutations / 20));
    }

    private static XmlToken Last(string document, out XmlFault? fault)
    {
        var scanner = new XmlScanner(Encoding.UTF8.GetBytes(document));
        XmlToken token;
        while ((token = scanner.Read()) is XmlToken.Start or XmlToken.End)
        {
        }

        fault = scanner.Fault;
        return token;
    }

    private static List<string> Documents()
    {
        var start = Instant.FromUtc(2024, 5, 1, 6, 12, 3);
        return
        [
            new GpxFileBuilder { Prolog = string.Empty }
                .Track("running", "a & b")
                .Point(new() { Latitude = 1, Longitude = 2, Time = start, HeartRate = 99 })
                .ToText(),
            new TcxFileBuilder { Prolog = string.Empty }.Activity("Running", start).Lap(start, 3, 9).Point(new() { Time = start, RunCadence = 80 }).ToText(),
            "<?p q?><a x='1' y=\"&lt;\"><!-- c --><b>1<![CDATA[<2>]]>3&amp;4</b><c/>t</a>",
            "<a:b c:d=''><e f='g'>h</e>&#65;<i/></a:b>",
        ];
    }
}

/// <summary>Changes documents at random in the places and ways that matter to XML; the same way for the same seed.</summary>
internal sealed class XmlMutator(int seed)
{
    private static readonly string[] Pieces =
        [
            "<", ">", "/", "&", ";", "\"", "'", "=", "!", "-", "--", "[", "]", "]]>", "?", ":", " ", "a", "1", "\n", "\t", "<a>", "</a>", "<a/>",
            "<!--", "-->", "<![CDATA[", "&amp;", "&#9;", "&#x1;", "\u0002", " b='1'", "xmlns:p='q'",
        ];

    // A predictable generator is the point: every case can be made again from its seed.
#pragma warning disable CA5394
    private readonly Random random = new(seed);

    /// <summary>A changed document.</summary>
    public string Mutate(string document)
    {
        for (var changes = random.Next(1, 4); changes > 0 && document.Length > 0; changes--)
        {
            var at = random.Next(document.Length);
            document = random.Next(4) switch
            {
                0 => document.Remove(at, Math.Min(random.Next(1, 8), document.Length - at)),
                1 => document.Insert(at, document.Substring(at, Math.Min(random.Next(1, 30), document.Length - at))),
                _ => document.Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }

        return document;
    }
#pragma warning restore CA5394
}
