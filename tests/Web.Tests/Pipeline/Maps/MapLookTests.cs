using KneeLoad.Ingest.Remarks;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Maps;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Words.Notes;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Pipeline.Maps;

public sealed class MapLookTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew();

    [Fact]
    public async Task An_extract_in_the_folder_becomes_the_map_in_use()
    {
        await host.DropAsync(MapHouse.Town(1_700_000_000).ToBytes());

        var map = await host.MapOfFolderAsync();

        Assert.Equal((MapState.Ready, "town.osm.pbf", 2, 3L), (map.State, map.Files, map.Ways, map.Segments));
        Assert.Equal((1_700_000_000L, 1.0, null), (map.DataTime?.ToUnixTimeSeconds(), map.Share, map.Reason));
        Assert.Equal((map.BytesToRead, map.Bytes), (map.BytesRead, Assert.Single(Indexes()).Length));
        using var lease = await host.Services.GetRequiredService<GroundMap>().LeaseAsync(CancellationToken.None);
        Assert.Equal((map.Id, 2), (lease.MapId, lease.Index?.Ways));
    }

    [Fact]
    public async Task An_extract_that_may_be_cut_off_is_used_and_the_owner_is_told()
    {
        var owner = await host.RunnerAsync("a", isOwner: true);
        var cut = MapHouse.Town();
        await host.DropAsync(cut.WayOf("highway=path", 70_001, 70_002, 70_003, 70_004).ToBytes());

        var map = await host.MapOfFolderAsync();

        Assert.Equal((MapState.Ready, 3L), (map.State, map.Segments));
        Assert.Equal(new PlacedRemark(new(RemarkKind.PlacesMissing, 44), "town.osm.pbf"), Assert.Single(StoredRemarks.Read(map.Reason)));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/admin/maps");
        request.Headers.Accept.ParseAdd("text/html");
        using var reply = await owner.Http.SendAsync(request);
        Assert.Contains("It may be cut off", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_did_not_change_is_not_built_again()
    {
        await host.DropAsync(MapHouse.Town().ToBytes());
        var map = await host.MapOfFolderAsync();

        var again = await host.MapOfFolderAsync();

        Assert.Equal((map.Id, map.Started), (again.Id, again.Started));
    }

    [Fact]
    public async Task An_extract_that_is_cut_short_is_refused_with_its_byte_and_the_map_before_stays()
    {
        await host.DropAsync(MapHouse.Town().ToBytes());
        var before = await host.MapOfFolderAsync();

        await host.DropAsync(MapHouse.Town().ToBytes()[..^10], "cut.osm.pbf");
        var refused = await host.MapOfFolderAsync();

        Assert.Equal(MapState.Refused, refused.State);
        Assert.Matches(
            @"^cut\.osm\.pbf: The extract breaks off within a block\. \(at byte \d+\)$",
            Assert.Single(StoredRemarks.Words(refused.Reason, RemarkWords.ForTerminals)));
        Assert.Equal(before.Id, await CurrentAsync());
        using var lease = await host.Services.GetRequiredService<GroundMap>().LeaseAsync(CancellationToken.None);
        Assert.NotNull(lease.Index);
    }

    [Fact]
    public async Task A_good_extract_after_a_bad_one_is_built()
    {
        await host.DropAsync("no map"u8.ToArray());
        var refused = await host.MapOfFolderAsync();

        await host.DropAsync(MapHouse.Town().ToBytes());
        var ready = await host.MapOfFolderAsync();

        Assert.Equal((MapState.Refused, MapState.Ready), (refused.State, ready.State));
        Assert.Equal(1, await host.AskAsync(db => db.Maps.CountAsync()));
    }

    [Fact]
    public async Task A_file_that_grows_from_look_to_look_is_waited_for()
    {
        var whole = MapHouse.Town().ToBytes();
        await using var scope = host.Services.OfAll();
        // With a memory of its own, so that the service's own looks in between do not count.
        var look = ActivatorUtilities.CreateInstance<MapLook>(scope.ServiceProvider, new RestingExtracts());

        for (var length = 10; length < 100; length += 10)
        {
            await host.DropAsync(whole[..length]);
            await look.LookAsync(CancellationToken.None);
        }

        Assert.Equal(0, await host.AskAsync(db => db.Maps.CountAsync()));
        await host.DropAsync(whole);
        Assert.Equal(MapState.Ready, (await host.MapOfFolderAsync()).State);
    }

    [Fact]
    public async Task A_newer_map_takes_the_place_of_the_one_before_under_whoever_reads()
    {
        await host.DropAsync(MapHouse.Town().ToBytes());
        var before = await host.MapOfFolderAsync();
        var ground = host.Services.GetRequiredService<GroundMap>();
        using var reading = await ground.LeaseAsync(CancellationToken.None);

        await host.DropAsync(MapHouse.Town().Way("highway=path", (48.1, 11.5), (48.2, 11.5)).ToBytes(), "more.osm.pbf");
        var after = await host.MapOfFolderAsync();
        await host.SweepMapsAsync();
        await host.SweepMapsAsync();
        using var next = await ground.LeaseAsync(CancellationToken.None);

        Assert.Equal((before.Id, after.Id), (reading.MapId, next.MapId));
        Assert.Equal("Lower Street", reading.Index!.WayAt(0).Name);
        Assert.Equal($"{after.Id:n}.ground", Assert.Single(Indexes()).Name);
    }

    [Fact]
    public async Task Without_extracts_there_is_no_map_and_no_index()
    {
        await host.DropAsync(MapHouse.Town().ToBytes());
        await host.MapOfFolderAsync();

        File.Delete(Path.Combine(MapHouse.FolderOf(host), "town.osm.pbf"));
        await host.SweepMapsAsync();
        await host.SweepMapsAsync();

        Assert.Null(await CurrentAsync());
        Assert.Empty(Indexes());
    }

    [Fact]
    public async Task A_folder_that_is_not_mounted_is_no_wish_to_be_without_a_map()
    {
        await host.DropAsync(MapHouse.Town().ToBytes());
        var map = await host.MapOfFolderAsync();

        Directory.Move(MapHouse.FolderOf(host), MapHouse.FolderOf(host) + "-away");
        await host.SweepMapsAsync();
        await host.SweepMapsAsync();

        Assert.Equal(map.Id, await CurrentAsync());
    }

    [Fact]
    public async Task An_index_that_is_lost_or_damaged_is_built_again()
    {
        await host.DropAsync(MapHouse.Town().ToBytes());
        var map = await host.MapOfFolderAsync();
        var index = Assert.Single(Indexes());

        index.Delete();
        var found = await host.MapOfFolderAsync();
        Assert.Equal((map.Id, index.Length), (found.Id, Assert.Single(Indexes()).Length));

        await using (var file = index.OpenWrite())
        {
            file.Position = 90;
            file.WriteByte(99);
        }

        var ground = host.Services.GetRequiredService<GroundMap>();
        using (var none = await ground.LeaseAsync(CancellationToken.None))
        {
            Assert.Null(none.Index);
        }

        await host.MapOfFolderAsync();
        using var lease = await ground.LeaseAsync(CancellationToken.None);
        Assert.NotNull(lease.Index);
    }

    [Fact]
    public async Task What_a_killed_build_left_goes()
    {
        await host.DropAsync(MapHouse.Town().ToBytes());
        var left = Directory.CreateDirectory(Path.Combine(MapHouse.FolderOf(host), "index", $"{Guid.NewGuid():n}.ground.building"));
        await File.WriteAllTextAsync(Path.Combine(left.FullName, "nodes"), "half");

        await host.MapOfFolderAsync();
        await host.SweepMapsAsync();
        await host.SweepMapsAsync();

        Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(MapHouse.FolderOf(host), "index")));
    }

    private Task<Guid?> CurrentAsync() => host.AskAsync(db => GroundMap.CurrentAsync(db, CancellationToken.None));

    private FileInfo[] Indexes() => new DirectoryInfo(Path.Combine(MapHouse.FolderOf(host), "index")).GetFiles("*.ground");
}
