using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Work;

/// <summary>Takes a piece of work and runs it soon, here or in another process.</summary>
public interface IJobEngine
{
    /// <summary>Has a piece of work tried.</summary>
    /// <param name="kind">Name of its kind.</param>
    /// <param name="key">Key of the row that it is about.</param>
    /// <param name="rank">Its place in the order of work.</param>
    /// <param name="delay">Not before this has passed.</param>
    void Take(string kind, Guid key, WorkRank rank, Duration delay);
}

/// <summary>
/// Hands work to the engine a few rows at a time of each runner and rank, the next ones as these end. The engine goes by age alone:
/// so one file of one runner never waits behind ten thousand of another.
/// </summary>
public sealed class HandOver(KneeLoadDbContext db, IJobEngine engine, MachineTime machine)
{
    /// <summary>The jobs of one runner and rank that are in the engine at once; enough to keep every worker busy. [1]</summary>
    private static readonly int Window = 2 * Math.Max(2, Environment.ProcessorCount);

    /// <summary>Hands over the next work of a runner, or with null the work that is nobody's.</summary>
    /// <exception cref="Exception">The engine did not take some of it; that is handed over again when this is asked for again.</exception>
    public async Task RunAsync(Guid? runnerId, CancellationToken cancellationToken)
    {
        var waiting = await db.Work
            .Where(row => row.RunnerId == runnerId && !row.Failed && row.HandedOver == null)
            .Select(row => row.Rank)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var rank in waiting.Order())
        {
            var now = machine.Now;
            var mine = db.Work.AsNoTracking().Where(row => row.RunnerId == runnerId && row.Rank == rank && !row.Failed);
            var next = await mine.Where(row => row.HandedOver == null)
                // Work that was tried already does not hold up what is new. The first order is none, and lets the index be read in its own.
                .OrderBy(row => row.HandedOver).ThenBy(row => row.Attempts).ThenBy(row => row.Added).ThenBy(row => row.Key)
                .Take(Window)
                .ToListAsync(cancellationToken);
            var free = next.Count == 0 ? 0 : Window - await mine.CountAsync(row => row.HandedOver != null && row.Due <= now, cancellationToken);
            foreach (var item in next.Take(free))
            {
                await HandAsync(item, cancellationToken);
            }
        }
    }

    /// <summary>Hands over the next work of everybody who has work that nobody handed over. It goes from one to the next, however much each has.</summary>
    public async Task RunAllAsync(CancellationToken cancellationToken)
    {
        var waiting = db.Work.Where(row => !row.Failed && row.HandedOver == null);
        if (await waiting.AnyAsync(row => row.RunnerId == null, cancellationToken))
        {
            await RunAsync(runnerId: null, cancellationToken);
        }

        for (Guid? last = Guid.Empty; last is not null;)
        {
            var after = last;
            last = await waiting.Where(row => row.RunnerId > after)
                .OrderBy(row => row.RunnerId)
                .Select(row => row.RunnerId)
                .FirstOrDefaultAsync(cancellationToken);
            if (last is not null)
            {
                await RunAsync(last, cancellationToken);
            }
        }
    }

    // The engine has it before the row says so: whoever dies in between leaves it to be handed over twice, and the row decides.
    private async Task HandAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var now = machine.Now;
        engine.Take(item.Kind, item.Key, item.Rank, item.Due > now ? item.Due - now : Duration.Zero);
        await db.Work.Where(row => row.Kind == item.Kind && row.Key == item.Key && row.HandedOver == null && row.Due == item.Due)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HandedOver, now), cancellationToken);
    }
}

/// <summary>Hands work over whenever the bell rings, in a place where nobody waits for it.</summary>
internal sealed partial class HandingOver(WorkBell bell, IServiceScopeFactory scopes, ILogger<HandingOver> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rung = new HashSet<Guid>();
        try
        {
            while (await bell.Rings.WaitToReadAsync(stoppingToken))
            {
                // A burst of rings for one runner is one look.
                rung.Clear();
                var isNobodys = false;
                while (bell.Rings.TryRead(out var runnerId))
                {
                    isNobodys |= runnerId is null;
                    if (runnerId is { } one)
                    {
                        rung.Add(one);
                    }
                }

                foreach (var runnerId in rung.Select(one => (Guid?)one).Concat(isNobodys ? [null] : []))
                {
                    await HandOverAsync(runnerId, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task HandOverAsync(Guid? runnerId, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.OfAll();
            await scope.ServiceProvider.GetRequiredService<HandOver>().RunAsync(runnerId, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogLater(exception.GetType().Name);
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            bell.Ring(runnerId);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Work could not be handed over now, and is later: {Fault}")]
    private partial void LogLater(string fault);
}
