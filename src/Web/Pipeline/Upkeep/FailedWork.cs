using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Pipeline.Uploads;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline.Upkeep;

/// <summary>Has work of any kind tried again that was given up.</summary>
public sealed class FailedWork(KneeLoadDbContext db, UploadFailure uploads, WorkList list, WorkBell bell)
{
    /// <summary>Has one piece of work tried again from its beginning.</summary>
    /// <returns>False when no such work was given up.</returns>
    public async Task<bool> TryAgainAsync(string kind, Guid key, CancellationToken cancellationToken)
    {
        if (await db.Work.AsNoTracking().SingleOrDefaultAsync(row => row.Kind == kind && row.Key == key && row.Failed, cancellationToken) is not { } row)
        {
            return false;
        }

        // An upload that was given up is read from its beginning, whichever step of it failed.
        if (kind is WorkKind.Import or WorkKind.WeeklyLoad && row.RunnerId is { } runnerId && await uploads.TryAgainAsync(runnerId, key, cancellationToken))
        {
            return true;
        }

        await list.AddAsync(row.Kind, row.Key, row.RunnerId, row.Rank, cancellationToken);
        bell.Ring(row.RunnerId);
        return true;
    }

    /// <summary>Has all of it tried again.</summary>
    /// <returns>How many. [1]</returns>
    public async Task<int> TryAllAgainAsync(CancellationToken cancellationToken)
    {
        var again = 0;
        foreach (var row in await db.Work.AsNoTracking().Where(row => row.Failed).Select(row => new { row.Kind, row.Key }).ToListAsync(cancellationToken))
        {
            again += await TryAgainAsync(row.Kind, row.Key, cancellationToken) ? 1 : 0;
        }

        return again;
    }
}
