using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Work.Engine;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace KneeLoad.Web.Tests.Work;

/// <summary>More than one process on one PostgreSQL: one takes uploads in, others work.</summary>
public sealed class ClusterTests(SharedPostgreSql shared)
{
    [Fact]
    public async Task A_worker_works_on_what_a_web_process_took_in()
    {
        var database = await shared.NewDatabaseAsync();
        await using var web = On(database, "web");
        var runner = await web.RunnerAsync("a");
        var batch = await runner.UploadAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));
        var untouched = await web.AskAsync(db => db.Work.SingleAsync());

        await using var worker = On(database, "worker", web.Folder);
        _ = worker.Services;
        var line = Assert.Single(await runner.FinishedAsync(batch));

        Assert.Equal((0, null), (untouched.Attempts, untouched.Owner));
        Assert.Equal("done", line.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("SET \"Claim\" = @p > TransactionCommitted")]
    [InlineData("INSERT INTO \"Runs\"")]
    [InlineData("INSERT INTO \"Weeks\" > TransactionCommitting")]
    public async Task RE_02_RE_03_A_worker_that_is_killed_in_the_middle_is_followed_by_another_and_the_audit_is_clean(string instant)
    {
        var database = await shared.NewDatabaseAsync();
        await using var web = On(database, "web");
        var runner = await web.RunnerAsync("a");
        string[] settings = ["--Database:Provider", "PostgreSql", "--Database:ConnectionString", database];
        using var worker = await ServiceProcess.StartAsync(web.Folder, instant, settings: [.. settings, "--role", "worker"]);
        var batch = await runner.UploadAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));
        await worker.KillWhenHeldAsync();
        var inHand = await web.AskAsync(db => db.Work.SingleAsync());

        await using var other = On(database, "worker", web.Folder);
        _ = other.Services;
        var line = Assert.Single(await runner.FinishedAsync(batch));

        Assert.Equal("done", line.GetProperty("state").GetString());
        Assert.Equal(1, await web.AskAsync(db => db.Runs.CountAsync()));
        Assert.NotNull(inHand.Claim);
        Assert.Empty(await web.AskAsync(db => db.Work.ToListAsync()));
        await CleanAudit.OfAsync(web.Folder, settings);
    }

    [Fact]
    public async Task UP_22_Twenty_identical_uploads_to_two_processes_make_one_run()
    {
        var database = await shared.NewDatabaseAsync();
        await using var one = On(database, "all");
        var here = await one.RunnerAsync("a");
        await using var two = On(database, "all", one.Folder);
        var there = here.At(two.CreateClient());
        var run = MadeRun.Fit(MadeRun.Monday);

        var batches = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? here : there).UploadAsync(("run.fit", run))));
        var lines = (await Task.WhenAll(batches.Select(here.FinishedAsync))).SelectMany(line => line).ToList();

        Assert.Single(lines, line => line.GetProperty("state").GetString() == "done");
        Assert.Equal(1, await one.AskAsync(db => db.Runs.CountAsync()));
    }

    [Fact]
    public async Task DB_01_A_database_that_goes_away_is_waited_for_and_nothing_acknowledged_is_lost()
    {
        Assert.SkipWhen(PostgreSqlServer.IsAbsent, PostgreSqlServer.AbsentReason);
        await using var server = await PostgreSqlServer.StartAsync();
        await using var host = On(server.NewDatabase(), "all");
        var runner = await host.RunnerAsync("a");
        var batch = await runner.UploadAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));

        await server.GoAwayAsync();
        using var alive = await runner.Http.GetAsync("/healthz");
        using var ready = await runner.Http.GetAsync("/readyz");
        using var asked = await runner.Http.GetAsync("/uploads/status");
        using var sent = await runner.SendAsync(("other.fit", MadeRun.Fit(MadeRun.Monday, minutes: 5)));
        await server.ComeBackAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (alive.StatusCode, ready.StatusCode));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (asked.StatusCode, sent.StatusCode));
        Assert.NotNull(asked.Headers.RetryAfter);
        var line = Assert.Single(await runner.FinishedAsync(batch));
        Assert.Equal("done", line.GetProperty("state").GetString());
    }

    [Fact]
    public async Task DB_01_A_worker_whose_connection_for_announcements_breaks_hears_of_the_next_job()
    {
        var database = await shared.NewDatabaseAsync();
        await using var web = On(database, "web");
        var runner = await web.RunnerAsync("a");
        using var worker = await ServiceProcess.StartAsync(
            web.Folder, settings: ["--Database:Provider", "PostgreSql", "--Database:ConnectionString", database, "--role", "worker"]);
        await runner.UploadAndFinishAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));
        var ears = await EarsAsync(web, count => count > 0);

        await web.AskAsync(db => db.Database.SqlQuery<bool>(
            $"""SELECT pg_terminate_backend(pid) AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN new_job'""")
            .ToListAsync());

        await EarsAsync(web, count => count == ears);
        var line = Assert.Single(await runner.UploadAndFinishAsync(("other.fit", MadeRun.Fit(MadeRun.Monday, minutes: 5))));
        Assert.Equal("done", line.GetProperty("state").GetString());
    }

    [Fact]
    public async Task DB_04_A_service_that_is_started_before_its_database_waits_for_it()
    {
        Assert.SkipWhen(PostgreSqlServer.IsAbsent, PostgreSqlServer.AbsentReason);
        await using var server = await PostgreSqlServer.StartAsync();
        await using var host = On(server.NewDatabase(), "all");
        await server.GoAwayAsync();

        var starting = Task.Run(host.CreateClient);
        await Task.WhenAny(starting, Task.Delay(TimeSpan.FromSeconds(3)));
        var waited = !starting.IsCompleted;
        await server.ComeBackAsync();
        using var ready = await (await starting).GetAsync("/readyz");

        Assert.True(waited);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Theory]
    [InlineData("worker", "A SQLite folder has one process")]
    [InlineData("web", "A SQLite folder has one process")]
    [InlineData("idle", "not idle")]
    public void A_role_that_does_not_fit_is_refused(string role, string told)
    {
        using var folder = new ScratchFolder();
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("data", (string?)folder.Path), KeyValuePair.Create("role", (string?)role)]);

        var refused = Assert.Throws<SettingException>(builder.AddEngine);

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    // Connections that listen for jobs, once there are as many as is waited for.
    private static async Task<int> EarsAsync(WebHost host, Func<int, bool> areThere)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        for (var looks = 0; ; looks++)
        {
            var count = await host.AskAsync(db => db.Database.SqlQuery<int>(
                $"""SELECT count(*)::int AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN new_job'""")
                .SingleAsync());
            if (areThere(count))
            {
                return count;
            }

            await Task.Delay(Patience.Pause(looks), deadline.Token);
        }
    }

    private static WebHost On(string database, string role, string? folder = null) =>
        new WebHost(folder).With("Database:Provider", "PostgreSql").With("Database:ConnectionString", database).With("role", role);
}
