using System.Security.Cryptography;
using System.Text;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Identity.Limits;

/// <summary>Counts requests in the database, in one statement each, so that a restart and further processes share the limits.</summary>
public sealed class RequestTallies(IServiceScopeFactory scopes, IClock clock)
{
    private const int Tries = 3;

    private static readonly Duration Memory = Duration.FromDays(1);

    /// <summary>Lets a request through while fewer than so many were within the span.</summary>
    /// <returns>Null where it is let through, else how long to wait.</returns>
    public Task<Duration?> CountAsync(string kind, string sender, int permits, Duration span)
    {
        var now = clock.GetCurrentInstant().ToUnixTimeMilliseconds();
        var ends = now + (long)span.TotalMilliseconds;
        var first = new RequestTally { Key = KeyOf(kind, sender), Count = 1, Until = ends, Forgotten = ends };
        return TakeAsync(first, now, rows => rows.Where(row => row.Until <= now || row.Count < permits).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Count, row => row.Until <= now ? 1 : row.Count + 1)
            .SetProperty(row => row.Until, row => row.Until <= now ? ends : row.Until)
            .SetProperty(row => row.Forgotten, row => row.Until <= now ? ends : row.Until)));
    }

    /// <summary>Lets a try through unless it comes within the pause after an earlier one. Beyond the free tries each pause is twice the one before.</summary>
    /// <returns>Null where it is let through, else how long to wait.</returns>
    public Task<Duration?> PauseAsync(string kind, string sender, GrowingPause pause)
    {
        ArgumentNullException.ThrowIfNull(pause);
        var now = clock.GetCurrentInstant().ToUnixTimeMilliseconds();
        var (free, shortest, longest) = (pause.FreeTries, (long)pause.First.TotalMilliseconds, (long)pause.Longest.TotalMilliseconds);
        var forgotten = now + (long)Memory.TotalMilliseconds;
        var first = new RequestTally { Key = KeyOf(kind, sender), Count = 1, Until = now, Forgotten = forgotten };
        return TakeAsync(first, now, rows => rows.Where(row => row.Until <= now).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Count, row => row.Forgotten <= now ? 1 : row.Count + 1)
            .SetProperty(
                row => row.Pause,
                row => row.Forgotten <= now || row.Count + 1 < free ? 0 : row.Pause == 0 ? shortest : row.Pause * 2 > longest ? longest : row.Pause * 2)
            .SetProperty(
                row => row.Until,
                row => row.Forgotten <= now || row.Count + 1 < free
                    ? now
                    : row.Pause == 0
                    ? now + shortest
                    : row.Pause * 2 > longest
                    ? now + longest
                    : now + (row.Pause * 2))
            .SetProperty(row => row.Forgotten, forgotten)));
    }

    /// <summary>Takes one let-through request back.</summary>
    public Task GiveBackAsync(string kind, string sender) =>
        AskAsync(db => RowOf(db, KeyOf(kind, sender))
            .Where(row => row.Count > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Count, row => row.Count - 1)));

    /// <summary>Begins anew for a sender.</summary>
    public Task ForgetAsync(string kind, string sender) => AskAsync(db => RowOf(db, KeyOf(kind, sender)).ExecuteDeleteAsync());

    /// <summary>Deletes the rows that say nothing any more.</summary>
    public Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant().ToUnixTimeMilliseconds();
        return AskAsync(db => db.RequestTallies.Where(row => row.Forgotten <= now).ExecuteDeleteAsync(cancellationToken));
    }

    private static IQueryable<RequestTally> RowOf(KneeLoadDbContext db, string key) => db.RequestTallies.Where(row => row.Key == key);

    private static string KeyOf(string kind, string sender) =>
        $"{kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{sender}")).AsSpan(0, 16))}";

    private async Task<Duration?> TakeAsync(RequestTally first, long now, Func<IQueryable<RequestTally>, Task<int>> take)
    {
        var isThere = false;
        for (var tries = 1; ; tries++)
        {
            if (await AskAsync(db => take(RowOf(db, first.Key))) > 0)
            {
                return null;
            }

            if (await AskAsync(db => RowOf(db, first.Key).Select(row => (long?)row.Until).SingleOrDefaultAsync()) is { } until)
            {
                if (!isThere)
                {
                    // It may have come since the first question.
                    isThere = true;
                    continue;
                }

                return Duration.FromMilliseconds(Math.Max(1, until - now));
            }

            try
            {
                await AskAsync(db =>
                {
                    db.RequestTallies.Add(first);
                    return db.SaveChangesAsync();
                });
                return null;
            }
            catch (DbUpdateException) when (tries < Tries)
            {
                // Another request of the same sender was the first at the same instant.
            }
        }
    }

    private async Task<T> AskAsync<T>(Func<KneeLoadDbContext, Task<T>> question)
    {
        await using var scope = scopes.OfAll();
        return await question(scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>());
    }
}

/// <summary>The growth of pauses between tries.</summary>
/// <param name="FreeTries">Tries without a pause. [1]</param>
/// <param name="First">The first pause.</param>
/// <param name="Longest">The longest.</param>
public sealed record GrowingPause(int FreeTries, Duration First, Duration Longest);

/// <summary>Deletes counts that say nothing any more.</summary>
internal sealed class TallySweep(RequestTallies tallies) : ILook
{
    /// <inheritdoc/>
    public Task LookAsync(CancellationToken cancellationToken) => tallies.SweepAsync(cancellationToken);
}
