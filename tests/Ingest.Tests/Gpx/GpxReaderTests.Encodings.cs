using System.Globalization;
using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Gpx;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Gpx;

public sealed partial class GpxReaderTests
{
    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void UP_04_Byte_order_marks_and_UTF16_are_read(string name)
    {
        var file = new GpxFileBuilder { Creator = "Lauf-Äpp ✓" }.Track().Point(At(0)).ToBytes(Encoding.GetEncoding(name));

        var result = ActivityReader.Read(file);

        Assert.Equal("Lauf-Äpp ✓", Assert.Single(result.Activities).Maker);
        Assert.Equal(ReadStatus.Read, result.Status);
    }

    [Fact]
    public void The_encoding_that_the_declaration_names_is_read()
    {
        var file = new GpxFileBuilder { Prolog = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", Creator = "Lauf-Äpp" }
            .Track()
            .Point(At(0))
            .ToBytes(Encoding.Latin1);

        Assert.Equal("Lauf-Äpp", Only(file).Maker);
    }

    [Fact]
    public void A_file_that_says_UTF16_and_is_UTF8_is_read_with_a_warning()
    {
        var file = new GpxFileBuilder { Prolog = "<?xml version=\"1.0\" encoding=\"utf-16\"?>" }.Track().Point(At(0)).ToBytes();

        var result = GpxReader.Read(file);

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Single(result.Warnings);
    }

    [Theory]
    [InlineData(new byte[] { 0xE9 })]
    [InlineData(new byte[] { 0xEF, 0xBF, 0xBE })]
    [InlineData(new byte[] { 0xEF, 0xBF, 0xBF })]
    public void Bytes_that_are_no_text_are_replaced_with_a_warning(byte[] wrong)
    {
        byte[] file = [.. "<gpx><trk><name>Caf"u8, .. wrong, .. "</name><trkseg><trkpt lat='1' lon='2'/></trkseg></trk></gpx>"u8];

        var result = GpxReader.Read(file);

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Single(result.Warnings);
    }

    [Fact]
    public void An_encoding_that_is_not_read_is_refused_where_the_bytes_show_no_other()
    {
        var file = new GpxFileBuilder { Prolog = "<?xml version=\"1.0\" encoding=\"utf-7\"?>" }.Track(name: "?").Point(At(0)).ToBytes();

        Assert.Equal(RemarkKind.EncodingMistaken, Assert.Single(GpxReader.Read(file).Warnings).Kind);
        file[file.AsSpan().IndexOf("?</name>"u8)] = 0xE9;
        Assert.Equal(new Remark(RemarkKind.EncodingUnread, Name: "utf-7"), GpxReader.Read(file).Reason);
    }

    [Fact]
    public void A_declaration_that_is_not_first_is_read_with_a_warning()
    {
        var file = new GpxFileBuilder { Prolog = "\n  <?xml version=\"1.0\"?>\n" }.Track().Point(At(0)).ToBytes();

        var result = GpxReader.Read(file);

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Single(result.Warnings, warning => warning.Kind is RemarkKind.DeclarationMisplaced);
    }
}
