using System.Data;
using System.Diagnostics;
using System.Globalization;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KneeLoad.Web.Tests.Data.Providers;

/// <summary>Connections of PostgreSQL that end while nobody uses them, as on a machine that stands still for a while.</summary>
public sealed class CutConnectionsTests(SharedPostgreSql shared)
{
    [Fact]
    public async Task A_connection_that_broke_while_it_was_held_is_made_again()
    {
        await using var db = Open(await shared.NewDatabaseAsync(), "Keepalive=1;Internal Command Timeout=3");
        await db.Database.OpenConnectionAsync();
        var session = (NpgsqlConnection)db.Database.GetDbConnection();
        var process = session.ProcessID;
        await SignalAsync("STOP", process);
        await UntilAsync(() => session.FullState.HasFlag(ConnectionState.Broken));
        await SignalAsync("CONT", process);

        Assert.Equal([1], await db.Database.SqlQuery<int>($"SELECT 1").ToListAsync());
    }

    [Fact]
    public async Task A_transaction_that_stood_still_for_too_long_is_made_again_from_its_beginning()
    {
        await using var db = Open(await shared.NewDatabaseAsync(), "Options=-c idle_in_transaction_session_timeout=100ms");
        var tries = 0;

        var answer = await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
#pragma warning disable RS0030 // As RunnerWork begins one.
            await using var transaction = await db.Database.BeginTransactionAsync();
#pragma warning restore RS0030
            if (++tries == 1)
            {
                // The first statement begins it.
                await db.Database.ExecuteSqlAsync($"SELECT 1");
                var session = (NpgsqlConnection)db.Database.GetDbConnection();
                var process = session.ProcessID;
                await UntilAsync(() => IsGone(process));
            }

            return await db.Database.SqlQuery<int>($"SELECT 1").ToListAsync();
        });

        Assert.Equal([1], answer);
        Assert.Equal(2, tries);
    }

    // Without tables, in the database that each server has.
    private static PostgreSqlKneeLoadDb Open(string server, string settings) => new(
        new DbContextOptionsBuilder<PostgreSqlKneeLoadDb>().UseNpgsql(
            $"{server};Database=postgres;{settings}",
            npgsql => npgsql.ExecutionStrategy(dependencies => new CutConnections(dependencies))).Options,
        RowsInSight.All());

    private static bool IsGone(int process) => !Directory.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}"));

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private static async Task UntilAsync(Func<bool> isMet)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        for (var tries = 0; !isMet(); tries++)
        {
            await Task.Delay(Patience.Pause(tries), deadline.Token);
        }
    }
}
