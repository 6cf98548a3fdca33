using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Upkeep;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Upkeep;

/// <summary>Holds everything that is stored against what it should be: the database's own check, each original's hash, rows against their files.</summary>
public sealed class Auditing(KneeLoadDbContext db, DatabaseChoice database, OriginalStore store, RowAudit rows, IClock clock)
{
    /// <summary>So many reports are kept. [1]</summary>
    private const int MostKept = 60;

    /// <summary>Uploads that are read from the database together. [1]</summary>
    private const int Page = 500;

    /// <summary>Looks at all originals, and at the rows of all uploads or of a sample.</summary>
    /// <param name="sample">How many uploads are read again; null for all.</param>
    /// <param name="progress">Told after each upload: how many are done, and of how many; null where nobody watches.</param>
    /// <param name="cancellationToken">Ends the audit.</param>
    public async Task<AuditReport> RunAsync(int? sample, Action<int, int>? progress, CancellationToken cancellationToken)
    {
        var began = clock.GetCurrentInstant();
        var faults = new List<AuditFault>(await CheckDatabaseAsync(cancellationToken));
        var all = progress is null ? 0 : await db.Uploads.CountAsync(Upload.IsKept, cancellationToken);
        var (originals, bytes, last) = (0, 0L, Guid.Empty);
        var whole = new List<(Guid RunnerId, Guid UploadId)>();
        while (await PageAsync(last, cancellationToken) is { Count: > 0 } page)
        {
            last = page[^1].Id;
            foreach (var upload in page)
            {
                if (await CheckOriginalAsync(upload.RunnerId, upload.Id, upload.ContentHash, cancellationToken) is { } fault)
                {
                    faults.Add(fault);
                }
                else if (upload.State == UploadState.Done)
                {
                    whole.Add((upload.RunnerId, upload.Id));
                }

                bytes += upload.Bytes;
                progress?.Invoke(++originals, 2 * all);
            }
        }

        var chosen = sample is { } most ? [.. whole.OrderBy(_ => Guid.NewGuid()).Take(most)] : whole;
        var sum = new RowAudit.Result(0, 0, 0, 0, []);
        foreach (var ofRunner in chosen.GroupBy(upload => upload.RunnerId, upload => upload.UploadId))
        {
            var found = await rows.CheckAsync(ofRunner.Key, [.. ofRunner], isWhole: sample is null, cancellationToken);
            sum = new(sum.Uploads + found.Uploads, sum.Runs + found.Runs, sum.Weeks + found.Weeks, sum.Skipped + found.Skipped, []);
            faults.AddRange(found.Faults);
            progress?.Invoke(originals + sum.Uploads + sum.Skipped, originals + chosen.Count);
        }

        return new(began, clock.GetCurrentInstant(), originals, bytes, sum.Uploads, sum.Runs, sum.Weeks, sum.Skipped, faults);
    }

    /// <summary>Keeps a report for the owner.</summary>
    public async Task KeepAsync(AuditReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        db.Audits.Add(new() { Id = Guid.CreateVersion7(), Began = report.Began, Ended = report.Ended, Faults = report.Faults.Count, Report = report.Write() });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        var old = await db.Audits.OrderByDescending(audit => audit.Ended).Skip(MostKept).Select(audit => audit.Id).ToListAsync(cancellationToken);
        await db.Audits.Where(audit => old.Contains(audit.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Takes what was found of a runner out of the reports that are kept.</summary>
    public async Task ForgetAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        foreach (var audit in await db.Audits.Where(audit => audit.Faults > 0).ToListAsync(cancellationToken))
        {
            var report = AuditReport.Read(audit.Report);
            audit.Report = (report with { Faults = [.. report.Faults.Where(fault => fault.RunnerId != runnerId)] }).Write();
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task<IReadOnlyList<AuditFault>> CheckDatabaseAsync(CancellationToken cancellationToken)
    {
        if (database.Provider != DatabaseProvider.Sqlite)
        {
            return [];
        }

        var faults = new List<AuditFault>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA quick_check(20)";
            await using var lines = await command.ExecuteReaderAsync(cancellationToken);
            while (await lines.ReadAsync(cancellationToken))
            {
                if (lines.GetString(0) is var line and not "ok")
                {
                    faults.Add(new(AuditFaultKind.Database, null, null, line));
                }
            }
        }
        catch (Microsoft.Data.Sqlite.SqliteException exception) when (!DatabaseAway.Is(exception))
        {
            faults.Add(new(AuditFaultKind.Database, null, null, exception.Message));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return faults;
    }

    private Task<List<Upload>> PageAsync(Guid last, CancellationToken cancellationToken) => db.Uploads.AsNoTracking()
        .Where(upload => upload.Id > last).Where(Upload.IsKept)
        .OrderBy(upload => upload.Id)
        .Take(Page)
        .Select(upload => new Upload
        {
            Id = upload.Id,
            RunnerId = upload.RunnerId,
            ContentHash = upload.ContentHash,
            Bytes = upload.Bytes,
            State = upload.State,
        })
        .ToListAsync(cancellationToken);

    private async Task<AuditFault?> CheckOriginalAsync(Guid runnerId, Guid uploadId, string hash, CancellationToken cancellationToken)
    {
        try
        {
            await using var original = await store.OpenVerifiedAsync(runnerId, hash, cancellationToken);
            return null;
        }
        catch (Exception exception) when (exception is DamagedOriginalException or IOException)
        {
            // One that was undone meanwhile is missing rightly.
            var isWanted = await db.Uploads
                .Where(Upload.IsKept)
                .AnyAsync(upload => upload.RunnerId == runnerId && upload.ContentHash == hash, cancellationToken);
            return !isWanted ? null : exception is DamagedOriginalException
                ? new(AuditFaultKind.OriginalDamaged, runnerId, uploadId, exception.Message)
                : new(AuditFaultKind.OriginalMissing, runnerId, uploadId, $"The original {hash[..12]} cannot be read: {exception.GetType().Name}.");
        }
    }
}
