using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Tests.Xml;

public sealed class XmlContentTests
{
    private const string Document = "<gpx><name>Größe</name></gpx>";

    [Fact]
    public void Sound_UTF_8_is_the_same_memory()
    {
        ReadOnlySpan<byte> content = Encoding.UTF8.GetBytes(Document);

        Assert.True(XmlContent.InUtf8(content, new ReadWarnings(), out var fault) == content);
        Assert.Null(fault);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_tells_the_encoding_and_is_taken_off(string encoding)
    {
        var known = Encoding.GetEncoding(encoding);

        Assert.Equal((Document, null), Read([.. known.Preamble, .. known.GetBytes(Document)]));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Two_bytes_a_letter_are_told_without_a_mark(string encoding) =>
        Assert.Equal((Document, null), Read(Encoding.GetEncoding(encoding).GetBytes(Document)));

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public void The_declaration_names_the_encoding(string name)
    {
        var text = $"<?xml version='1.0' encoding='{name}'?>{Document}";

        Assert.Equal((text, null), Read(Encoding.Latin1.GetBytes(text)));
    }

    [Theory]
    [InlineData("utf-16", RemarkKind.EncodingMistaken)]
    [InlineData("klingon", RemarkKind.EncodingMistaken)]
    [InlineData("utf8", null)]
    [InlineData("UTF-8", null)]
    public void A_declaration_that_the_bytes_contradict_gives_way_to_them(string name, RemarkKind? said)
    {
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?>{Document}";

        Assert.Equal((text, said), Read(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void An_unknown_encoding_of_bytes_that_are_no_UTF_8_cannot_be_read()
    {
        XmlContent.InUtf8(Encoding.Latin1.GetBytes($"<?xml version='1.0' encoding='klingon'?>{Document}"), new ReadWarnings(), out var fault);

        Assert.Equal(new XmlFault(ReadFault.MalformedXml, new Remark(RemarkKind.EncodingUnread, Name: "klingon"), 1), fault);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_replaced_and_said()
    {
        Assert.Equal(("<a>\uFFFD</a>", RemarkKind.BytesReplaced), Read([.. "<a>"u8, 0xFF, .. "</a>"u8]));
        Assert.Equal(("<a>\uFFFD\uFFFD</a>", RemarkKind.BytesReplaced), Read([.. "<a>\uFFFE\uFFFF</a>"u8]));
    }

    [Fact]
    public void A_warning_of_a_server_before_the_document_is_taken_off_and_said()
    {
        Assert.Equal((Document, RemarkKind.TextTakenAsItStands), Read(Encoding.UTF8.GetBytes("Warning: too slow\n" + Document)));
        Assert.Equal((" \r\n" + Document, null), Read(Encoding.UTF8.GetBytes(" \r\n" + Document)));
        var endless = new string('x', 1 << 12) + Document;
        Assert.Equal((endless, null), Read(Encoding.UTF8.GetBytes(endless)));
    }

    [Theory]
    [InlineData("<gpx>", "gpx")]
    [InlineData("<?xml version='1.0'?><!-- a --><g:gpx xmlns:g='x'/>", "gpx")]
    [InlineData("no document", "")]
    [InlineData("", "")]
    public void The_outermost_element_is_known_without_its_prefix(string text, string name) =>
        Assert.Equal(name, XmlContent.RootName(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void What_stands_before_it_is_a_fault()
    {
        Assert.Empty(XmlContent.RootName("<!DOCTYPE x [<!ENTITY a 'b'>]><gpx/>"u8, out var fault));
        Assert.Equal(ReadFault.DoctypeRefused, fault?.Kind);
    }

    private static (string Text, RemarkKind? Said) Read(byte[] content)
    {
        var warnings = new ReadWarnings();
        var text = Encoding.UTF8.GetString(XmlContent.InUtf8(content, warnings, out var fault));
        Assert.Null(fault);
        return (text, warnings.ToRemarks() is [var said] ? said.Kind : null);
    }
}
