using KneeLoad.Ingest.Maps.Building;
using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Maps.Osm;

/// <summary>The remark on an extract that may be cut off exactly between two blocks.</summary>
public sealed class ExtractGapsTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_whole_extract_is_built_without_a_word() =>
        Assert.Empty((await BuildAsync(new OsmPbfBuilder().Way("highway=path", (1, 1), (1, 1.001)))).Warnings);

    [Fact]
    public async Task The_share_of_missing_places_is_said()
    {
        var extract = new OsmPbfBuilder();
        extract.WayOf("highway=path", extract.Node(1, 1), extract.Node(1, 1.001), 70_001, 70_002);

        var build = await BuildAsync(extract);

        Assert.Equal(1, build.Segments);
        var warning = Assert.Single(build.Warnings);
        Assert.Equal(("made.osm.pbf", new Remark(RemarkKind.PlacesMissing, 50)), warning);
    }

    [Fact]
    public async Task A_few_places_beyond_the_border_are_usual()
    {
        var extract = new OsmPbfBuilder();
        extract.WayOf("highway=path", [.. Enumerable.Range(0, 30).Select(i => extract.Node(1, 1 + (i * 0.0001))), 70_001]);

        Assert.Empty((await BuildAsync(extract)).Warnings);
    }

    [Fact]
    public async Task A_sorted_extract_that_ends_with_its_ways_may_be_cut_off()
    {
        var extract = new OsmPbfBuilder { OptionalFeatures = ["Sort.Type_then_ID"] }.Way("highway=path", (1, 1), (1, 1.001));
        var withRelations = new MemoryStream();
        await withRelations.WriteAsync(extract.ToBytes(), TestContext.Current.CancellationToken);
        extract.WriteBlob(
            withRelations,
            "OSMData",
            new ProtoWriter().Piece(1, []).Piece(2, new ProtoWriter().Piece(4, new ProtoWriter().Number(1, 5).ToArray()).ToArray()).ToArray());

        var cut = await BuildAsync(extract);
        var whole = await BuildAsync(withRelations.ToArray());

        Assert.Equal(RemarkKind.RelationsMissing, Assert.Single(cut.Warnings).Remark.Kind);
        Assert.Empty(whole.Warnings);
    }

    [Fact]
    public async Task Places_kept_on_ways_alone_are_refused_by_name()
    {
        var extract = new OsmPbfBuilder { OptionalFeatures = ["LocationsOnWays"] }.WayOf("highway=path", 70_001, 70_002);

        var refusal = (await BuildAsync(extract)).Refusal;

        Assert.Equal(MapFault.NoWays, refusal?.Fault);
        Assert.Equal(RemarkKind.NoNodesButPlacesOnWays, refusal?.Reason.Kind);
    }

    private Task<MapBuild> BuildAsync(OsmPbfBuilder extract) => BuildAsync(extract.ToBytes());

    private async Task<MapBuild> BuildAsync(byte[] extract)
    {
        await File.WriteAllBytesAsync(folder["made.osm.pbf"], extract, TestContext.Current.CancellationToken);
        return await MapIndexBuilder.BuildAsync([folder["made.osm.pbf"]], folder["index"], cancellation: TestContext.Current.CancellationToken);
    }
}
