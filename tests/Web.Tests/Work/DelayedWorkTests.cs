using System.Collections.Concurrent;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KneeLoad.Web.Tests.Work;

/// <summary>Work that pauses between two tries, on the engine of a cluster, which looks for delayed jobs seldom.</summary>
public sealed class DelayedWorkTests(SharedPostgreSql shared)
{
    [Fact]
    public async Task Work_that_failed_is_tried_again_at_its_moment_without_the_next_look_of_the_engine()
    {
        var database = await shared.NewDatabaseAsync();
        var (probe, tried) = (new Probe(), new ConcurrentDictionary<Guid, bool>());
        await using var host = new WebHost().With("Database:Provider", "PostgreSql").With("Database:ConnectionString", database)
            .Using(services => services.AddSingleton(probe).AddWork<ProbeWork>(Probe.Kind));
        probe.Do = (claim, _) => tried.TryAdd(claim.Key, true)
            ? throw new InvalidDataException("once")
            : host.AskAsync(db => db.Work.Where(row => row.Key == claim.Key).ExecuteDeleteAsync());

        // The engine's own look may come just at that moment; then the next one is far off, and another try shows it.
        var (tries, byOthers) = (0, 0L);
        do
        {
            await using (var scope = host.Services.OfAll())
            {
                var list = scope.ServiceProvider.GetRequiredService<WorkList>();
                await list.AddAsync(Probe.Kind, Guid.NewGuid(), runnerId: null, WorkRank.People, CancellationToken.None);
            }

            host.Services.GetRequiredService<WorkBell>().Ring(null);
            await host.UntilAsync(async db => !await db.Work.AnyAsync(row => row.Kind == Probe.Kind));
            byOthers = await EnqueuedByOthersAsync(database);
        }
        while (byOthers == 0 && ++tries < 3);

        Assert.NotEqual(0, byOthers);
    }

    // Hangfire names itself where it enqueues what was delayed.
    private static async Task<long> EnqueuedByOthersAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT count(*) FROM hangfire.state JOIN hangfire.job ON job.id = state.jobid
            WHERE job.arguments::text LIKE '%probe%' AND state.name = 'Enqueued' AND coalesce(state.reason, '') NOT LIKE '%DelayedJobScheduler%'
            AND EXISTS (SELECT FROM hangfire.state earlier WHERE earlier.jobid = job.id AND earlier.name = 'Scheduled')
            """,
            connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
