using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Maps;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Pipeline.Maps;

/// <summary>More than one process on one PostgreSQL and one folder: workers build the map, all of them read it.</summary>
public sealed class ClusterMapTests(SharedPostgreSql shared)
{
    [Fact]
    public async Task A_map_that_a_worker_built_is_open_in_every_process()
    {
        var database = await shared.NewDatabaseAsync();
        await using var web = On(database, "web");
        var runner = await web.RunnerAsync("a");
        await using var one = On(database, "worker", web.Folder);
        await using var two = On(database, "worker", web.Folder);
        _ = (one.Services, two.Services);
        await runner.UploadAndFinishAsync(("old.gpx", MadeRun.Gpx(MadeRun.Monday)));

        await web.DropAsync(MapHouse.Town().ToBytes());
        await Task.WhenAll(one.MapOfFolderAsync(), two.MapOfFolderAsync());
        await Task.WhenAll(one.MatchedAsync(), two.MatchedAsync());

        var map = await web.AskAsync(db => db.Maps.SingleAsync());
        Assert.Equal(MapState.Ready, map.State);
        Assert.Empty(await web.AskAsync(db => db.Work.ToListAsync()));
        foreach (var host in (WebHost[])[web, one, two])
        {
            using var lease = await host.Services.GetRequiredService<GroundMap>().LeaseAsync(CancellationToken.None);
            Assert.Equal((map.Id, 2), (lease.MapId, lease.Index?.Ways));
        }

        Assert.Equal(map.Id, await web.AskAsync(db => db.Uploads.Select(upload => upload.MapId).SingleAsync()));
        Assert.Contains("\"asphalt\":11", await web.GroundOfAsync(runner.RunnerId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_is_killed_while_it_builds_is_followed_by_another()
    {
        var database = await shared.NewDatabaseAsync();
        await using var web = On(database, "web");
        await web.DropAsync(MapHouse.Town().ToBytes());
        using var worker = await ServiceProcess.StartAsync(
            web.Folder,
            "UPDATE \"Maps\" > UPDATE \"Maps\"",
            settings: ["--Database:Provider", "PostgreSql", "--Database:ConnectionString", database, "--role", "worker"]);
        await worker.KillWhenHeldAsync();
        var begun = await web.AskAsync(db => db.Maps.Select(row => row.Started).SingleAsync());
        // The looks of each minute, sooner: they find the map whose worker is gone.
        await web.SweepMapsAsync();
        await web.SweepMapsAsync();

        await using var other = On(database, "worker", web.Folder);
        var map = await other.MapOfFolderAsync();

        Assert.Equal(MapState.Ready, map.State);
        Assert.True(map.Started > begun);
    }

    private static WebHost On(string database, string role, string? folder = null) =>
        new WebHost(folder).With("Database:Provider", "PostgreSql").With("Database:ConnectionString", database).With("role", role);
}
