using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Tests.Fit;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests;

/// <summary>The door: what a file is, its bytes tell and never its name.</summary>
public sealed class ActivityReaderTests
{
    private static readonly Instant Start = Instant.FromUtc(2024, 5, 1, 6, 12, 3);

    public static TheoryData<string, byte[]> ForeignFiles => new()
    {
        { "a text", "Dear diary, today I ran.\n"u8.ToArray() },
        { "a picture", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13] },
        { "one byte", [14] },
        { "zeros", new byte[1000] },
        { "a web page", "<!doctype html><html><body>Sign in</body></html>"u8.ToArray() },
        { "another XML", "<kml><Document/></kml>"u8.ToArray() },
        { "JSON", "{\"trackPoints\":[]}"u8.ToArray() },
        { "a companion of the Finder", [0, 5, 22, 7, 0, 2, 0, 0, .. "Mac OS X        "u8] },
    };

    [Theory]
    [MemberData(nameof(ForeignFiles))]
    public void UP_07_What_is_no_watch_file_is_refused_with_a_reason(string what, byte[] content)
    {
        var result = ActivityReader.Read(content);

        Assert.True(result.Status == ReadStatus.Rejected, what);
        Assert.True(result.Fault is ReadFault.UnknownFormat or ReadFault.DoctypeRefused, what);
        Assert.True(result.Reason is not null, what);
        Assert.Empty(result.Activities);
    }

    [Fact]
    public void UP_07_An_empty_file_is_called_empty() =>
        Assert.Equal((ReadStatus.Rejected, ReadFault.Empty), (ActivityReader.Read([]).Status, ActivityReader.Read([]).Fault));

    [Theory]
    [InlineData("run.fit")]
    [InlineData("run.gpx")]
    [InlineData("run.tcx")]
    [InlineData("picture.png")]
    [InlineData("")]
    public void UP_16_The_format_is_told_by_content_under_any_name(string name)
    {
        byte[][] files =
        [
            MadeRuns.Short(new FitFileBuilder()).ToBytes(),
            new GpxFileBuilder().Track("running").Point(new() { Latitude = 1, Longitude = 2, Time = Start }).ToBytes(),
            new TcxFileBuilder().Activity("Running", Start).Lap(Start).Point(new() { Time = Start }).ToBytes(),
        ];

        var results = files.Select(file => Assert.Single(ActivityReader.ReadAll(new MemoryStream(file), name)));

        Assert.Equal(
            [(name, ActivityFormat.Fit, ReadStatus.Read), (name, ActivityFormat.Gpx, ReadStatus.Read), (name, ActivityFormat.Tcx, ReadStatus.Read)],
            results.Select(file => (file.Name, file.Result.Format!.Value, file.Result.Status)));
    }

    [Fact]
    public void Letters_before_the_first_tag_do_not_hide_the_format()
    {
        var file = Encoding.UTF8.GetBytes("\uFEFF\n  "
            + new GpxFileBuilder { Prolog = string.Empty }.Track().Point(new() { Latitude = 1, Longitude = 2 }).ToText());

        Assert.Equal(ActivityFormat.Gpx, ActivityReader.Read(file).Format);
    }
}
