using System.Diagnostics;
using KneeLoad.Web.Data.Providers;
using Npgsql;

namespace KneeLoad.Web.Work.Engine;

/// <summary>
/// Hears for all workers of this process what PostgreSQL announces of new jobs. Left to itself each of Hangfire's workers listens on a connection of
/// its own, and is deaf from the moment that it breaks until the next poll; this one is made again, and what was announced meanwhile is looked for.
/// </summary>
internal sealed partial class JobEar(DatabaseChoice database, ILogger<JobEar> logger) : BackgroundService
{
    /// <summary>The channel of the announcements; Hangfire's own name for it.</summary>
    internal const string Channel = "new_job";

    /// <summary>The pause before the connection is tried again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Silence after which the server is asked whether it is still there.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private CancellationTokenSource next = new();

    /// <summary>Is cancelled by the next announcement. Whoever took it before a look in vain misses none.</summary>
    public CancellationToken Next => Volatile.Read(ref next).Token;

    /// <inheritdoc/>
    public override void Dispose()
    {
        next.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await HearAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The service stops.
            }
            catch (Exception exception)
            {
                LogDeaf(exception.GetType().Name);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task HearAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        connection.Notification += (_, _) => Ring();
        await using var listen = new NpgsqlCommand($"LISTEN {Channel}", connection);
        await listen.ExecuteNonQueryAsync(cancellationToken);
        Ring();
        // A job that the broken database had given to a worker is free again once nobody speaks for it.
        var heard = Stopwatch.StartNew();
        while (HangfireSetup.Invisibility + Pause - heard.Elapsed is var left && left > TimeSpan.Zero)
        {
            await connection.WaitAsync(left, cancellationToken);
        }

        Ring();
        while (true)
        {
            if (!await connection.WaitAsync(Silence, cancellationToken))
            {
                await listen.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    // What was rung is not disposed: a worker may be about to take its token.
    private void Ring() => Interlocked.Exchange(ref next, new CancellationTokenSource()).Cancel();

    [LoggerMessage(LogLevel.Warning, "New jobs are not heard of at the moment; the connection is tried again: {Fault}")]
    private partial void LogDeaf(string fault);
}
