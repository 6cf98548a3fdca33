using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Jobs;
using KneeLoad.Web.Pipeline.Maps;
using KneeLoad.Web.Pipeline.Renewal;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline;

/// <summary>
/// The way of one upload: import, analyse, duplicates, baseline, weeks. Each part commits whole, and doing it again changes nothing:
/// whatever is killed at any instant, the row still says received and the next try ends the same.
/// </summary>
public sealed class UploadPipeline(KneeLoadDbContext db, RunnerWork work, OriginalStore store, GroundMap map, Recomputation recomputation, Language language, IClock clock)
{
    /// <summary>Files of an archive that are committed together. [1]</summary>
    private const int Chunk = 50;

    /// <summary>Between two turns of a long history. Who waits for SQLite's one writer looks again every 150 ms, so a shorter gap lets nobody in.</summary>
    private static readonly TimeSpan BetweenTurns = TimeSpan.FromMilliseconds(300);

    /// <summary>Works on an upload that waits; one that is done, or gone, is left alone.</summary>
    /// <returns>The runner whose turn it was; null when there was nothing to do.</returns>
    /// <exception cref="Exception">This try failed; the upload still waits.</exception>
    public async Task<Guid?> RunAsync(Guid uploadId, CancellationToken cancellationToken)
    {
        if (await BeginAsync(uploadId, cancellationToken) is not { } upload)
        {
            return null;
        }

        var runner = await db.ReadRunnerAsync(upload.RunnerId, cancellationToken);
        // One map for all files of it, whatever becomes ready meanwhile: then its runs are matched again.
        using var lease = await map.LeaseAsync(cancellationToken);
        var report = new ImportReport(language);
        var made = new HashSet<Guid>();
        await using (var original = await store.OpenVerifiedAsync(runner.Id, upload.ContentHash, cancellationToken))
        {
            foreach (var files in Import.Files(original, upload.FileName).Chunk(Chunk))
            {
                var runs = files.SelectMany(file => Analyse(upload, runner, file, lease, report)).ToList();
                made.UnionWith(runs.Select(run => run.Row.Id));
                if (!await StoreAsync(upload, runs, cancellationToken))
                {
                    return runner.Id;
                }
            }
        }

        await FinishAsync(upload, report, made, lease, cancellationToken);
        return runner.Id;
    }

    /// <summary>Gives an upload up if it has been tried as often as it may be.</summary>
    /// <returns>True when it is given up, or no longer waits.</returns>
    public async Task<bool> GiveUpAsync(Guid uploadId, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var now = clock.GetCurrentInstant();
        await Waiting(uploadId).Where(upload => upload.Attempts >= RetryPauses.Tries).ExecuteUpdateAsync(
            set => set
                .SetProperty(upload => upload.State, UploadState.Failed)
                .SetProperty(upload => upload.Finished, now)
                .SetProperty(upload => upload.Reason, language["Uploads.Report.GivenUp"]),
            cancellationToken);
        return !await Waiting(uploadId).AnyAsync(cancellationToken);
    }

    // The try is counted before it is made, so that a file that kills the process cannot do so for ever.
    private async Task<Upload?> BeginAsync(Guid uploadId, CancellationToken cancellationToken)
    {
        var begun = await Waiting(uploadId).Where(upload => upload.Attempts < RetryPauses.Tries)
            .ExecuteUpdateAsync(set => set.SetProperty(upload => upload.Attempts, upload => upload.Attempts + 1), cancellationToken);
        if (begun == 0)
        {
            await GiveUpAsync(uploadId, cancellationToken);
            return null;
        }

        return await db.Uploads.AsNoTracking().SingleOrDefaultAsync(upload => upload.Id == uploadId, cancellationToken);
    }

    private static List<(ImportedRun Run, Run Row)> Analyse(Upload upload, Runner runner, ImportedFile file, MapLease lease, ImportReport report)
    {
        var runs = new List<(ImportedRun, Run)>();
        foreach (var run in ImportedRun.Of(runner.Id, upload.ContentHash, file, new(runner.Zone, upload.Received)))
        {
            if (run.ToRow(upload, runner.Zone, lease.Index) is { } row)
            {
                row.MapId = lease.MapId;
                runs.Add((run, row));
            }
        }

        report.Add(file, runs.Count);
        return runs;
    }

    private Task<bool> StoreAsync(Upload upload, List<(ImportedRun Run, Run Row)> runs, CancellationToken cancellationToken) =>
        InTurnAsync(upload, runner => StoreRowsAsync(runner, runs, cancellationToken), cancellationToken);

    private async Task<bool> StoreRowsAsync(Runner runner, List<(ImportedRun Run, Run Row)> runs, CancellationToken cancellationToken)
    {
        var keys = runs.ConvertAll(run => run.Row.Id);
        var renewals = await Renewals.ReadAsync(db, keys, AnalysisVersion.Current, cancellationToken);
        await db.AllRuns.Where(run => keys.Contains(run.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.RenewedRuns.Where(renewed => renewed.RunnerId == runner.Id && renewals.Runs.Contains(renewed.RunId)).ExecuteDeleteAsync(cancellationToken);
        // What the runner told of a run outlives its being read again.
        var told = await ToldOfRuns.ReadAsync(db, runner.Id, keys, cancellationToken);
        var ways = await GroundCorrections.ReadAsync(db, runner.Id, cancellationToken);
        foreach (var (run, row) in runs)
        {
            if (told.Of(row.Id) == ToldRun.Nothing)
            {
                run.Complete(row, told, ways);
            }
            else
            {
                run.Tell(row, told, ways, runner.Zone);
            }

            db.Runs.Add(row);
            db.RenewedRuns.AddRange(renewals.Of(row));
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        if (renewals.Left(runs.Select(run => run.Row)) is { } left)
        {
            await recomputation.RunAsync(runner, left, cancellationToken);
        }

        return true;
    }

    // Parts of a long history have a turn each, so that the runner's next file waits for one of them at most. Until the last one
    // the upload still waits, and after a kill all parts are done again.
    private async Task FinishAsync(Upload upload, ImportReport report, HashSet<Guid> made, MapLease lease, CancellationToken cancellationToken)
    {
        var stored = await db.AllRuns.Where(run => run.UploadId == upload.Id).Select(run => new { run.Id, run.Start, run.End }).ToListAsync(cancellationToken);
        var gone = stored.Where(run => !made.Contains(run.Id)).Select(run => run.Id).ToList();
        var parts = Recomputation.Parts(stored.Select(run => new Interval(run.Start, run.End)));
        for (var i = 0; i < parts.Count - 1; i++)
        {
            var (part, next) = (parts[i], parts[i + 1].Start);
            if (!await InTurnAsync(upload, runner => RecomputeAsync(runner, gone, part, next, cancellationToken), cancellationToken))
            {
                return;
            }

            await Task.Delay(BetweenTurns, cancellationToken);
        }

        await InTurnAsync(
            upload,
            async runner =>
            {
                if (parts is [.., var last])
                {
                    await RecomputeAsync(runner, gone, last, next: null, cancellationToken);
                }

                return await CloseAsync(upload, report, lease.MapId, cancellationToken);
            },
            cancellationToken);
    }

    // The runner is the row of this moment, since settings may have changed while the file was read.
    private Task<bool> InTurnAsync(Upload upload, Func<Runner, Task<bool>> change, CancellationToken cancellationToken) => work.DoAsync(
        upload.RunnerId,
        async runner => await IsStillWantedAsync(upload, cancellationToken) && await change(runner),
        cancellationToken);

    private async Task<bool> RecomputeAsync(Runner runner, List<Guid> gone, Interval part, Instant? next, CancellationToken cancellationToken)
    {
        await db.AllRuns.Where(run => gone.Contains(run.Id)).ExecuteDeleteAsync(cancellationToken);
        await recomputation.RunAsync(runner, part, cancellationToken, next);
        return true;
    }

    private async Task<bool> CloseAsync(Upload upload, ImportReport report, Guid? mapId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await db.Uploads.Where(row => row.Id == upload.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.State, report.State)
                .SetProperty(row => row.Reason, report.Reason)
                .SetProperty(row => row.Finished, now)
                .SetProperty(row => row.MapId, mapId),
            cancellationToken);
        return true;
    }

    // Undone, or finished by a process that was thought dead, while this one worked.
    private Task<bool> IsStillWantedAsync(Upload upload, CancellationToken cancellationToken) => Waiting(upload.Id).AnyAsync(cancellationToken);

    private IQueryable<Upload> Waiting(Guid uploadId) => db.Uploads.Where(upload => upload.Id == uploadId && upload.State == UploadState.Received);
}
