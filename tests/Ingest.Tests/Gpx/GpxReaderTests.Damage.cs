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
    [Fact]
    public void Damaged_XML_is_read_up_to_the_damage()
    {
        var file = new GpxFileBuilder().Track().Point(At(0)).Point(At(1)).Raw("<trkpt lat='1' lon='2'><ele>7</elf></trkpt>").Point(At(3)).ToBytes();

        var result = GpxReader.Read(file);

        Assert.Equal(ReadStatus.Partial, result.Status);
        Assert.Equal(ReadFault.MalformedXml, result.Fault);
        Assert.Equal(7, result.Line);
        Assert.Equal(2, Assert.Single(result.Activities).Records.Count);
    }

    [Fact]
    public void A_file_cut_short_keeps_its_whole_points()
    {
        var text = new GpxFileBuilder().Track().Point(At(0)).Point(At(1)).ToText();
        var cut = text[..(text.LastIndexOf("</time>", StringComparison.Ordinal) + 3)];

        var result = GpxReader.Read(Encoding.UTF8.GetBytes(cut));

        Assert.Equal(ReadStatus.Partial, result.Status);
        Assert.Equal(ReadFault.Truncated, result.Fault);
        Assert.Equal(1, Assert.Single(result.Activities).Records.Count);
    }

    [Fact]
    public void Damage_before_the_first_point_is_rejected()
    {
        var result = GpxReader.Read("<gpx><trk><trkseg><trkpt lat='1' lon='1'><ele>1 & 2</ele></trkpt></trkseg></trk></gpx>"u8);

        Assert.Equal(ReadStatus.Rejected, result.Status);
        Assert.Equal(ReadFault.MalformedXml, result.Fault);
        Assert.Equal(1, result.Line);
    }

    [Theory]
    [InlineData("<!DOCTYPE gpx []>")]
    [InlineData("<!DOCTYPE gpx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE gpx SYSTEM \"http://127.0.0.1/gpx.dtd\">")]
    [InlineData("<!DOCTYPE gpx [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>")]
    public void UP_01_UP_04_A_document_type_is_refused_with_its_line(string doctype)
    {
        foreach (var encoding in new[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var file = new GpxFileBuilder { Prolog = "<?xml version=\"1.0\"?>\n" + doctype }.Track().Point(At(0)).ToBytes(encoding);

            var result = ActivityReader.Read(file);

            Assert.Equal(ReadStatus.Rejected, result.Status);
            Assert.Equal(ReadFault.DoctypeRefused, result.Fault);
            Assert.Equal(2, result.Line);
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE gpx>")]
    [InlineData("<!doctype  gpx >")]
    public void A_document_type_that_declares_nothing_is_passed_over(string doctype)
    {
        var result = ActivityReader.Read(new GpxFileBuilder { Prolog = "<?xml version=\"1.0\"?>\n" + doctype }.Track().Point(At(0)).ToBytes());

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Equal(1, Assert.Single(result.Activities).Records.Count);
    }

    [Theory]
    [InlineData("<name>R&D</name>")]
    [InlineData("<name>5k < 25 min</name>")]
    [InlineData("<desc>zone<2 and pace<b 4</desc>")]
    [InlineData("<desc>one<br>two</desc>")]
    [InlineData("<cmt>a\u0001b &x; ]]></cmt>")]
    [InlineData("<extensions><note by=\"you & me\">a & b <3</note></extensions>")]
    [InlineData("<!-- a -- b -->")]
    public void Text_in_a_point_is_taken_as_it_stands(string text)
    {
        var point = $"<trkpt lat='1' lon='2'>{text}<ele>7</ele><time>2026-05-01T06:00:05Z</time></trkpt>";

        var result = GpxReader.Read(new GpxFileBuilder().Track().Point(At(0)).Raw(point).Point(At(9)).ToBytes());

        Assert.Equal(ReadStatus.Read, result.Status);
        var records = Assert.Single(result.Activities).Records;
        Assert.Equal(3, records.Count);
        Assert.Equal(7, records[RecordField.Altitude]![1]);
        Assert.Contains(result.Warnings, warning => warning.Kind is RemarkKind.TextTakenAsItStands);
    }

    [Theory]
    [InlineData("<trkseg>", "<cmt>never closed<trkseg>")]
    [InlineData("<trkseg>", "<extensions><a><b><trkseg>")]
    [InlineData("<trkseg>", "<trkseg><desc>")]
    [InlineData("<trk>", "<metadata><desc><trk>")]
    [InlineData("<trk>", "<wpt lat='1' lon='2'><name>here<trk>")]
    public void Points_after_an_element_that_is_never_closed_count(string sound, string damaged)
    {
        var text = new GpxFileBuilder().Track().Point(At(0)).Point(At(1)).ToText();
        Assert.Contains(sound, text, StringComparison.Ordinal);

        var result = GpxReader.Read(Encoding.UTF8.GetBytes(text.Replace(sound, damaged, StringComparison.Ordinal)));

        Assert.Equal(2, Assert.Single(result.Activities).Records.Count);
        Assert.Contains(result.Warnings, warning => warning.Kind is RemarkKind.TextTakenAsItStands);
    }

    [Fact]
    public void A_million_beginnings_of_nothing_are_passed_over()
    {
        var file = Encoding.UTF8.GetBytes("<gpx>" + string.Concat(Enumerable.Repeat("<a b\n", 1_000_000)) + "</gpx>");

        Assert.Equal(ReadFault.NoActivity, ActivityReader.Read(file).Fault);
    }

    [Fact]
    public void UP_16_A_web_page_is_called_one()
    {
        var result = ActivityReader.Read("<!DOCTYPE html><html><body>Sign in</body></html>"u8);

        Assert.Equal(ReadStatus.Rejected, result.Status);
        Assert.Equal(RemarkKind.WebPage, result.Reason?.Kind);
    }

    [Theory]
    [InlineData("<gpx ", "<gpx creator='R&D' ")]
    [InlineData("<gpx ", "<gpx creator='a<b' ")]
    [InlineData("<gpx ", "<gpx creator='a\u0001b' ")]
    [InlineData("<gpx ", "<gpx note=bare ")]
    [InlineData("<gpx ", "<gpx version='9' ")]
    [InlineData("<trkseg>", "<!-- a -- b --><trkseg>")]
    [InlineData("<trkseg>", "</nowhere><trkseg>")]
    [InlineData("<trkseg>", "<desc>one<br>two</desc><trkseg>")]
    [InlineData("<?xml", "Warning: undefined in x.php\n<?xml")]
    [InlineData("encoding=\"UTF-8\"", "encoding=\"UTF8-BOM\"")]
    public void Damage_outside_of_points_costs_no_run(string sound, string damaged)
    {
        var text = new GpxFileBuilder().Track().Point(At(0)).ToText();
        Assert.Contains(sound, text, StringComparison.Ordinal);

        var result = ActivityReader.Read(Encoding.UTF8.GetBytes(text.Replace(sound, damaged, StringComparison.Ordinal)));

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Equal(1, Assert.Single(result.Activities).Records.Count);
        Assert.Contains(result.Warnings, warning => warning.Kind is RemarkKind.TextTakenAsItStands or RemarkKind.EncodingMistaken);
    }

    [Fact]
    public void A_million_ends_of_nothing_are_passed_over()
    {
        var file = Encoding.UTF8.GetBytes("<gpx>" + string.Concat(Enumerable.Repeat("</a>", 1_000_000)) + "</gpx>");

        Assert.Equal(ReadFault.NoActivity, ActivityReader.Read(file).Fault);
    }

    [Theory]
    [InlineData("a & b", "a & b")]
    [InlineData("5k < 25 min", "5k < 25 min")]
    [InlineData("&x;", "&x;")]
    [InlineData("&amp;&nbsp;x", "&&nbsp;x")]
    [InlineData("a\u0001b", "a\u0001b")]
    [InlineData("love <3", "love <3")]
    [InlineData("a ]]> b", "a ]]> b")]
    public void Text_outside_of_points_is_taken_as_it_stands(string written, string name)
    {
        var text = new GpxFileBuilder().Track(name: "TITLE").Point(At(0)).ToText().Replace("TITLE", written, StringComparison.Ordinal);

        var result = GpxReader.Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal(ReadStatus.Read, result.Status);
        var activity = Assert.Single(result.Activities);
        Assert.Equal(name, activity.Name);
        Assert.Equal(1, activity.Records.Count);
        Assert.Contains(result.Warnings, warning => warning.Kind is RemarkKind.TextTakenAsItStands);
    }

    [Theory]
    [InlineData("<desc>run <b>fast</desc>")]
    [InlineData("<desc><a><b>x</desc>")]
    [InlineData("<desc a=\"b & c\">x</desc>")]
    public void Elements_outside_of_points_that_never_close_cost_nothing(string damage)
    {
        var text = new GpxFileBuilder().Track("running", "TITLE").Point(At(0)).ToText().Replace("<name>TITLE</name>", damage, StringComparison.Ordinal);

        var activity = Assert.Single(GpxReader.Read(Encoding.UTF8.GetBytes(text)).Activities);

        Assert.Equal("running", activity.Sport);
        Assert.Equal(1, activity.Records.Count);
    }

    [Fact]
    public void Points_outside_of_a_segment_are_read()
    {
        var result = GpxReader.Read("<gpx><trk><trkpt lat='1' lon='2'/><trkpt lat='1' lon='3'/></trk></gpx>"u8);

        Assert.Equal(2, Assert.Single(result.Activities).Records.Count);
        Assert.NotEmpty(result.Warnings);
    }

    [Fact]
    public void UP_03_An_entity_of_its_own_is_refused_in_a_point()
    {
        var result = GpxReader.Read("<gpx><trk><trkseg><trkpt lat='1' lon='1'><ele>&x;</ele></trkpt></trkseg></trk></gpx>"u8);

        Assert.Equal(ReadFault.MalformedXml, result.Fault);
    }

    [Fact]
    public void UP_05_A_hundred_thousand_levels_are_refused()
    {
        var file = "<gpx>" + string.Concat(Enumerable.Repeat("<a>", 100_000));

        Assert.Equal(ReadFault.TooLarge, GpxReader.Read(Encoding.UTF8.GetBytes(file)).Fault);
    }

    [Fact]
    public void UP_06_Too_many_points_are_refused()
    {
        var point = "<trkpt lat='1' lon='2'/>"u8.ToArray();
        byte[] file =
        [
            .. "<gpx><trk><trkseg>"u8, .. Enumerable.Repeat(point, GpxReader.MaxPoints + 1).SelectMany(bytes => bytes), .. "</trkseg></trk></gpx>"u8,
        ];

        var result = GpxReader.Read(file);

        Assert.Equal(ReadStatus.Rejected, result.Status);
        Assert.Equal(ReadFault.TooLarge, result.Fault);
    }

    [Fact]
    public void Too_many_tracks_are_refused()
    {
        var track = "<trk><trkseg><trkpt lat='1' lon='2'/></trkseg></trk>";
        var file = $"<gpx>{string.Concat(Enumerable.Repeat(track, GpxReader.MaxTracks + 1))}</gpx>";

        Assert.Equal(ReadFault.TooLarge, GpxReader.Read(Encoding.UTF8.GetBytes(file)).Fault);
    }
}
