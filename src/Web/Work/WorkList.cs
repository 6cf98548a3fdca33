using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Work;

/// <summary>Adds work to the rows that wait, in the transaction of whoever adds it.</summary>
public sealed class WorkList(KneeLoadDbContext db, MachineTime machine)
{
    /// <summary>
    /// Adds work, unless the same waits already; what was given up waits again, and what is added with a progress begins at it, whoever
    /// has it in hand. The caller rings the <see cref="WorkBell"/> once it has committed.
    /// </summary>
    /// <param name="kind">Name of the kind.</param>
    /// <param name="key">Key of the row that the work is about.</param>
    /// <param name="runnerId">The runner whose rows it changes; null for work that is nobody's.</param>
    /// <param name="rank">Its place in the order of work.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task AddAsync(string kind, Guid key, Guid? runnerId, WorkRank rank, CancellationToken cancellationToken) =>
        AddAsync(kind, key, runnerId, rank, progress: null, cancellationToken);

    /// <inheritdoc cref="AddAsync(string, Guid, Guid?, WorkRank, CancellationToken)"/>
    public async Task AddAsync(string kind, Guid key, Guid? runnerId, WorkRank rank, string? progress, CancellationToken cancellationToken)
    {
        var now = machine.Now;
        if (!await WaitsAsync(kind, key, now, progress, cancellationToken))
        {
            db.Work.Add(RowOf(kind, key, runnerId, rank, now, progress));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>A row of work that is due at once.</summary>
    public static WorkItem RowOf(string kind, Guid key, Guid? runnerId, WorkRank rank, Instant now, string? progress = null) =>
        new() { Kind = kind, Key = key, RunnerId = runnerId, Rank = rank, Added = now, Due = now, Progress = progress };

    private async Task<bool> WaitsAsync(string kind, Guid key, Instant now, string? progress, CancellationToken cancellationToken)
    {
        var same = db.Work.Where(row => row.Kind == kind && row.Key == key);
        await same.Where(row => row.Failed || progress != null).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.Claim, (Guid?)null)
                .SetProperty(row => row.Owner, (Guid?)null)
                .SetProperty(row => row.Until, (Instant?)null)
                .SetProperty(row => row.Progress, progress)
                .SetProperty(row => row.Failed, false)
                .SetProperty(row => row.Attempts, 0)
                .SetProperty(row => row.Deaths, 0)
                .SetProperty(row => row.Due, now)
                .SetProperty(row => row.HandedOver, (Instant?)null),
            cancellationToken);
        return await same.AnyAsync(cancellationToken);
    }
}
