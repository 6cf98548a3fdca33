using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Pipeline.Maps;
using KneeLoad.Web.Pipeline.Renewal;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Pipeline.Uploads;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words.Notes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Upkeep;

/// <summary>Computes a runner's rows again, from the originals on, and compares. Nothing is written or locked.</summary>
public sealed class RowAudit(KneeLoadDbContext db, OriginalStore store, GroundMap map, IClock clock)
{
    private const int Corrupt = 11;
    private static readonly Duration Part = Duration.FromDays(120);

    /// <summary>Compares the runs of some uploads with their files, and loads and weeks around them with the runs.</summary>
    /// <param name="runnerId">Whose.</param>
    /// <param name="uploads">Which uploads.</param>
    /// <param name="isWhole">Whether all loads and weeks are compared, not only those around the uploads' runs.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal async Task<Result> CheckAsync(Guid runnerId, IReadOnlyList<Guid> uploads, bool isWhole, CancellationToken cancellationToken)
    {
        if (await WaitsAsync(runnerId, cancellationToken))
        {
            return new(0, 0, 0, uploads.Count, []);
        }

        var first = await CompareAsync(runnerId, uploads, isWhole, cancellationToken);
        if (first.Faults.Count == 0)
        {
            return first;
        }

        // What changed while it was looked at is looked at once more.
        var second = await CompareAsync(runnerId, uploads, isWhole, cancellationToken);
        return await WaitsAsync(runnerId, cancellationToken)
            ? new(0, 0, 0, uploads.Count, [])
            : second with { Faults = [.. second.Faults.Intersect(first.Faults)] };
    }

    private Task<bool> WaitsAsync(Guid runnerId, CancellationToken cancellationToken) =>
        db.Work.AnyAsync(row => row.RunnerId == runnerId && !row.Failed, cancellationToken);

    private async Task<Result> CompareAsync(Guid runnerId, IReadOnlyList<Guid> uploads, bool isWhole, CancellationToken cancellationToken)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == runnerId, cancellationToken) is not { } runner)
        {
            return new(0, 0, 0, uploads.Count, []);
        }

        using var lease = await map.LeaseAsync(cancellationToken);
        var ways = await GroundCorrections.ReadAsync(db, runnerId, cancellationToken);
        // Those that were deleted for good have no row.
        var deleted = await db.RunCorrections
            .Where(told => told.RunnerId == runnerId && told.Kind == CorrectionKind.Deleted)
            .Select(told => told.RunId)
            .ToHashSetAsync(cancellationToken);
        var faults = new List<AuditFault>();
        var (read, runs, skipped) = (0, 0, 0);
        Interval? span = null;
        foreach (var uploadId in uploads)
        {
            var stored = await db.AllRuns.AsNoTracking().Where(run => run.UploadId == uploadId).ToDictionaryAsync(run => run.Id, cancellationToken);
            var upload = await db.Uploads.AsNoTracking().SingleOrDefaultAsync(row => row.Id == uploadId, cancellationToken);
            if (upload is null || stored.Values.Any(run => run.ModelVersion != AnalysisVersion.Current)
                || StoredRemarks.ReadReport(upload.Reason) is { IsCancelled: true })
            {
                skipped++;
                continue;
            }

            read++;
            runs += stored.Count;
            var runless = await db.RunlessFiles.AsNoTracking().Where(row => row.UploadId == uploadId).ToListAsync(cancellationToken);
            var (computed, computedRunless) = await ReadAgainAsync(upload, runner, [.. stored.Keys], lease, ways, cancellationToken);
            faults.AddRange(Differences(upload, stored, [.. computed.Where(row => stored.ContainsKey(row.Id) || !deleted.Contains(row.Id))]));
            // Earlier versions stored none, and read again is what has activities.
            if (stored.Count > 0 && runless.Count > 0 && !runless.Select(PartsOf).ToHashSet().SetEquals(computedRunless.Select(PartsOf)))
            {
                faults.Add(new(AuditFaultKind.RunlessFile, runnerId, uploadId, "The rows of files without an activity differ from the archive."));
            }

            foreach (var run in stored.Values)
            {
                span = span is { } known ? new(Instant.Min(known.Start, run.Start), Instant.Max(known.End, run.End)) : new(run.Start, run.End);
            }
        }

        var weeks = 0;
        try
        {
            weeks = span is { } touched ? await CompareSumsAsync(runner, touched, isWhole, faults, cancellationToken) : 0;
        }
        catch (Exception exception)
            when (exception is InvalidDataException or System.Text.Json.JsonException or Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: Corrupt })
        {
            faults.Add(new(AuditFaultKind.Load, runnerId, null, $"Rows cannot be read: {exception.Message}"));
        }

        return new(read, runs, weeks, skipped, faults);
    }

    private static (int Number, string Name, RunlessState State, string? Reason) PartsOf(RunlessFile row) => (row.Number, row.Name, row.State, row.Reason);

    private async Task<(List<Run> Rows, List<RunlessFile> Runless)> ReadAgainAsync(
        Upload upload, Runner runner, IReadOnlyCollection<Guid> known, MapLease lease, GroundCorrections ways, CancellationToken cancellationToken)
    {
        var told = await ToldOfRuns.ReadAsync(db, runner.Id, known, cancellationToken);
        await using var original = await store.OpenVerifiedAsync(runner.Id, upload.ContentHash, cancellationToken);
        var (rows, runless) = (new List<Run>(), new List<RunlessFile>());
        foreach (var file in UploadReading.Files(original, upload.FileName, store.Archives))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = rows.Count;
            foreach (var run in ImportedRun.Of(runner.Id, upload.ContentHash, file, new(runner.Zone, upload.Received)))
            {
                if (run.ToRow(upload, runner.Zone, lease.Index) is { } row)
                {
                    row.MapId = lease.MapId;
                    run.Tell(row, told, ways, runner.Zone);
                    rows.Add(row);
                }
            }

            if (RunlessFiles.RowOf(upload, file, rows.Count - before) is { } left)
            {
                runless.Add(left);
            }
        }

        return (rows, runless);
    }

    private static IEnumerable<AuditFault> Differences(Upload upload, Dictionary<Guid, Run> stored, List<Run> computed)
    {
        foreach (var row in computed)
        {
            if (!stored.TryGetValue(row.Id, out var kept))
            {
                yield return new(AuditFaultKind.Run, upload.RunnerId, row.Id, $"The file of upload {upload.Id} holds a run that has no row.");
            }
            else if (DifferenceOf(kept, row) is { } part)
            {
                yield return new(AuditFaultKind.Run, upload.RunnerId, row.Id, $"The row differs from its file in {part}.");
            }
        }

        foreach (var extra in stored.Keys.Except(computed.Select(row => row.Id)))
        {
            yield return new(AuditFaultKind.Run, upload.RunnerId, extra, $"The file of upload {upload.Id} holds no such run.");
        }
    }

    private static string? DifferenceOf(Run kept, Run row) => row switch
    {
        _ when (kept.Start, kept.End, kept.IsRun) != (row.Start, row.End, row.IsRun) => "its time or kind",
        _ when (kept.LeftOut, kept.Deleted) != (row.LeftOut, row.Deleted) => "what its runner told",
        _ when MetricsOf(kept, row) != row.Metrics => "its metrics",
        _ when !kept.Cells.AsSpan().SequenceEqual(row.Cells) => "its cells",
        _ when !kept.Traces.AsSpan().SequenceEqual(row.Traces) => "its traces",
        // With another map it is matched again anyway.
        _ when kept.MapId == row.MapId && kept.Surface != row.Surface => "its surface",
        _ => null,
    };

    // The runner may have moved to another zone since.
    private static string MetricsOf(Run kept, Run row) =>
        kept.Metrics == row.Metrics ? kept.Metrics : StoredJson.Write(StoredJson.ReadMetrics(kept.Metrics) with { LocalDate = row.LocalDate });

    private async Task<int> CompareSumsAsync(Runner runner, Interval touched, bool isWhole, List<AuditFault> faults, CancellationToken cancellationToken)
    {
        for (var from = touched.Start; from <= touched.End; from += Part)
        {
            foreach (var load in await BaselineStep.ComputeAsync(db, runner.Id, new(from, Instant.Min(from + Part, touched.End)), cancellationToken))
            {
                if (!string.Equals(load.Stored, load.Computed, StringComparison.Ordinal))
                {
                    faults.Add(new(AuditFaultKind.Load, runner.Id, load.RunId, "The load differs from what the runs before it say."));
                }
            }
        }

        var weeks = 0;
        foreach (var part in await WeeksStep.TouchedAsync(db, runner, isWhole ? null : touched, clock.GetCurrentInstant(), cancellationToken))
        {
            var stored = await db.Weeks.AsNoTracking().Where(week => week.RunnerId == runner.Id && week.FirstDay >= part.First && week.FirstDay < part.End)
                .ToDictionaryAsync(week => week.FirstDay, cancellationToken);
            foreach (var week in await WeeksStep.ComputeAsync(db, runner, part, cancellationToken))
            {
                // Weeks that began since the last change are written with the next one.
                if (stored.TryGetValue(week.FirstDay, out var kept))
                {
                    weeks++;
                    // Its runs are noted a little later where an earlier version stored it.
                    if (!string.Equals(kept.Load, week.Load, StringComparison.Ordinal)
                        || !string.Equals(kept.Runs ?? week.Runs, week.Runs, StringComparison.Ordinal))
                    {
                        faults.Add(new(AuditFaultKind.Week, runner.Id, null, $"The week of {week.FirstDay:uuuu-MM-dd} differs from what its runs say."));
                    }
                }
            }
        }

        return weeks;
    }

    /// <summary>The outcome for one runner.</summary>
    internal sealed record Result(int Uploads, int Runs, int Weeks, int Skipped, IReadOnlyList<AuditFault> Faults);
}
