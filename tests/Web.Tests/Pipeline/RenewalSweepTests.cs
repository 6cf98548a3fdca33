using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Pipeline;

/// <summary>A new version of the model reaches every run that an earlier one analysed.</summary>
public sealed class RenewalSweepTests : IAsyncLifetime
{
    private PipelineHouse house = null!;
    private Runner runner = null!;

    public async ValueTask InitializeAsync()
    {
        house = await PipelineHouse.OpenAsync(Instant.FromUtc(2026, 7, 1, 0, 0));
        runner = await house.AddRunnerAsync("UTC");
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Runs_of_an_earlier_version_are_analysed_again_and_keep_the_runners_word()
    {
        await house.UploadAsync(runner.Id, MadeDays.LongRun, MadeDays.InsideIt, MadeDays.WithoutSport);
        await house.UseAsync<KindCorrection, bool>(async correction =>
            await correction.RunAsync(runner.Id, await KeyOfAsync(run => run.Metrics.Contains("takenForRun")), RunKind.Walk, CancellationToken.None));
        await house.UseAsync<DuplicateDenial, bool>(async denial => await denial.RunAsync(runner.Id, await KeyOfAsync(run => run.DuplicateOfId != null), CancellationToken.None));
        var before = FromScratch.Lines(await RunsAsync());
        await house.AskAsync(db => db.Runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.ModelVersion, "0").SetProperty(run => run.Cells, new byte[] { 1, 0 })));

        await RenewAsync();

        Assert.Equal(before, FromScratch.Lines(await RunsAsync()));
        Assert.All(await RunsAsync(), run => Assert.Equal(RiskModel.Version, run.ModelVersion));
    }

    [Fact]
    public async Task Runs_of_this_version_are_left_alone()
    {
        await house.UploadAsync(runner.Id, MadeDays.LongRun);

        await house.UseAsync<RenewalSweep, int>(SweepAsync);

        Assert.Equal(UploadState.Done, await house.AskAsync(db => db.Uploads.Select(upload => upload.State).SingleAsync()));
    }

    [Fact]
    public async Task What_failed_is_not_tried_for_ever()
    {
        await house.UploadAsync(runner.Id, MadeDays.LongRun);
        await house.AskAsync(db => db.Runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.ModelVersion, "0")));
        await house.AskAsync(db => db.Uploads.ExecuteUpdateAsync(set => set.SetProperty(upload => upload.State, UploadState.Failed)));

        await house.UseAsync<RenewalSweep, int>(SweepAsync);

        Assert.Equal(UploadState.Failed, await house.AskAsync(db => db.Uploads.Select(upload => upload.State).SingleAsync()));
    }

    [Fact]
    public async Task A_file_that_is_new_goes_before_all_that_are_read_again()
    {
        await house.UploadAsync(runner.Id, MadeDays.LongRun, MadeDays.InsideIt, MadeDays.WithoutSport);
        await house.AskAsync(db => db.Runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.ModelVersion, "0")));
        await house.UseAsync<RenewalSweep, int>(SweepAsync);
        var fresh = Guid.NewGuid();
        await house.AskAsync(async db =>
        {
            var earlier = await db.Uploads.AsNoTracking().FirstAsync();
            db.Uploads.Add(new Upload
            {
                Id = fresh,
                RunnerId = runner.Id,
                BatchId = Guid.NewGuid(),
                FileName = "new.fit",
                ContentHash = new string('0', earlier.ContentHash.Length),
                Bytes = 1,
                Received = earlier.Received + Duration.FromHours(1),
                State = UploadState.Received,
            });
            return await db.SaveChangesAsync();
        });

        var next = await house.UseAsync<UploadQueue, IReadOnlyList<UploadQueue.WaitingUpload>>(queue => queue.NextAsync(runner.Id, CancellationToken.None));

        Assert.Equal((fresh, false), (next[0].Id, next[0].IsRenewal));
        Assert.All(next.Skip(1), upload => Assert.True(upload.IsRenewal));
        Assert.True(next.Count > 1);
    }

    private async Task RenewAsync()
    {
        await house.UseAsync<RenewalSweep, int>(SweepAsync);
        await house.WorkAsync(runner.Id);
    }

    private static async Task<int> SweepAsync(RenewalSweep sweep)
    {
        await sweep.SweepAsync(CancellationToken.None);
        return 0;
    }

    private Task<Guid> KeyOfAsync(System.Linq.Expressions.Expression<Func<Run, bool>> which) => house.AskAsync(db => db.Runs.Where(which).Select(run => run.Id).SingleAsync());

    private Task<List<Run>> RunsAsync() => house.AskAsync(db => db.Runs.AsNoTracking().ToListAsync());
}
