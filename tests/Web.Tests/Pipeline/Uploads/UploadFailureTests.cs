using System.Data.Common;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Pipeline.Uploads;
using KneeLoad.Web.Words.Notes;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Tests.Work;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Pipeline.Uploads;

/// <summary>An archive goes on where it was, and what is given up leaves nothing and may come again.</summary>
public sealed class UploadFailureTests : IAsyncLifetime
{
    private const string Mark = "stored by the first try";
    private readonly Commits commits = new();
    private PipelineHouse house = null!;
    private Runner runner = null!;

    public async ValueTask InitializeAsync()
    {
        house = await PipelineHouse.OpenAsync(
            Instant.FromUtc(2026, 7, 1, 0, 0),
            services => services.ConfigureDbContext<SqliteKneeLoadDb>(options => options.AddInterceptors(commits)));
        runner = await house.AddRunnerAsync("UTC");
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_archive_goes_on_after_its_last_committed_files(bool isStopped)
    {
        var upload = await RegisterAsync(Archive(25));
        using var stop = new CancellationTokenSource();
        commits.OnCommit = async () =>
        {
            if (await house.AskAsync(db => db.Runs.AnyAsync()))
            {
                await stop.CancelAsync();
            }
        };
        await house.UseAsync<WorkTurn, WorkOutcome>(turn => turn.RunAsync(WorkKind.Import, upload, stop.Token));
        commits.OnCommit = null;
        var stored = await house.AskAsync(db => db.Runs.CountAsync());
        await house.AskAsync(db => db.Runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.Warnings, Mark)));
        if (!isStopped)
        {
            // As after a kill: the claim runs out.
            var (past, dead) = ((Instant?)(MachineTime.Own.Now - WorkClaims.Lease), (Guid?)Guid.NewGuid());
            await house.AskAsync(db => db.Work.ExecuteUpdateAsync(set => set.SetProperty(row => row.Owner, dead)
                .SetProperty(row => row.Claim, dead)
                .SetProperty(row => row.Until, past)));
        }

        await house.WorkAsync(runner.Id);

        Assert.InRange(stored, 1, 24);
        Assert.Equal(
            (25, stored),
            await house.AskAsync(async db => (await db.Runs.CountAsync(run => run.Load != null), await db.Runs.CountAsync(run => run.Warnings == Mark))));
        Assert.Equal(
            (UploadState.Done, null),
            await house.AskAsync(async db => (await db.Uploads
                .Select(row => row.State)
                .SingleAsync(), await db.Uploads.Select(row => row.Reason).SingleAsync())));
        Assert.Empty(await house.AskAsync(db => db.Work.ToListAsync()));
    }

    [Theory]
    [InlineData(WorkKind.Import)]
    [InlineData(WorkKind.WeeklyLoad)]
    public async Task Giving_up_takes_back_rows_and_weeks_and_a_new_try_brings_all_of_it(string kind)
    {
        await house.UploadAsync(runner.Id, MadeDays.LongRun);
        var before = await AllAsync();
        var upload = await RegisterAsync(Archive(3));
        if (kind == WorkKind.WeeklyLoad)
        {
            await house.UseAsync<WorkTurn, WorkOutcome>(turn => turn.RunAsync(WorkKind.Import, upload, CancellationToken.None));
            Assert.Equal(4, await house.AskAsync(db => db.Runs.CountAsync()));
        }

        await house.AskAsync(db => db.Work.ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, Probe.Tries)));
        var outcome = await house.UseAsync<WorkTurn, WorkOutcome>(turn => turn.RunAsync(kind, upload, CancellationToken.None));
        var afterwards = await AllAsync();
        var failed = await house.AskAsync(db => db.Uploads.AsNoTracking().SingleAsync(row => row.Id == upload));
        var isWaiting = await house.UseAsync<UploadFailure, bool>(failure => failure.TryAgainAsync(runner.Id, upload, CancellationToken.None));
        await house.WorkAsync(runner.Id);

        Assert.Equal((WorkOutcome.GivenUp, UploadState.Failed), (outcome, failed.State));
        Assert.Null(failed.Reason);
        Assert.Equal(before, afterwards);
        Assert.True(isWaiting);
        Assert.Equal(4, await house.AskAsync(db => db.Runs.CountAsync(run => run.Load != null)));
        Assert.Equal(UploadState.Done, await house.AskAsync(db => db.Uploads.Where(row => row.Id == upload).Select(row => row.State).SingleAsync()));
        Assert.Empty(await house.AskAsync(db => db.Work.ToListAsync()));
    }

    [Fact]
    public async Task What_is_cancelled_keeps_what_was_read_and_a_new_try_reads_the_rest()
    {
        var archive = await RegisterAsync(Archive(25));
        var batch = await house.AskAsync(db => db.Uploads.Select(row => row.BatchId).SingleAsync());
        using var stop = new CancellationTokenSource();
        commits.OnCommit = async () =>
        {
            if (await house.AskAsync(db => db.Runs.AnyAsync()))
            {
                await stop.CancelAsync();
            }
        };
        await house.UseAsync<WorkTurn, WorkOutcome>(turn => turn.RunAsync(WorkKind.Import, archive, stop.Token));
        commits.OnCommit = null;
        var unread = await RegisterAsync(Archive(2), batch);

        var isCancelled = await house.UseAsync<BatchUndo, bool>(undo => undo.CancelAsync(runner.Id, batch, CancellationToken.None));
        await house.WorkAsync(runner.Id);

        var kept = await house.AskAsync(db => db.Uploads.AsNoTracking().SingleAsync());
        var read = await house.AskAsync(db => db.Runs.CountAsync(run => run.Load != null));
        Assert.True(isCancelled);
        Assert.NotEqual(unread, kept.Id);
        Assert.Equal(UploadState.Done, kept.State);
        Assert.True(StoredRemarks.ReadReport(kept.Reason)!.IsCancelled);
        Assert.InRange(read, 1, 24);

        Assert.True(await house.UseAsync<UploadFailure, bool>(failure => failure.TryBatchAgainAsync(runner.Id, batch, CancellationToken.None)));
        await house.WorkAsync(runner.Id);
        Assert.Equal((25, null), await house.AskAsync(async db => (await db.Runs.CountAsync(), await db.Uploads.Select(row => row.Reason).SingleAsync())));
        Assert.False(await house.UseAsync<BatchUndo, bool>(undo => undo.CancelAsync(runner.Id, batch, CancellationToken.None)));
    }

    [Fact]
    public async Task AZ_11_Only_ones_own_upload_that_failed_is_tried_again()
    {
        await house.UploadAsync(runner.Id, MadeDays.LongRun);
        var stranger = await house.AddRunnerAsync("UTC");
        var upload = await house.AskAsync(db => db.Uploads.Select(row => row.Id).SingleAsync());
        var done = await house.UseAsync<UploadFailure, bool>(failure => failure.TryAgainAsync(runner.Id, upload, CancellationToken.None));
        await house.AskAsync(db => db.Uploads.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, UploadState.Failed)));
        var strangers = await house.UseAsync<UploadFailure, bool>(failure => failure.TryAgainAsync(stranger.Id, upload, CancellationToken.None));

        Assert.Equal((false, false), (done, strangers));
    }

    private static byte[] Archive(int files) =>
        Zip.Of([.. Enumerable.Range(0, files).Select(day => ($"{day:00}.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(day), minutes: 2)))]);

    private async Task<Guid> RegisterAsync(byte[] archive, Guid? batch = null)
    {
        using var incoming = await house.UseAsync<KneeLoad.Web.Storage.OriginalStore, KneeLoad.Web.Storage.IncomingFile?>(store => store.ReceiveAsync(
            new MemoryStream(archive), CancellationToken.None));
        return (await house.UseAsync<KneeLoad.Web.Storage.UploadRegister, Upload>(register => register.RegisterAsync(
            runner.Id, batch ?? Guid.NewGuid(), "a.zip", incoming!, CancellationToken.None))).Id;
    }

    private Task<List<string>> AllAsync() => house.AskAsync(async db => (List<string>)
    [
        FromScratch.Lines(await db.AllRuns.AsNoTracking().OrderBy(run => run.Start).ToListAsync()),
        .. await db.Weeks.OrderBy(week => week.FirstDay).Select(week => week.Load).ToListAsync(),
    ]);

    private sealed class Commits : DbTransactionInterceptor
    {
        public Func<Task>? OnCommit { get; set; }

        public override async Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (OnCommit is { } act)
            {
                await act();
            }
        }
    }
}
