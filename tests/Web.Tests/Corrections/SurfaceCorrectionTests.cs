using KneeLoad.Ingest.Grounds;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Tests.Pipeline.Maps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Corrections;

public sealed class SurfaceCorrectionTests(RunningService service) : IClassFixture<RunningService>, IAsyncLifetime
{
    private readonly WebHost host = service.Anew();

    public async ValueTask InitializeAsync()
    {
        await host.DropAsync(MapHouse.Town().ToBytes());
        await host.MapOfFolderAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_way_is_corrected_once_for_all_runs_and_their_weeks()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("one.gpx", MadeRun.Gpx(MadeRun.Monday)), ("two.gpx", MadeRun.Gpx(MadeRun.Monday + Duration.FromDays(8))));

        Assert.True(await CorrectAsync(runner, MapHouse.LowerWay, SurfaceClass.Gravel));

        var runs = await MixesAsync(runner);
        Assert.Equal(2, runs.Count);
        Assert.All(runs, mix => Assert.Equal(1112, mix.MetresByClass["gravel"], 15.0));
        Assert.All(runs, mix => Assert.Equal(mix.MetresByClass["gravel"], mix.Known.Metres, 0.01));
        var weeks = await WeeksAsync(runner);
        await host.RecomputeWeeksAsync(runner.RunnerId);
        Assert.Equal(await WeeksAsync(runner), weeks);
        Assert.All(weeks.Take(2), week => Assert.Equal(0, StoredJson.ReadWeek(week).HardShare?.Value));
    }

    [Fact]
    public async Task The_page_reads_the_runners_word()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("one.gpx", MadeRun.Gpx(MadeRun.Monday)));
        await CorrectAsync(runner, MapHouse.LowerWay, SurfaceClass.Gravel);

        await using var scope = host.Services.OfAll();
        var runId = await host.AskAsync(db => db.Runs.Select(run => run.Id).SingleAsync());
        var reader = scope.ServiceProvider.GetRequiredService<RunGroundReader>();
        var ground = await reader.ReadAsync(runner.RunnerId, runId, CancellationToken.None);

        Assert.Equal(new(SurfaceClass.Gravel, SurfaceSource.Corrected), ground!.Stretches[0].Surface);
        Assert.Null(await reader.ReadAsync(Guid.NewGuid(), runId, CancellationToken.None));
    }

    [Fact]
    public async Task Taken_back_all_is_as_it_was()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("one.gpx", MadeRun.Gpx(MadeRun.Monday)));
        var before = await host.GroundOfAsync(runner.RunnerId);

        await CorrectAsync(runner, MapHouse.LowerWay, SurfaceClass.Gravel);
        Assert.True(await CorrectAsync(runner, MapHouse.LowerWay, null));

        Assert.Equal(before, await host.GroundOfAsync(runner.RunnerId));
        Assert.False(await CorrectAsync(runner, MapHouse.LowerWay, null));
    }

    [Fact]
    public async Task AZ_02_What_one_runner_says_changes_nothing_of_another()
    {
        var (anna, bert) = (await host.RunnerAsync("a"), await host.RunnerAsync("b"));
        await anna.UploadAndFinishAsync(("one.gpx", MadeRun.Gpx(MadeRun.Monday)));
        await bert.UploadAndFinishAsync(("one.gpx", MadeRun.Gpx(MadeRun.Monday)));
        var before = await host.GroundOfAsync(bert.RunnerId);

        await CorrectAsync(anna, MapHouse.LowerWay, SurfaceClass.Gravel);
        await bert.UploadAndFinishAsync(("two.gpx", MadeRun.Gpx(MadeRun.Monday + Duration.FromDays(1))));

        Assert.All(await MixesAsync(bert), mix => Assert.False(mix.MetresByClass.ContainsKey("gravel")));
        Assert.StartsWith(before.Split('\n')[0], await host.GroundOfAsync(bert.RunnerId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_that_the_runner_never_ran_on_is_not_theirs_to_correct()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("one.gpx", MadeRun.Gpx(MadeRun.Monday)));

        Assert.False(await CorrectAsync(runner, 999, SurfaceClass.Gravel));
        Assert.Equal(0, await host.AskAsync(db => db.WayCorrections.CountAsync()));
    }

    [Theory]
    [InlineData(SurfaceClass.Unknown)]
    [InlineData(SurfaceClass.OffNetwork)]
    [InlineData(SurfaceClass.Treadmill)]
    [InlineData((SurfaceClass)99)]
    public async Task No_way_is_made_of_what_is_no_ground(SurfaceClass told)
    {
        var runner = await host.RunnerAsync("a");

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => CorrectAsync(runner, MapHouse.LowerWay, told));
    }

    private async Task<bool> CorrectAsync(RunnerClient runner, long wayId, SurfaceClass? told)
    {
        await using var scope = host.Services.OfAll();
        return await scope.ServiceProvider.GetRequiredService<SurfaceCorrection>().RunAsync(runner.RunnerId, wayId, told, CancellationToken.None);
    }

    private async Task<List<Analysis.Surfaces.SurfaceMix>> MixesAsync(RunnerClient runner) =>
        (await host.AskAsync(db => db.Runs.Where(run => run.RunnerId == runner.RunnerId).Select(run => run.Surface).ToListAsync()))
        .ConvertAll(mix => StoredJson.ReadSurface(mix)!);

    private Task<List<string>> WeeksAsync(RunnerClient runner) =>
        host.AskAsync(db => db.Weeks.Where(week => week.RunnerId == runner.RunnerId).OrderBy(week => week.FirstDay).Select(week => week.Load).ToListAsync());
}
