using KneeLoad.Ingest.Grounds;
using KneeLoad.Web.Data.Formats;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Corrections;

/// <summary>Takes the runner's word on what a way is made of, for all of their runs on it. No file is read for it.</summary>
public sealed class SurfaceCorrection(KneeLoadDbContext db, RunnerWork work, Recomputation recomputation)
{
    /// <summary>Says what a way is made of, or with null that the map is right after all.</summary>
    /// <returns>False when the runner never ran there, or there is nothing to take back.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The class is no surface that a way can have.</exception>
    public async Task<bool> RunAsync(Guid runnerId, long wayId, SurfaceClass? told, CancellationToken cancellationToken)
    {
        if (told is { } surface && !SurfaceClasses.IsGround(surface))
        {
            throw new ArgumentOutOfRangeException(nameof(told), told, "No way is made of that.");
        }

        return await work.DoAsync(runnerId, runner => ChangeAsync(runner, wayId, told, cancellationToken), cancellationToken);
    }

    private async Task<bool> ChangeAsync(Runner runner, long wayId, SurfaceClass? told, CancellationToken cancellationToken)
    {
        var onWay = await RunsOnAsync(runner.Id, wayId, cancellationToken);
        if ((told is not null && onWay.Count == 0) || !await StoreAsync(runner.Id, wayId, told, cancellationToken))
        {
            return false;
        }

        if (onWay.Count > 0)
        {
            var corrections = await GroundCorrections.ReadAsync(db, runner.Id, cancellationToken);
            foreach (var (runId, _) in onWay)
            {
                var run = await db.AllRuns
                    .AsNoTracking()
                    .Where(run => run.Id == runId)
                    .Select(run => new { run.Metrics, run.Ground })
                    .SingleAsync(cancellationToken);
                var mix = GroundStep.Mix(run.Ground!, corrections, StoredJson.ReadMetrics(run.Metrics).Distance);
                await db.AllRuns.Where(row => row.Id == runId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Surface, mix), cancellationToken);
            }

            await recomputation.WeeksAsync(runner, new Interval(onWay.Min(run => run.Start), onWay.Max(run => run.Start)), cancellationToken);
        }

        return true;
    }

    // The blobs are read one after the other, and of each the small part with the ways.
    private async Task<List<(Guid Id, Instant Start)>> RunsOnAsync(Guid runnerId, long wayId, CancellationToken cancellationToken)
    {
        var found = new List<(Guid Id, Instant Start)>();
        var runs = db.AllRuns.AsNoTracking().Where(run => run.RunnerId == runnerId && run.Ground != null).Select(run => new { run.Id, run.Start, run.Ground });
        await foreach (var run in runs.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (GroundCodec.UnpackStretches(run.Ground!).Any(stretch => stretch.WayId == wayId && stretch.Surface.Source != SurfaceSource.File))
            {
                found.Add((run.Id, run.Start));
            }
        }

        return found;
    }

    private async Task<bool> StoreAsync(Guid runnerId, long wayId, SurfaceClass? told, CancellationToken cancellationToken)
    {
        var gone = await db.WayCorrections.Where(row => row.RunnerId == runnerId && row.WayId == wayId).ExecuteDeleteAsync(cancellationToken);
        if (told is not { } surface)
        {
            return gone > 0;
        }

        db.WayCorrections.Add(new WayCorrection { RunnerId = runnerId, WayId = wayId, Class = surface });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return true;
    }
}
