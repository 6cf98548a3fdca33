using System.Text.Json;
using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Pipeline.Maps;
using KneeLoad.Web.Pipeline.Renewal;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words.Notes;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Uploads;

/// <summary>
/// Reads an upload and stores its runs, some files of an archive at a time. Each part commits whole together with how far it came, so
/// that whatever ends a try, the next one goes on after the last committed file. The weekly load follows.
/// </summary>
internal sealed class ImportWork(
    KneeLoadDbContext db,
    RunnerWork work,
    WorkClaims claims,
    WorkList list,
    OriginalStore store,
    GroundMap map,
    Recomputation recomputation,
    UploadFailure failure,
    IClock clock) : IWork
{
    /// <summary>Files of an archive that are committed together. [1]</summary>
    private const int Chunk = 20;

    public async Task DoAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        if (await db.Uploads.AsNoTracking().SingleOrDefaultAsync(row => row.Id == claim.Key, cancellationToken) is not { } upload)
        {
            await work.EndAsync(claim, _ => Task.CompletedTask, cancellationToken);
            return;
        }

        var runner = await db.ReadRunnerAsync(upload.RunnerId, cancellationToken);
        if (!runner.Processing.Stores)
        {
            await work.EndAsync(claim, _ => KeepAsync(upload.Id, cancellationToken), cancellationToken);
            return;
        }

        // One map for all files of it, whatever becomes ready meanwhile: then its runs are matched again.
        using var lease = await map.LeaseAsync(cancellationToken);
        var (read, report, _) = ImportProgress.Of(claim.Progress);
        await using (var original = await store.OpenVerifiedAsync(runner.Id, upload.ContentHash, cancellationToken))
        {
            var already = read;
            foreach (var files in UploadReading.Files(original, upload.FileName, store.Archives, number => number >= already).Chunk(Chunk))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var runs = new List<(ImportedRun Run, Run Row)>();
                var runless = new List<RunlessFile>();
                foreach (var file in files)
                {
                    var found = Analyse(upload, runner, file, lease, report);
                    runs.AddRange(found);
                    if (RunlessFiles.RowOf(upload, file, found.Count) is { } row)
                    {
                        runless.Add(row);
                    }
                }

                read = files[^1].Member + 1;
                var part = new Part(runs, runless, files.Any(file => file.Name is not null) ? files[0].Member : null);
                var progress = new ImportProgress(read, report, (double)original.Position / Math.Max(1, original.Length));
                await work.DoAsync(claim, one => StoreAsync(claim, one, part, progress, cancellationToken), cancellationToken);
            }
        }

        await work.EndAsync(claim, _ => FinishAsync(claim, upload, new(read, report, 1), lease.MapId, cancellationToken), cancellationToken);
    }

    public async Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken)
    {
        if (claim.Kind == WorkKind.Renewal)
        {
            // What was read before stands, and says its version.
            return;
        }

        await failure.GiveUpAsync(claim.Runner, claim.Key, cancellationToken);
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

    // The work of a consent, once it is given, has it read.
    private Task<int> KeepAsync(Guid uploadId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return db.Uploads.Where(row => row.Id == uploadId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, UploadState.Kept).SetProperty(row => row.Finished, now), cancellationToken);
    }

    private async Task StoreAsync(
        WorkClaim claim, Runner runner, Part part, ImportProgress progress, CancellationToken cancellationToken)
    {
        if (!runner.Processing.Stores)
        {
            // Withdrawn meanwhile: the work of the withdrawal ends this one.
            throw new ClaimLostException();
        }

        var runs = part.Runs;
        var keys = runs.ConvertAll(run => run.Row.Id);
        var renewals = await Renewals.ReadAsync(db, keys, AnalysisVersion.Current, cancellationToken);
        await db.AllRuns.Where(run => keys.Contains(run.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.RenewedRuns.Where(renewed => renewed.RunnerId == runner.Id && renewals.Runs.Contains(renewed.RunId)).ExecuteDeleteAsync(cancellationToken);
        // What the runner told of a run outlives its being read again.
        var told = await ToldOfRuns.ReadAsync(db, runner.Id, keys, cancellationToken);
        var ways = await GroundCorrections.ReadAsync(db, runner.Id, cancellationToken);
        // A run that was deleted for good does not come back by its file.
        var oldest = clock.GetCurrentInstant() - Retention.DeletedRuns;
        foreach (var (run, row) in runs.Where(run => told.Find(run.Row.Id, CorrectionKind.Deleted) is not { Told: var deleted } || deleted >= oldest))
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

        if (part.First is { } first)
        {
            await RunlessFiles.PutAsync(db, claim.Key, first, progress.Read - 1, part.Runless, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        if (renewals.Left(runs.Select(run => run.Row)) is { } left)
        {
            await recomputation.RunAsync(runner, left, cancellationToken);
        }

        await claims.NoteAsync(claim, progress.Write(), cancellationToken);
    }

    // Runs that an earlier version made of the file, and this one does not, are of that version still; its files may have been numbered otherwise.
    private async Task FinishAsync(WorkClaim claim, Upload upload, ImportProgress progress, Guid? mapId, CancellationToken cancellationToken)
    {
        var (read, report, _) = progress;
        await db.RunlessFiles.Where(row => row.UploadId == upload.Id && row.Number >= read).ExecuteDeleteAsync(cancellationToken);
        var stored = await db.AllRuns.Where(run => run.UploadId == upload.Id).Select(run => new { run.Start, run.End }).ToListAsync(cancellationToken);
        await db.AllRuns.Where(run => run.UploadId == upload.Id && run.ModelVersion != AnalysisVersion.Current).ExecuteDeleteAsync(cancellationToken);
        var next = new WeeklyLoadProgress(
            report.State, report.Reason, mapId, stored.Count > 0 ? new(stored.Min(run => run.Start), stored.Max(run => run.End)) : null);
        var rank = claim.Kind == WorkKind.Renewal ? WorkRank.Machines : upload.ImportRank;
        await list.AddAsync(WorkKind.WeeklyLoad, upload.Id, upload.RunnerId, rank, next.Write(), cancellationToken);
    }

    /// <summary>The activities and the files without one that are committed together.</summary>
    /// <param name="Runs">The activities.</param>
    /// <param name="Runless">The files without one.</param>
    /// <param name="First">Number of the first file; null where the upload is no archive.</param>
    private sealed record Part(List<(ImportedRun Run, Run Row)> Runs, IReadOnlyList<RunlessFile> Runless, int? First);
}

/// <summary>The progress of an import.</summary>
/// <param name="Read">Files of the archive that are committed, from its beginning. [1]</param>
/// <param name="Report">What was counted of them.</param>
/// <param name="Share">Share of the archive's bytes that lie before them, from 0 to 1.</param>
internal sealed record ImportProgress(int Read, ImportReport Report, double Share)
{
    /// <summary>Whether a run was read.</summary>
    public bool HasRuns => Report.Tally.Runs > 0;

    /// <summary>Reads what an earlier try has noted.</summary>
    public static ImportProgress Of(string? noted) =>
        noted is not null && JsonSerializer.Deserialize<Noted>(noted) is { } read && StoredRemarks.ReadReport(read.Report) is { } counted
            ? new(read.Read, new ImportReport(counted), read.Share)
            : new(0, new ImportReport(), 0);

    /// <summary>Writes it for the next try.</summary>
    public string Write() => JsonSerializer.Serialize(new Noted(Read, StoredRemarks.WriteAll(Report.Tally), Share));

    private sealed record Noted(int Read, string Report, double Share);
}
