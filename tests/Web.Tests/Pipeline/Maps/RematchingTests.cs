using System.Net;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Testing;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data.Formats;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Work;
using KneeLoad.Web.Work;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Pipeline.Maps;

public sealed class RematchingTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew();

    [Fact]
    public async Task A_run_without_a_map_knows_its_places_and_nothing_of_the_ground()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("run.gpx", MadeRun.Gpx(MadeRun.Monday)));

        var ground = await GroundAsync(runner);

        Assert.Equal((1201, 0), (ground.Places.Count, ground.Stretches.Count));
        Assert.Equal((48.0, 11.0), (ground.Places[0].Place.LatitudeDegrees, ground.Places[0].Place.LongitudeDegrees));
        Assert.Null(await host.AskAsync(db => db.Runs.Select(run => run.Surface).SingleAsync()));
    }

    [Fact]
    public async Task A_run_that_comes_after_the_map_is_matched_as_it_comes()
    {
        var runner = await host.RunnerAsync("a");
        await host.DropAsync(MapHouse.Town().ToBytes());
        var map = await host.MapOfFolderAsync();

        await runner.UploadAndFinishAsync(("run.gpx", MadeRun.Gpx(MadeRun.Monday)));

        var ground = await GroundAsync(runner);
        Assert.Equal(["Lower Street", "Upper Way"], ground.Stretches.Select(stretch => stretch.WayName).Distinct());
        Assert.Equal(MapHouse.LowerWay, ground.Stretches[0].WayId);
        var mix = await MixAsync();
        Assert.Equal(1112, mix.MetresByClass["asphalt"], 15.0);
        Assert.Equal(3600, mix.MetresByClass.Values.Sum(), 15.0);
        Assert.Equal(map.Id, await host.AskAsync(db => db.Uploads.Select(upload => upload.MapId).SingleAsync()));
        var week = await host.AskAsync(db => db.Weeks.OrderBy(row => row.FirstDay).Select(row => row.Load).FirstAsync());
        Assert.Equal(1, StoredJson.ReadWeek(week).HardShare?.Value);
    }

    [Fact]
    public async Task A_run_outside_of_every_map_says_so_and_its_file_is_not_read_again_for_a_map_elsewhere()
    {
        var runner = await host.RunnerAsync("a");
        await host.DropAsync(Elsewhere(10));
        await host.MapOfFolderAsync();
        await runner.UploadAndFinishAsync(("run.gpx", MadeRun.Gpx(MadeRun.Monday)));
        var id = await host.AskAsync(db => db.Runs.Select(run => run.Id).SingleAsync());
        var ground = (await GroundAsync(runner)).Stretches.Count;
        Assert.Contains("outside this server's maps", PlainPages.Plain(await runner.ReadAsync($"/runs/{id}")), StringComparison.Ordinal);

        // Whoever read it again would find it damaged.
        var original = Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "originals"), "*", SearchOption.AllDirectories));
        await File.WriteAllTextAsync(original, "damaged");
        await host.DropAsync(Elsewhere(20), "other.osm.pbf");
        var map = await host.MapOfFolderAsync();
        await host.UntilAsync(db => db.Uploads.AllAsync(upload => upload.MapId == map.Id));

        Assert.Equal(map.Id, await host.AskAsync(db => db.Runs.Select(run => run.MapId).SingleAsync()));
        Assert.Equal(ground, (await GroundAsync(runner)).Stretches.Count);
        Assert.Equal(0, await host.AskAsync(db => db.Work.CountAsync(row => row.Kind == WorkKind.Surface)));

        static byte[] Elsewhere(double latitude)
        {
            var town = new OsmPbfBuilder();
            return town.WayOf("highway=residential surface=asphalt", town.Node(latitude, 10), town.Node(latitude + 0.01, 10)).ToBytes();
        }
    }

    [Fact]
    public async Task A_treadmill_needs_no_map_and_no_map_takes_its_word_away()
    {
        var runner = await host.RunnerAsync("a");
        var indoors = new FitFileBuilder().FileId(MadeRun.Monday).TimerStart(MadeRun.Monday)
            .Record(new FitRecord { Time = MadeRun.Monday, DistanceMetres = 0, SpeedMetresPerSecond = 3 })
            .Record(new FitRecord { Time = MadeRun.Monday + Duration.FromMinutes(10), DistanceMetres = 1800, SpeedMetresPerSecond = 3 })
            .Session(new FitSession { Start = MadeRun.Monday, Elapsed = Duration.FromMinutes(10), DistanceMetres = 1800, SubSport = 1 })
            .ToBytes();
        await runner.UploadAndFinishAsync(("indoors.fit", indoors));
        var without = await host.AskAsync(db => db.Runs.Select(run => run.Surface).SingleAsync());

        await host.DropAsync(MapHouse.Town().ToBytes());
        await host.MapOfFolderAsync();
        await host.MatchedAsync();

        Assert.Equal(1800, (await MixAsync()).MetresByClass["treadmill"], 1.0);
        Assert.Equal(without, await host.AskAsync(db => db.Runs.Select(run => run.Surface).SingleAsync()));
    }

    [Theory]
    [InlineData("upload, map, correct")]
    [InlineData("map, upload, correct, newer map")]
    [InlineData("map, upload, correct, undo, upload")]
    [InlineData("upload, map, correct, no map, map")]
    [InlineData("upload, no map, map, correct, undo, no map, upload, newer map")]
    public async Task Any_order_of_map_upload_and_correction_ends_in_the_same_bytes(string order)
    {
        var expected = await InOrderAsync(host, "map, upload, correct");
        service.Anew();

        var found = await InOrderAsync(host, order);

        Assert.Contains("\"sand\":11", expected, StringComparison.Ordinal);
        Assert.Equal(expected, found);
    }

    [Fact]
    public async Task A_map_that_is_taken_away_leaves_runs_as_if_it_had_never_been()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("one.gpx", MadeRun.Gpx(MadeRun.Monday)), ("two.gpx", MadeRun.Gpx(MadeRun.Monday + Duration.FromDays(9))));
        var before = await host.GroundOfAsync(runner.RunnerId);
        await host.DropAsync(MapHouse.Town().ToBytes());
        await host.MapOfFolderAsync();
        await host.MatchedAsync();
        Assert.NotEqual(before, await host.GroundOfAsync(runner.RunnerId));

        File.Delete(Path.Combine(MapHouse.FolderOf(host), "town.osm.pbf"));
        await host.SweepMapsAsync();
        await host.SweepMapsAsync();
        await host.MatchedAsync();

        Assert.Equal(before, await host.GroundOfAsync(runner.RunnerId));
    }

    [Fact]
    public async Task A_run_beyond_the_map_says_that_no_map_is_there()
    {
        var runner = await host.RunnerAsync("a");
        await host.DropAsync(new OsmPbfBuilder().Way("highway=path", (10, 10), (10.001, 10)).ToBytes());
        await host.MapOfFolderAsync();

        await runner.UploadAndFinishAsync(("run.gpx", MadeRun.Gpx(MadeRun.Monday)));

        var stretch = Assert.Single((await GroundAsync(runner)).Stretches);
        Assert.Equal((false, WaySurface.Unknown, null), (stretch.HasMap, stretch.Surface, stretch.WayId));
        Assert.Equal(0, (await MixAsync()).Known.Metres);
    }

    [Fact]
    public async Task An_original_that_the_disk_lost_is_given_up_and_the_others_are_matched()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("lost.gpx", MadeRun.Gpx(MadeRun.Monday)), ("kept.gpx", MadeRun.Gpx(MadeRun.Monday + Duration.FromDays(1))));
        var lost = await host.AskAsync(db => db.Uploads.SingleAsync(upload => upload.FileName == "lost.gpx"));
        File.Delete(Directory.EnumerateFiles(Path.Combine(host.Folder, "originals"), lost.ContentHash, SearchOption.AllDirectories).Single());

        await host.DropAsync(MapHouse.Town().ToBytes());
        var map = await host.MapOfFolderAsync();
        await host.MatchedAsync();

        var uploads = await host.AskAsync(db => db.Uploads.ToDictionaryAsync(upload => upload.FileName, upload => upload.MapId));
        Assert.Equal((null, map.Id), (uploads["lost.gpx"], uploads["kept.gpx"]));
        var work = Assert.Single(await host.AskAsync(db => db.Work.ToListAsync()));
        Assert.Equal((WorkKind.Surface, lost.Id, Probe.Tries, true), (work.Kind, work.Key, work.Attempts, work.Failed));
    }

    [Fact]
    public async Task Files_of_an_archive_are_matched_each()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("export.zip", Zip.Of(
            ("one.gpx", MadeRun.Gpx(MadeRun.Monday)), ("readme.txt", "hello"u8.ToArray()), ("two.gpx", MadeRun.Gpx(MadeRun.Monday + Duration.FromDays(1))))));

        await host.DropAsync(MapHouse.Town().ToBytes());
        await host.MapOfFolderAsync();
        await host.MatchedAsync();

        Assert.Equal(2, await host.AskAsync(db => db.Runs.CountAsync(run => run.Surface != null)));
    }

    [Fact]
    public async Task An_archive_that_was_broken_off_goes_on_where_it_was_and_is_not_given_up()
    {
        var runner = await host.RunnerAsync("a");
        await host.DropAsync(MapHouse.Town().ToBytes());
        var map = await host.MapOfFolderAsync();
        await runner.UploadAndFinishAsync(("export.zip", Zip.Of(
            ("one.gpx", MadeRun.Gpx(MadeRun.Monday)), ("readme.txt", "hello"u8.ToArray()), ("two.gpx", MadeRun.Gpx(MadeRun.Monday + Duration.FromDays(1))))));
        await BreakOffAfterAsync("one.gpx", failed: false);
        host.Services.GetRequiredService<WorkBell>().Ring(runner.RunnerId);

        await host.MatchedAsync();

        var mixes = await host.AskAsync(db => db.Runs.ToDictionaryAsync(run => run.MemberName!, run => run.Surface));
        Assert.Null(mixes["export.zip!/one.gpx"]);
        Assert.NotNull(mixes["export.zip!/two.gpx"]);
        Assert.Equal(map.Id, await host.AskAsync(db => db.Uploads.Select(upload => upload.MapId).SingleAsync()));
        Assert.Empty(await host.AskAsync(db => db.Work.ToListAsync()));
    }

    [Fact]
    public async Task The_owner_sees_how_far_an_archive_is()
    {
        var owner = await host.RunnerAsync("a", isOwner: true);
        await host.DropAsync(MapHouse.Town().ToBytes());
        await host.MapOfFolderAsync();
        await owner.UploadAndFinishAsync(("export.zip", Zip.Of(
            ("one.gpx", MadeRun.Gpx(MadeRun.Monday)), ("two.gpx", MadeRun.Gpx(MadeRun.Monday + Duration.FromDays(1))))));
        await BreakOffAfterAsync("one.gpx", failed: true);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/admin/maps");
        request.Headers.Accept.ParseAdd("text/html");
        using var reply = await owner.Http.SendAsync(request);
        var page = await reply.Content.ReadAsStringAsync();

        Assert.Contains("1 of 2", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("could not be", page, StringComparison.Ordinal);
    }

    /// <summary>Brings about the state after a try that ended with one file. Its mix is taken away: matching it again would give it back.</summary>
    private async Task BreakOffAfterAsync(string member, bool failed)
    {
        await host.AskAsync(db => db.Runs.ExecuteUpdateAsync(set => set
            .SetProperty(run => run.Surface, (string?)null)
            .SetProperty(run => run.MapId, run => run.MemberName!.EndsWith(member) ? run.MapId : null)));
        await host.AskAsync(db => db.Uploads.ExecuteUpdateAsync(set => set.SetProperty(upload => upload.MapId, (Guid?)null)));
        await host.AskAsync(async db =>
        {
            var upload = await db.Uploads.SingleAsync();
            var row = WorkList.RowOf(WorkKind.Surface, upload.Id, upload.RunnerId, WorkRank.Machines, MachineTime.Own.Now);
            (row.Attempts, row.Failed) = (Probe.Tries - 1, failed);
            db.Work.Add(row);
            return await db.SaveChangesAsync();
        });
    }

    private static async Task<string> InOrderAsync(WebHost host, string order)
    {
        var runner = await host.RunnerAsync("a");
        var batch = Guid.Empty;
        foreach (var step in order.Split(", "))
        {
            switch (step)
            {
                case "upload":
                    batch = await runner.UploadAsync(("run.gpx", MadeRun.Gpx(MadeRun.Monday)));
                    await runner.FinishedAsync(batch);
                    break;
                case "undo":
                    (await runner.UndoAsync(batch)).Dispose();
                    break;
                case "correct":
                    Assert.True(await CorrectAsync(host, runner, MapHouse.LowerWay, SurfaceClass.Sand));
                    break;
                case "no map":
                    Directory.CreateDirectory(MapHouse.FolderOf(host));
                    File.Delete(Path.Combine(MapHouse.FolderOf(host), "town.osm.pbf"));
                    await host.SweepMapsAsync();
                    await host.SweepMapsAsync();
                    break;
                default:
                    await host.DropAsync(MapHouse.Town(step == "map" ? null : 1_700_000_000).ToBytes());
                    await host.MapOfFolderAsync();
                    break;
            }

            await host.MatchedAsync();
        }

        return await host.GroundOfAsync(runner.RunnerId);
    }

    private static async Task<bool> CorrectAsync(WebHost host, RunnerClient runner, long wayId, SurfaceClass? told)
    {
        await using var scope = host.Services.OfAll();
        return await scope.ServiceProvider.GetRequiredService<SurfaceCorrection>().RunAsync(runner.RunnerId, wayId, told, CancellationToken.None);
    }

    private async Task<RunGround> GroundAsync(RunnerClient runner)
    {
        var runId = await host.AskAsync(db => db.Runs.Select(run => run.Id).SingleAsync());
        await using var scope = host.Services.OfAll();
        return (await scope.ServiceProvider.GetRequiredService<RunGroundReader>().ReadAsync(runner.RunnerId, runId, CancellationToken.None))!;
    }

    private async Task<Analysis.Surfaces.SurfaceMix> MixAsync() =>
        StoredJson.ReadSurface(await host.AskAsync(db => db.Runs.Select(run => run.Surface).SingleAsync()))!;
}
