using KneeLoad.Web.Storage;
using NodaTime;

namespace KneeLoad.Web.Tests.Storage;

public sealed class ExtractStoreTests
{
    [Theory]
    [InlineData("europe-latest.osm.pbf", "europe-latest.osm.pbf")]
    [InlineData("Rome.OSM.PBF", "Rome.osm.pbf")]
    [InlineData("../../etc/passwd.osm.pbf", "passwd.osm.pbf")]
    [InlineData("C:\\x\\y.osm.pbf", "y.osm.pbf")]
    [InlineData("a\0b.osm.pbf", "ab.osm.pbf")]
    [InlineData("con.osm.pbf", "map-con.osm.pbf")]
    [InlineData("COM1.x.osm.pbf", "map-COM1.x.osm.pbf")]
    [InlineData(".hidden.osm.pbf", "hidden.osm.pbf")]
    [InlineData("x\u202Efbp.osm.pbf", "xfbp.osm.pbf")]
    [InlineData(".osm.pbf", null)]
    [InlineData("日本.osm.pbf", null)]
    [InlineData("map.osm.pbf.exe", null)]
    [InlineData("map.pbf", null)]
    [InlineData(null, null)]
    public void A_sent_name_becomes_one_of_ours_or_none(string? sent, string? name) => Assert.Equal(name, ExtractStore.NameOf(sent));

    [Fact]
    public void A_long_name_is_cut() => Assert.Equal(100 + ".osm.pbf".Length, ExtractStore.NameOf(new string('x', 150) + ".osm.pbf")?.Length);

    [Fact]
    public void Any_change_of_name_size_or_time_is_another_folder()
    {
        var extract = new MapExtract("a.osm.pbf", 10, Instant.FromUnixTimeSeconds(100));

        string[] prints =
        [
            ExtractStore.FingerprintOf([extract]),
            ExtractStore.FingerprintOf([extract with { Name = "b.osm.pbf" }]),
            ExtractStore.FingerprintOf([extract with { Bytes = 11 }]),
            ExtractStore.FingerprintOf([extract with { Written = Instant.FromUnixTimeSeconds(101) }]),
            ExtractStore.FingerprintOf([extract, extract]),
            ExtractStore.FingerprintOf([]),
        ];

        Assert.Equal(prints.Length, prints.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(prints[0], ExtractStore.FingerprintOf([extract with { }]));
    }
}
