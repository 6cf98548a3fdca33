using System.Diagnostics;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Work;

/// <summary>A worker that stands still or dies in the middle of work on PostgreSQL: another does it, once, and nobody else waits for long.</summary>
public sealed class FrozenWorkerTests(SharedPostgreSql shared)
{
    private const string Claiming = "SET \"Claim\" = @p";
    private const string Storing = "INSERT INTO \"Runs\"";
    private const string WeeklyLoad = "INSERT INTO \"Weeks\"";
    private const string BeforeCommit = " > TransactionCommitting";
    private const string AfterCommit = " > TransactionCommitted";

    public static TheoryData<string, bool> Stages
    {
        get
        {
            var all = new TheoryData<string, bool> { { Storing, true } };
            if (LongRun.IsAsked)
            {
                foreach (var stage in (string[])[
                    Claiming, Storing + BeforeCommit, Storing + AfterCommit, WeeklyLoad, WeeklyLoad + BeforeCommit, WeeklyLoad + AfterCommit,
                ])
                {
                    all.Add(stage, true);
                    all.Add(stage, false);
                }

                all.Add(Storing, false);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task RE_14_Work_of_a_worker_that_stands_still_or_dies_is_done_once_by_another_and_holds_up_nobody(string stage, bool isFrozen)
    {
        var database = await shared.NewDatabaseAsync();
        await using var web = On(database);
        var (runner, stranger) = (await web.RunnerAsync("a"), await web.RunnerAsync("b"));
        string[] settings = ["--Database:Provider", "PostgreSql", "--Database:ConnectionString", database, "--role", "worker"];
        using var worker = await ServiceProcess.StartAsync(web.Folder, stage, settings: settings);
        var batch = await runner.UploadAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));
        await worker.HeldAsync();
        using var other = await ServiceProcess.StartAsync(web.Folder, settings: settings);
        if (isFrozen)
        {
            await worker.FreezeAsync();
        }
        else
        {
            await worker.KillAsync();
        }

        var begun = Stopwatch.GetTimestamp();
        await stranger.UploadAndFinishAsync(("other.fit", MadeRun.Fit(MadeRun.Monday)));
        var others = Stopwatch.GetElapsedTime(begun);
        var line = Assert.Single(await runner.FinishedAsync(batch));
        var own = Stopwatch.GetElapsedTime(begun);
        var weeks = await WeeksAsync(web, runner.RunnerId);
        if (isFrozen)
        {
            worker.GoOn();
            await worker.WakeAsync();
            // Whatever it still does, it does before it ends.
            await worker.StopAsync();
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{stage} {(isFrozen ? "frozen" : "killed")}: others {others.TotalSeconds:0.0} s, own {own.TotalSeconds:0.0} s");
        Assert.Equal("done", line.GetProperty("state").GetString());
        Assert.Equal(2, await web.AskAsync(db => db.Runs.CountAsync(run => run.Load != null)));
        Assert.Equal(2, await web.AskAsync(db => db.Uploads.CountAsync(upload => upload.State == UploadState.Done)));
        Assert.Equal(weeks, await WeeksAsync(web, runner.RunnerId));
        await web.RecomputeWeeksAsync(runner.RunnerId);
        Assert.Equal(weeks, await WeeksAsync(web, runner.RunnerId));
        Assert.Empty(await web.AskAsync(db => db.Work.ToListAsync()));
    }

    [Fact]
    public async Task DB_03_Every_session_of_the_service_gives_up_locks_that_it_stands_still_with()
    {
        var database = await shared.NewDatabaseAsync();
        await using var web = On(database).With("role", "all");
        var runner = await web.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));

        var settings = await web.AskAsync(db => db.Database.SqlQuery<string>(
            $"SELECT current_setting('lock_timeout') || ' ' || current_setting('idle_in_transaction_session_timeout') AS \"Value\"").ToListAsync());

        Assert.Equal(["10s 15s"], settings);
    }

    private static Task<List<string>> WeeksAsync(WebHost host, Guid runnerId) =>
        host.AskAsync(db => db.Weeks.Where(week => week.RunnerId == runnerId).OrderBy(week => week.FirstDay).Select(week => week.Load).ToListAsync());

    private static WebHost On(string database) =>
        new WebHost().With("Database:Provider", "PostgreSql").With("Database:ConnectionString", database).With("role", "web");
}
