using System.Data.Common;
using KneeLoad.Testing;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Pipeline.Uploads;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Tests.Work;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Notes;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Pipeline.Uploads;

/// <summary>Each file of an archive that no activity came of is a row with its reason, from the moment that it is read until the archive goes.</summary>
public sealed class RunlessFilesTests : IAsyncLifetime
{
    private static readonly (string Name, byte[] Content)[] Few =
    [
        ("0.fit", Run(0)), ("notes.txt", "hello"u8.ToArray()), ("day.fit", new FitFileBuilder().FileId(MadeRun.Monday, type: 32).ToBytes()),
        ("broken.fit", Run(1)[..40]), ("2.fit", Run(2)),
    ];

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

    [Fact]
    public async Task Each_file_without_an_activity_is_a_row_with_its_reason()
    {
        var upload = await RegisterAsync(Zip.Of(Few));
        await house.WorkAsync(runner.Id);

        var rows = await RowsAsync();

        Assert.Equal(
            [
                (1, "a.zip!/notes.txt", RunlessState.LeftAside),
                (2, "a.zip!/day.fit", RunlessState.LeftAside),
                (3, "a.zip!/broken.fit", RunlessState.Unread),
            ],
            rows.Select(row => (row.Number, row.Name, row.State)));
        Assert.All(rows, row => Assert.Equal((upload, runner.Id), (row.UploadId, row.RunnerId)));
        var format = new RunnerFormat(Language.English, UnitSystem.Metric, DateTimeZone.Utc);
        Assert.All(rows, row => Assert.NotEqual("", Assert.Single(StoredRemarks.Words(row.Reason, format))));
        Assert.Equal("This is no FIT, GPX or TCX file.", StoredRemarks.Words(rows[0].Reason, format)[0]);
        Assert.Contains("(at byte", StoredRemarks.Words(rows[2].Reason, format)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_file_and_an_archive_that_is_cut_short_have_no_row_of_their_own()
    {
        await RegisterAsync(Run(1)[..40], "broken.fit");
        await RegisterAsync(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "samples", "cut.zip")), "cut.zip");
        await house.WorkAsync(runner.Id);

        Assert.DoesNotContain(await RowsAsync(), row => !row.Name.Contains("!/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_come_with_each_part_that_is_read_and_a_stopped_import_goes_on_after_them()
    {
        var files = Enumerable.Range(0, 45).Select(number => ($"{number:00}.fit", number % 2 == 0 ? Run(number) : Run(number)[..40]));
        var upload = await RegisterAsync(Zip.Of([.. files]));
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
        var first = await RowsAsync();
        await house.WorkAsync(runner.Id);

        Assert.Equal(2 * first.Count, 20 * (first.Count / 10));
        Assert.InRange(first.Count, 10, 20);
        Assert.Equal(first.Select(row => row.Number), Enumerable.Range(0, first.Count).Select(number => (2 * number) + 1));
        Assert.Equal(Enumerable.Range(0, 22).Select(number => (2 * number) + 1), (await RowsAsync()).Select(row => row.Number));
    }

    [Fact]
    public async Task Reading_again_mends_rows_that_differ_and_takes_those_away_that_the_archive_does_not_hold()
    {
        var upload = await RegisterAsync(Zip.Of(Few));
        await house.WorkAsync(runner.Id);
        var before = await LinesAsync();
        await house.AskAsync(async db =>
        {
            await db.RunlessFiles.Where(row => row.Number == 1).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, RunlessState.Unread));
            await db.RunlessFiles.Where(row => row.Number == 2).ExecuteDeleteAsync();
            db.RunlessFiles.AddRange(
                new RunlessFile { UploadId = upload, Number = 0, RunnerId = runner.Id, Name = "none" },
                new RunlessFile { UploadId = upload, Number = 99, RunnerId = runner.Id, Name = "none" });
            return await db.SaveChangesAsync();
        });

        await house.AskAsync(db =>
        {
            db.Work.Add(WorkList.RowOf(WorkKind.Renewal, upload, runner.Id, WorkRank.Machines, MachineTime.Own.Now));
            return db.SaveChangesAsync();
        });
        await house.WorkAsync(runner.Id);

        Assert.Equal(before, await LinesAsync());
    }

    [Fact]
    public async Task Giving_up_leaves_none_and_a_new_try_brings_all()
    {
        var upload = await RegisterAsync(Zip.Of(Few));
        await house.UseAsync<WorkTurn, WorkOutcome>(turn => turn.RunAsync(WorkKind.Import, upload, CancellationToken.None));
        Assert.Equal(3, (await RowsAsync()).Count);
        await house.AskAsync(db => db.Work.ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, Probe.Tries)));

        var outcome = await house.UseAsync<WorkTurn, WorkOutcome>(turn => turn.RunAsync(WorkKind.WeeklyLoad, upload, CancellationToken.None));
        var afterwards = await RowsAsync();
        await house.UseAsync<UploadFailure, bool>(failure => failure.TryAgainAsync(runner.Id, upload, CancellationToken.None));
        await house.WorkAsync(runner.Id);

        Assert.Equal(WorkOutcome.GivenUp, outcome);
        Assert.Empty(afterwards);
        Assert.Equal(3, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task Undoing_an_archive_takes_its_rows_and_leaves_those_of_others()
    {
        await RegisterAsync(Zip.Of(Few));
        var other = await RegisterAsync(Zip.Of(("3.fit", Run(3)), ("other.txt", "hello"u8.ToArray())), "b.zip");
        await house.WorkAsync(runner.Id);
        var batch = await house.AskAsync(db => db.Uploads.Where(upload => upload.Id != other).Select(upload => upload.BatchId).SingleAsync());

        await house.UseAsync<BatchUndo, int>(undo => undo.RunAsync(runner.Id, batch, CancellationToken.None));

        Assert.Equal("b.zip!/other.txt", Assert.Single(await RowsAsync()).Name);
    }

    private static byte[] Run(int day) => MadeRun.Fit(MadeRun.Monday + Duration.FromDays(day), minutes: 2);

    private Task<List<RunlessFile>> RowsAsync() =>
        house.AskAsync(db => db.RunlessFiles.AsNoTracking().OrderBy(row => row.UploadId).ThenBy(row => row.Number).ToListAsync());

    private async Task<List<string>> LinesAsync() => (await RowsAsync()).ConvertAll(row => $"{row.Number} {row.Name} {row.State} {row.Reason}");

    private async Task<Guid> RegisterAsync(byte[] content, string name = "a.zip")
    {
        using var incoming = await house.UseAsync<OriginalStore, IncomingFile?>(store => store.ReceiveAsync(new MemoryStream(content), CancellationToken.None));
        return (await house.UseAsync<UploadRegister, Upload>(register => register.RegisterAsync(
            runner.Id, Guid.NewGuid(), name, incoming!, CancellationToken.None))).Id;
    }

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
