using KneeLoad.Web.Data;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Work;

/// <summary>A change that the database broke off is made again from its beginning, and has its effect once.</summary>
public sealed class RunnerWorkTests(SharedPostgreSql shared)
{
    [Fact]
    public async Task Of_two_changes_that_wait_for_each_other_the_victim_is_made_again()
    {
        await using var host = On(await shared.NewDatabaseAsync());
        var (one, other) = ((await host.RunnerAsync("a")).RunnerId, (await host.RunnerAsync("b")).RunnerId);
        using var oneHolds = new SemaphoreSlim(0);
        using var otherHolds = new SemaphoreSlim(0);
        var tries = 0;

        // Each holds its own runner and then wants the other's.
        async Task ChangeAsync(Guid own, Guid wanted, SemaphoreSlim holds, SemaphoreSlim othersHold)
        {
            var isFirst = true;
            await DoAsync(host, own, async db =>
            {
                Interlocked.Increment(ref tries);
                if (isFirst)
                {
                    isFirst = false;
                    holds.Release();
                    await othersHold.WaitAsync();
                }

                await LaterAsync(db, wanted);
            });
        }

        await Task.WhenAll(ChangeAsync(one, other, oneHolds, otherHolds), ChangeAsync(other, one, otherHolds, oneHolds));

        Assert.Equal([8, 8], await HoursAsync(host));
        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task A_change_whose_connection_is_cut_is_made_again()
    {
        await using var host = On(await shared.NewDatabaseAsync());
        var runner = (await host.RunnerAsync("a")).RunnerId;
        var tries = 0;

        await DoAsync(host, runner, async db =>
        {
            await LaterAsync(db, runner);
            if (++tries == 1)
            {
                var session = await db.Database.SqlQuery<int>($"SELECT pg_backend_pid() AS \"Value\"").SingleAsync();
                await host.AskAsync(elsewhere => elsewhere.Database.ExecuteSqlAsync($"SELECT pg_terminate_backend({session})"));
                await LaterAsync(db, runner);
            }
        });

        Assert.Equal([8], await HoursAsync(host));
        Assert.Equal(2, tries);
    }

    [Fact]
    public async Task A_fault_of_the_change_itself_is_its_callers_and_nothing_of_it_stays()
    {
        await using var host = On(await shared.NewDatabaseAsync());
        var runner = (await host.RunnerAsync("a")).RunnerId;
        var tries = 0;

        await Assert.ThrowsAsync<InvalidDataException>(() => DoAsync(host, runner, async db =>
        {
            tries++;
            await LaterAsync(db, runner);
            throw new InvalidDataException("of a file");
        }));

        Assert.Equal([7], await HoursAsync(host));
        Assert.Equal(1, tries);
    }

    private static Task<int> LaterAsync(KneeLoadDbContext db, Guid runnerId) =>
        db.Users.Where(row => row.Id == runnerId).ExecuteUpdateAsync(set => set.SetProperty(row => row.MailHour, row => row.MailHour + 1));

    private static Task<List<int>> HoursAsync(WebHost host) => host.AskAsync(db => db.Users.Select(row => row.MailHour).ToListAsync());

    private static async Task DoAsync(WebHost host, Guid runnerId, Func<KneeLoadDbContext, Task> change)
    {
        await using var scope = host.Services.OfAll();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        await scope.ServiceProvider.GetRequiredService<RunnerWork>().DoAsync(
            runnerId,
            async _ =>
            {
                await change(db);
                return true;
            },
            TestContext.Current.CancellationToken);
    }

    private static WebHost On(string database) =>
        new WebHost().With("Database:Provider", "PostgreSql").With("Database:ConnectionString", database).With("role", "web");
}
