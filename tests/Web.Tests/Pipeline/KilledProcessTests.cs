using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Pipeline;

/// <summary>kill -9 of the real process at chosen instants of an upload and its job; afterwards the books are checked.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private const string RowWritten = "INSERT INTO \"Uploads\"";
    private const string TryCounted = "SET \"Claim\" = @p";
    private const string RunsWritten = "INSERT INTO \"Runs\"";
    private const string Finished = "SET \"State\"";
    private const string BeforeCommit = "TransactionCommitting";
    private const string AfterCommit = "TransactionCommitted";

    private static readonly byte[] Before = MadeRun.Fit(MadeRun.Monday - Duration.FromDays(7));
    private static readonly byte[] Run = MadeRun.Fit(MadeRun.Monday);
    private readonly string folder = Directory.CreateTempSubdirectory("kneeload-killed-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(TryCounted)]
    [InlineData(RunsWritten)]
    [InlineData(RunsWritten + " > " + AfterCommit)]
    [InlineData(Finished)]
    [InlineData(Finished + " > " + BeforeCommit)]
    [InlineData(Finished + " > " + AfterCommit)]
    public async Task RE_01_RE_03_An_acknowledged_run_is_there_exactly_once_wherever_its_job_is_killed(string instant)
    {
        var runner = await RunnerWithARunAsync();

        using (var service = await ServiceProcess.StartAsync(folder, instant))
        {
            using var reply = await runner.At(service.Address).SendAsync(("run.fit", Run));
            Assert.Equal(HttpStatusCode.Accepted, reply.StatusCode);
            await service.KillWhenHeldAsync();
        }

        await RestartAndAuditAsync(runner, runs: 2);
    }

    [Fact]
    public async Task RE_01_A_row_that_was_committed_unacknowledged_is_worked_on_all_the_same()
    {
        var runner = await RunnerWithARunAsync();

        await KillDuringRequestAsync(runner, $"{RowWritten} > {AfterCommit}");

        await RestartAndAuditAsync(runner, runs: 2);
    }

    [Theory]
    [InlineData(RowWritten)]
    [InlineData(RowWritten + " > " + BeforeCommit)]
    public async Task AR_10_A_file_without_its_row_leaves_nothing_and_can_come_again(string instant)
    {
        var runner = await RunnerWithARunAsync();

        await KillDuringRequestAsync(runner, instant);

        await RestartAndAuditAsync(runner, runs: 1);
        using var service = await ServiceProcess.StartAsync(folder);
        var again = runner.At(service.Address);
        var line = Assert.Single(await again.UploadAndFinishAsync(("run.fit", Run)));
        Assert.Equal("done", line.GetProperty("state").GetString());
    }

    [Fact]
    public async Task RE_11_SIGTERM_ends_the_service_cleanly_and_loses_nothing()
    {
        var runner = await RunnerWithARunAsync();
        using var service = await ServiceProcess.StartAsync(folder);
        await runner.At(service.Address)
            .UploadAsync([.. Enumerable.Range(1, 10).Select(day => ($"{day}.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(day))))]);

        var exitCode = await service.StopAsync();

        Assert.Equal(0, exitCode);
        await RestartAndAuditAsync(runner, runs: 11);
    }

    private async Task<RunnerClient> RunnerWithARunAsync()
    {
        await using var host = new WebHost(folder);
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("before.fit", Before));
        return runner;
    }

    private async Task KillDuringRequestAsync(RunnerClient runner, string instant)
    {
        using var service = await ServiceProcess.StartAsync(folder, instant);
        var killing = service.KillWhenHeldAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => runner.At(service.Address).SendAsync(("run.fit", Run)));
        await killing;
    }

    private async Task RestartAndAuditAsync(RunnerClient runner, int runs)
    {
        await using var host = new WebHost(folder);
        using var deadline = new CancellationTokenSource(Patience.Bound);
        while (await host.AskAsync(db => db.Uploads.AnyAsync(upload => upload.State == UploadState.Received)) || Stored("incoming").Length > 0
            || Stored("originals").Length != await host.AskAsync(db => db.Uploads.CountAsync()))
        {
            await Task.Delay(50, deadline.Token);
        }

        Assert.Equal(
            runs, await host.AskAsync(db => db.Runs.CountAsync(run => run.RunnerId == runner.RunnerId && run.Load != null && run.DuplicateOfId == null)));
        Assert.Equal(runs, await host.AskAsync(db => db.Uploads.CountAsync(upload => upload.State == UploadState.Done)));
        var hashes = await host.AskAsync(db => db.Uploads.Select(upload => upload.ContentHash).ToListAsync());
        Assert.Equal(hashes.Order(StringComparer.Ordinal), Stored("originals").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var weeks = await WeeksAsync(host);
        await host.RecomputeWeeksAsync(runner.RunnerId);
        Assert.NotEmpty(weeks);
        Assert.Equal(await WeeksAsync(host), weeks);
        await CleanAudit.OfAsync(folder);
    }

    private string[] Stored(string name)
    {
        var place = Path.Combine(folder, name);
        return Directory.Exists(place) ? Directory.GetFiles(place, "*", SearchOption.AllDirectories) : [];
    }

    private static Task<List<string>> WeeksAsync(WebHost host) =>
        host.AskAsync(db => db.Weeks.OrderBy(week => week.FirstDay).Select(week => week.Load).ToListAsync());
}
