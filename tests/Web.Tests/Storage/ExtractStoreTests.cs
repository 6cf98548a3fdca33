using System.Diagnostics;
using KneeLoad.Testing;
using KneeLoad.Web.Hosting;
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

    [Fact]
    public async Task Only_what_can_be_read_to_its_end_is_an_extract()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes and devices lie elsewhere there.");
        using var scratch = new ScratchFolder();
        var folder = new DataFolder(scratch.Path);
        var store = new ExtractStore(folder, new ExtractLimit(1));
        store.Create();
        var far = Path.Combine(scratch.Path, "far.osm.pbf");
        await File.WriteAllTextAsync(far, "12345");
        File.CreateSymbolicLink(Path.Combine(folder.Maps, "linked.osm.pbf"), far);
        File.CreateSymbolicLink(Path.Combine(folder.Maps, "nowhere.osm.pbf"), Path.Combine(scratch.Path, "missing"));
        File.CreateSymbolicLink(Path.Combine(folder.Maps, "endless.osm.pbf"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(folder.Maps, "circle.osm.pbf"), Path.Combine(folder.Maps, "circle.osm.pbf"));
        Directory.CreateDirectory(Path.Combine(folder.Maps, "folder.osm.pbf"));
        using (var pipe = Process.Start("mkfifo", [Path.Combine(folder.Maps, "pipe.osm.pbf")]))
        {
            await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var extracts = store.All();

        Assert.Equal([("linked.osm.pbf", 5L)], extracts!.Select(extract => (extract.Name, extract.Bytes)));
    }
}
