using KneeLoad.Ingest.Maps.Osm;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Maps.Osm;

public sealed class ExtractBeginningTests
{
    [Fact]
    public void An_extract_is_known_by_its_first_bytes()
    {
        var extract = new OsmPbfBuilder().Way("highway=path", (48, 11), (48.001, 11)).ToBytes();

        Assert.True(ExtractBeginning.IsExtract(extract));
        Assert.True(ExtractBeginning.IsExtract(extract.AsSpan(0, 40)));
        Assert.False(ExtractBeginning.IsExtract(extract.AsSpan(0, 10)));
        Assert.False(ExtractBeginning.IsExtract(extract.AsSpan(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("<?xml version=\"1.0\"?><osm>")]
    [InlineData("\0\0\0\u000d\n\tOSMData\u0018\u0001")]
    public void Something_else_is_not(string beginning) => Assert.False(ExtractBeginning.IsExtract(System.Text.Encoding.Latin1.GetBytes(beginning)));
}
