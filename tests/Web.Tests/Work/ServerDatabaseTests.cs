using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Work;

/// <summary>
/// Claims, their fence, jobs and mails on each database that several processes share. SQL Server is among them where KNEELOAD_SQLSERVER holds a
/// connection string.
/// </summary>
public sealed class ServerDatabaseTests(SharedPostgreSql shared)
{
    private const string Kind = "probe";

    private static readonly string? Server = Environment.GetEnvironmentVariable("KNEELOAD_SQLSERVER");

    public static TheoryData<string> Providers => string.IsNullOrEmpty(Server) ? ["PostgreSql"] : ["PostgreSql", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Of_many_who_claim_one_has_it_and_who_lost_it_changes_nothing(string provider)
    {
        var database = await DatabaseAsync(provider);
        await using var web = On(provider, database, "web");
        var runner = await web.RunnerAsync($"{Guid.NewGuid():n}");
        var key = Guid.NewGuid();
        await web.AskAsync(async db =>
        {
            db.Work.Add(WorkList.RowOf(Kind, key, runner.RunnerId, WorkRank.People, MachineTime.Own.Now));
            return await db.SaveChangesAsync();
        });

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AskAsync(web, claims => claims.TakeAsync(Kind, key, CancellationToken.None))));
        var row = Assert.Single(taken.OfType<WorkItem>());
        var claim = new WorkClaim(Kind, key, runner.RunnerId, null, row.Claim!.Value);
        var held = await LaterAsync(web, claim);
        await web.AskAsync(db => db.Work.Where(one => one.Key == key).ExecuteUpdateAsync(set => set.SetProperty(one => one.Claim, (Guid?)Guid.NewGuid())));

        await Assert.ThrowsAsync<ClaimLostException>(() => LaterAsync(web, claim));
        Assert.Equal(1, held);
        Assert.Equal(8, await web.AskAsync(db => db.Users.Where(one => one.Id == runner.RunnerId).Select(one => one.MailHour).SingleAsync()));
        await web.AskAsync(db => db.Work.Where(one => one.Key == key).ExecuteDeleteAsync());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_file_becomes_a_run_by_a_job_and_a_week_has_one_mail(string provider)
    {
        var database = await DatabaseAsync(provider);
        await using var host = On(provider, database, "all");
        var runner = await host.RunnerAsync($"{Guid.NewGuid():n}");

        var line = Assert.Single(await runner.UploadAndFinishAsync(("run.fit", MadeRun.Fit(MadeRun.Monday))));
        Task<int> MailAsync() => host.AskAsync(db =>
        {
            db.WeeklyMails.Add(new()
            {
                Id = Guid.NewGuid(),
                RunnerId = runner.RunnerId,
                IsoWeek = "2026-W10",
                MessageId = $"{Guid.NewGuid()}",
                State = MailState.Sent,
                Created = MadeRun.Monday,
            });
            return db.SaveChangesAsync();
        });

        Assert.Equal("done", line.GetProperty("state").GetString());
        Assert.Equal(1, await host.AskAsync(db => db.Runs.CountAsync(run => run.RunnerId == runner.RunnerId && run.Load != null)));
        Assert.Equal(1, await MailAsync());
        await Assert.ThrowsAsync<DbUpdateException>(MailAsync);
    }

    // An hour later, in a transaction that the claim must hold for.
    private static Task<int> LaterAsync(WebHost host, WorkClaim claim) => WorkAsync(host, async (work, db) =>
    {
        await work.DoAsync(
            claim,
            runner => db.Users.Where(one => one.Id == runner.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.MailHour, one => one.MailHour + 1)),
            CancellationToken.None);
        return 1;
    });

    private static async Task<T> WorkAsync<T>(WebHost host, Func<RunnerWork, Web.Data.KneeLoadDbContext, Task<T>> change)
    {
        await using var scope = host.Services.OfAll();
        return await change(scope.ServiceProvider.GetRequiredService<RunnerWork>(), scope.ServiceProvider.GetRequiredService<Web.Data.KneeLoadDbContext>());
    }

    private static async Task<T> AskAsync<T>(WebHost host, Func<WorkClaims, Task<T>> question)
    {
        await using var scope = host.Services.OfAll();
        return await question(scope.ServiceProvider.GetRequiredService<WorkClaims>());
    }

    private static WebHost On(string provider, string database, string role) =>
        new WebHost().With("Database:Provider", provider).With("Database:ConnectionString", database).With("role", role);

    private async Task<string> DatabaseAsync(string provider) => provider == "PostgreSql" ? await shared.NewDatabaseAsync() : Server!;
}
