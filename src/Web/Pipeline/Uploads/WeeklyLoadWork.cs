using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Maps;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Uploads;

/// <summary>
/// Finishes an import: finds which runs repeat others, what each did against its baseline, adds up the weeks, and says that the upload is done.
/// </summary>
internal sealed class WeeklyLoadWork(
    KneeLoadDbContext db, RunnerWork work, WorkList list, OriginalStore store, Recomputation recomputation, UploadFailure failure, IClock clock) : IWork
{
    public async Task DoAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        var import = WeeklyLoadProgress.Of(claim.Progress);
        if (import.Changed is { } changed && await recomputation.IsLongAsync(claim.Runner, changed, cancellationToken))
        {
            await recomputation.RunAsync(claim, changed, cancellationToken);
            await work.EndAsync(claim, _ => FinishAsync(claim, import, cancellationToken), cancellationToken);
            return;
        }

        await work.EndAsync(
            claim,
            async runner =>
            {
                if (import.Changed is { } span)
                {
                    await recomputation.RunAsync(runner, span, cancellationToken);
                }

                await FinishAsync(claim, import, cancellationToken);
            },
            cancellationToken);
        if (import.State == UploadState.Rejected)
        {
            // What came of it is said; the file is of no use to anybody.
            await LetGoAsync(claim, cancellationToken);
        }
    }

    public Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken) =>
        failure.GiveUpAsync(claim.Runner, claim.Key, cancellationToken);

    private async Task LetGoAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        if (await db.Uploads.Where(upload => upload.Id == claim.Key).Select(upload => upload.ContentHash).SingleOrDefaultAsync(cancellationToken) is { } hash)
        {
            await OriginalRemoval.RunAsync(db, work, store, claim.Runner, hash, cancellationToken);
        }
    }

    private async Task FinishAsync(WorkClaim claim, WeeklyLoadProgress import, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await db.Uploads.Where(upload => upload.Id == claim.Key).ExecuteUpdateAsync(
            set => set
                .SetProperty(upload => upload.State, import.State)
                .SetProperty(upload => upload.Reason, import.Reason)
                .SetProperty(upload => upload.Finished, now)
                .SetProperty(upload => upload.MapId, import.MapId),
            cancellationToken);
        if (await GroundMap.CurrentAsync(db, cancellationToken) is var current && current != import.MapId)
        {
            await list.AddAsync(WorkKind.Surface, claim.Key, claim.Runner, WorkRank.Machines, cancellationToken);
        }
    }
}
