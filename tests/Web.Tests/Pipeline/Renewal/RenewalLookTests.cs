using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Pipeline.Renewal;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Pipeline.Renewal;

/// <summary>A new version of the model reaches every run that an earlier one analysed.</summary>
public sealed class RenewalLookTests : IAsyncLifetime
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
        await TellAsync(await KeyOfAsync(run => run.Metrics.Contains("takenForRun")), Correction.Was(RunKind.Walk));
        await TellAsync(await KeyOfAsync(run => run.DuplicateOfId != null), Correction.NotTheSame);
        await TellAsync(await house.AskAsync(db => db.Runs.OrderBy(run => run.Start).Select(run => run.Id).FirstAsync()), Correction.Measured(new(20_000)));
        var before = FromScratch.Lines(await RunsAsync());
        await house.AskAsync(db => db.Runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.ModelVersion, "0")
            .SetProperty(run => run.Cells, new byte[] { 1, 0 })));

        await RenewAsync();

        Assert.Equal(before, FromScratch.Lines(await RunsAsync()));
        Assert.All(await RunsAsync(), run => Assert.Equal(AnalysisVersion.Current, run.ModelVersion));
    }

    [Fact]
    public async Task What_a_newer_version_reads_differently_is_kept_for_the_runner()
    {
        await house.UploadAsync(runner.Id, MadeDays.LongRun, MadeDays.ToCome, MadeDays.WithSport);
        var runs = await house.AskAsync(db => db.Runs.OrderBy(run => run.Start).Select(run => run.Id).ToListAsync());
        await StoredByAnEarlierVersionAsync(runs[0], metrics => metrics with { Distance = new(metrics.Distance!.Value.Metres * 1.02) });
        await StoredByAnEarlierVersionAsync(runs[1], metrics => metrics with { Kind = RunKind.Other, LocalDate = metrics.LocalDate.PlusDays(1) });
        await StoredByAnEarlierVersionAsync(runs[2], metrics => metrics with { Distance = new(metrics.Distance!.Value.Metres * 1.005) });

        await RenewAsync();
        await RenewAsync();

        var renewed = await house.AskAsync(db => db.RenewedRuns.ToListAsync());
        Assert.Equal(
            new[] { (runs[0], RenewalChange.Distance), (runs[1], RenewalChange.Counts), (runs[1], RenewalChange.Day) }.Order(),
            renewed.Select(row => (row.RunId, row.Change)).Order());
    }

    [Fact]
    public async Task A_deleted_run_is_renewed_too_and_stays_deleted()
    {
        await house.UploadAsync(runner.Id, MadeDays.LongRun);
        await TellAsync(await KeyOfAsync(_ => true), Correction.Delete);
        await house.AskAsync(db => db.AllRuns.ExecuteUpdateAsync(set => set.SetProperty(run => run.ModelVersion, "0")));

        await RenewAsync();

        var run = await house.AskAsync(db => db.AllRuns.SingleAsync());
        Assert.Equal((AnalysisVersion.Current, true, null), (run.ModelVersion, run.Deleted, run.Load));
        Assert.Empty(await house.AskAsync(db => db.RenewedRuns.ToListAsync()));
    }

    [Fact]
    public async Task The_weeks_that_a_run_leaves_are_added_up_again()
    {
        await house.UploadAsync(runner.Id, MadeDays.LongRun, MadeDays.ToCome);
        var (runs, weeks) = (FromScratch.Lines(await RunsAsync()), await WeeksAsync());
        var moved = await house.AskAsync(db => db.Runs.OrderBy(run => run.Start).Select(run => run.Id).FirstAsync());
        await StoredByAnEarlierVersionAsync(
            moved,
            metrics => metrics with { Start = metrics.Start - Duration.FromDays(50), LocalDate = metrics.LocalDate.PlusDays(-50) });
        await house.UseAsync<Recomputation, bool>(async recomputation =>
        {
            await recomputation.WeeksAsync(runner, CancellationToken.None);
            return true;
        });
        Assert.NotEqual(weeks, await WeeksAsync());

        await RenewAsync();

        Assert.Equal(runs, FromScratch.Lines(await RunsAsync()));
        Assert.Equal(weeks, await WeeksAsync());
    }

    [Fact]
    public async Task Runs_of_this_version_are_left_alone()
    {
        await house.UploadAsync(runner.Id, MadeDays.LongRun);

        await house.UseAsync<RenewalLook, int>(LookAsync);

        Assert.Equal(UploadState.Done, await house.AskAsync(db => db.Uploads.Select(upload => upload.State).SingleAsync()));
    }

    [Fact]
    public async Task What_failed_is_not_tried_for_ever()
    {
        await house.UploadAsync(runner.Id, MadeDays.LongRun);
        await house.AskAsync(db => db.Runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.ModelVersion, "0")));
        await house.AskAsync(db => db.Uploads.ExecuteUpdateAsync(set => set.SetProperty(upload => upload.State, UploadState.Failed)));

        await house.UseAsync<RenewalLook, int>(LookAsync);

        Assert.Equal(UploadState.Failed, await house.AskAsync(db => db.Uploads.Select(upload => upload.State).SingleAsync()));
    }

    [Fact]
    public async Task A_file_that_is_new_goes_before_all_that_are_read_again()
    {
        await house.UploadAsync(runner.Id, MadeDays.LongRun, MadeDays.InsideIt, MadeDays.WithoutSport);
        await house.AskAsync(db => db.Runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.ModelVersion, "0")));
        await house.UseAsync<RenewalLook, int>(LookAsync);
        var fresh = Guid.NewGuid();
        await house.AskAsync(db =>
        {
            db.Work.Add(WorkList.RowOf(WorkKind.Import, fresh, runner.Id, WorkRank.People, MachineTime.Own.Now));
            return db.SaveChangesAsync();
        });
        var engine = new Taken();

        await house.AskAsync(async db =>
        {
            await new HandOver(db, engine, MachineTime.Own).RunAsync(runner.Id, CancellationToken.None);
            return true;
        });

        Assert.Contains((WorkKind.Import, fresh, WorkRank.People), engine.Work);
        Assert.All(engine.Work.Where(work => work.Key != fresh), work => Assert.Equal((WorkKind.Renewal, WorkRank.Machines), (work.Kind, work.Rank)));
        Assert.True(engine.Work.Count > 1);
    }

    [Fact]
    public async Task Files_that_are_read_again_stay_done_meanwhile()
    {
        await house.UploadAsync(runner.Id, MadeDays.LongRun);
        await house.AskAsync(db => db.Runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.ModelVersion, "0")));

        await house.UseAsync<RenewalLook, int>(LookAsync);

        Assert.Equal(WorkKind.Renewal, await house.AskAsync(db => db.Work.Select(row => row.Kind).SingleAsync()));
        Assert.Equal(UploadState.Done, await house.AskAsync(db => db.Uploads.Select(upload => upload.State).SingleAsync()));
    }

    private sealed class Taken : IJobEngine
    {
        public List<(string Kind, Guid Key, WorkRank Rank)> Work { get; } = [];

        public void Take(string kind, Guid key, WorkRank rank, Duration delay) => Work.Add((kind, key, rank));
    }

    private Task<Instant?> TellAsync(Guid run, Correction correction) =>
        house.UseAsync<RunCorrecting, Instant?>(correcting => correcting.TellAsync(runner.Id, [run], correction, CancellationToken.None));

    private Task<int> StoredByAnEarlierVersionAsync(Guid run, Func<RunMetrics, RunMetrics> change) => house.AskAsync(async db =>
    {
        var row = await db.Runs.SingleAsync(row => row.Id == run);
        var metrics = change(StoredJson.ReadMetrics(row.Metrics));
        (row.ModelVersion, row.Metrics, row.LocalDate) = ("0", StoredJson.Write(metrics), metrics.LocalDate);
        (row.Start, row.End) = (metrics.Start, metrics.Start + metrics.Elapsed);
        return await db.SaveChangesAsync();
    });

    private async Task RenewAsync()
    {
        await house.UseAsync<RenewalLook, int>(LookAsync);
        await house.WorkAsync(runner.Id);
    }

    private static async Task<int> LookAsync(RenewalLook look)
    {
        await look.LookAsync(CancellationToken.None);
        return 0;
    }

    private Task<Guid> KeyOfAsync(System.Linq.Expressions.Expression<Func<Run, bool>> which) =>
        house.AskAsync(db => db.Runs.Where(which).Select(run => run.Id).SingleAsync());

    private Task<List<string>> WeeksAsync() => house.AskAsync(db => db.Weeks.OrderBy(week => week.FirstDay).Select(week => week.Load).ToListAsync());

    private Task<List<Run>> RunsAsync() => house.AskAsync(db => db.Runs.AsNoTracking().ToListAsync());
}
