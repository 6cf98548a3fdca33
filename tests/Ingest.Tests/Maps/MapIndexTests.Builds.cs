using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Building;
using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Maps;

/// <summary>The build of an index is repeatable and interruptible, runs alone and tells its progress.</summary>
public sealed partial class MapIndexTests
{
    [Fact]
    public async Task The_same_extract_gives_the_same_bytes()
    {
        var extract = Town();

        (await Build(extract)).Dispose();
        var first = await File.ReadAllBytesAsync(folder["map.index"], TestContext.Current.CancellationToken);
        (await Build(extract)).Dispose();

        Assert.Equal(first, await File.ReadAllBytesAsync(folder["map.index"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_but_the_index_is_left_of_a_build()
    {
        (await Build(Town())).Dispose();

        Assert.Equal(["0.osm.pbf", "map.index"], folder.Names);
    }

    [Fact]
    public async Task An_ended_build_leaves_the_old_index_and_nothing_else()
    {
        (await Build(Town())).Dispose();
        var before = await File.ReadAllBytesAsync(folder["map.index"], TestContext.Current.CancellationToken);
        using var ended = new CancellationTokenSource();
        var progress = new EndsAtOnce(ended);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MapIndexBuilder.BuildAsync(
            [folder["0.osm.pbf"]], folder["map.index"], progress, ended.Token));

        Assert.Equal(before, await File.ReadAllBytesAsync(folder["map.index"], TestContext.Current.CancellationToken));
        Assert.Equal(["0.osm.pbf", "map.index"], folder.Names);
    }

    [Fact]
    public async Task What_a_killed_build_left_is_cleared_by_the_next()
    {
        Directory.CreateDirectory(folder["map.index.building"]);
        await File.WriteAllTextAsync(Path.Combine(folder["map.index.building"], "cells-7"), "half", TestContext.Current.CancellationToken);

        (await Build(Town())).Dispose();

        Assert.Equal(["0.osm.pbf", "map.index"], folder.Names);
    }

    [Fact]
    public async Task A_second_build_of_an_index_is_refused_with_words_while_one_runs()
    {
        Town().Save(folder["0.osm.pbf"]);
        using var first = WorkFolder.Of(folder["map.index"]);

        var second = await MapIndexBuilder.BuildAsync([folder["0.osm.pbf"]], folder["map.index"], cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(MapFault.Busy, second.Refusal?.Fault);
        Assert.Equal(RemarkKind.IndexBusy, second.Refusal?.Reason.Kind);
        Assert.False(File.Exists(folder["map.index"]));
    }

    [Fact]
    public async Task Any_number_of_processors_gives_the_same_bytes()
    {
        var west = Town(thingsABlock: 7);
        var east = Town(thingsABlock: 11).Way("highway=track", (48.1, 11.5), (48.13, 11.56), (48.16, 11.5));
        string[] extracts = [west.Save(folder["0.osm.pbf"]), east.Save(folder["1.osm.pbf"])];
        byte[]? first = null;

        foreach (var processors in (int[])[1, 2, 3, 8])
        {
            var build = await MapIndexBuilder.BuildAsync(extracts, folder["map.index"], processors, null, TestContext.Current.CancellationToken);
            Assert.Null(build.Refusal);
            var bytes = await File.ReadAllBytesAsync(folder["map.index"], TestContext.Current.CancellationToken);
            Assert.Equal(first ??= bytes, bytes);
        }
    }

    [Fact]
    public async Task Progress_only_rises_and_ends_at_the_whole()
    {
        Town().Save(folder["0.osm.pbf"]);
        var told = new List<MapBuildProgress>();

        await MapIndexBuilder.BuildAsync(
            [folder["0.osm.pbf"], folder["0.osm.pbf"]], folder["map.index"], new Collects(told), TestContext.Current.CancellationToken);

        Assert.Equal(told.Select(progress => progress.Done.Value).Order(), told.Select(progress => progress.Done.Value));
        Assert.Equal((1.0, told[^1].BytesToRead), (told[^1].Done.Value, told[^1].BytesRead));
    }

    private sealed class EndsAtOnce(CancellationTokenSource source) : IProgress<MapBuildProgress>
    {
        public void Report(MapBuildProgress value) => source.Cancel();
    }

    private sealed class Collects(List<MapBuildProgress> told) : IProgress<MapBuildProgress>
    {
        public void Report(MapBuildProgress value) => told.Add(value);
    }
}
