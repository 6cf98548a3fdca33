using KneeLoad.Web.Receiving;
using System.Text;
using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Notes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Uploads.Batches;

/// <summary>Reads the page of one batch. However large it is, a page of it is read, and counts come by an index.</summary>
public sealed class ShowBatch(KneeLoadDbContext db, CurrentRunner current, BatchCounting counting, UploadStatus status, Language language)
{
    private const int OnPage = 100;
    private const int LongestSearch = 100;

    /// <summary>The page of a batch.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="page">The page of files, from 1; a number beyond either end is the page at that end.</param>
    /// <param name="archive">The archive whose runs are shown; null for the batch's only file.</param>
    /// <param name="search">A part of the names that are looked for; null for all.</param>
    /// <param name="after">Where the page of runs begins; null for the beginning.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null when the runner has no such batch.</returns>
    public async Task<BatchView?> HandleAsync(
        Guid id, int page, Guid? archive, string? search, ArchivePlace? after, CancellationToken cancellationToken)
    {
        if (!(await counting.ReadAsync([id], cancellationToken)).TryGetValue(id, out var counts))
        {
            return null;
        }

        var uploads = db.Uploads.AsNoTracking().Where(upload => upload.RunnerId == current.Id && upload.BatchId == id);
        var pages = (counts.Files + OnPage - 1) / OnPage;
        var shown = Math.Clamp(page, 1, Math.Max(1, pages));
        var rows = await uploads
            .OrderBy(upload => upload.Received).ThenBy(upload => upload.Id)
            .Skip((shown - 1) * OnPage).Take(OnPage)
            .ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return null;
        }

        var files = (await status.LinesAsync(rows, cancellationToken)).ConvertAll(line => UploadedFile.Of(line, language));
        var only = counts.Files == 1 ? rows[0] : null;
        var opened = archive is { } wanted ? await uploads.SingleOrDefaultAsync(upload => upload.Id == wanted, cancellationToken) : only;
        var runs = opened is null ? null : await ReadRunsAsync(opened, Wanted(search), after, cancellationToken);
        if (runs is not null && only is not null)
        {
            // The list beneath shows them all.
            files = files.ConvertAll(file => file with { Runs = [], RunsUnlisted = 0 });
        }

        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        return new(runner.Format(language), counts, only?.FileName, files, shown, pages, runs);
    }

    // By whole signs, and without those that no database compares.
    private static string? Wanted(string? search) =>
        string.Concat((search ?? "").EnumerateRunes().Where(rune => !Rune.IsControl(rune)).Take(LongestSearch)).Trim() is { Length: > 0 } text
            ? text.ToLowerInvariant()
            : null;

    private async Task<BatchView.ArchiveRuns?> ReadRunsAsync(Upload upload, string? search, ArchivePlace? after, CancellationToken cancellationToken)
    {
        var runs = db.Runs.AsNoTracking().Where(run => run.RunnerId == current.Id && run.UploadId == upload.Id && run.MemberName != null);
        if (search is not null)
        {
#pragma warning disable CA1304, CA1311, CA1862 // The database compares.
            runs = runs.Where(run => run.MemberName!.ToLower().Contains(search));
#pragma warning restore CA1304, CA1311, CA1862
        }

        if (after is { } place)
        {
            var start = place.Start;
            runs = runs.Where(run => run.Start <= start);
        }

        // Runs of one start are few, but for files without any time.
        var rows = await runs
            .OrderByDescending(run => run.Start).ThenByDescending(run => run.Id)
            .Skip(after?.Same ?? 0).Take(OnPage + 1)
            .Select(run => new Row(run.Id, run.Start, run.LocalDate, run.DuplicateOfId != null, run.MemberName!, run.Metrics))
            .ToListAsync(cancellationToken);
        if (rows.Count == 0 && search is null && after is null)
        {
            return null;
        }

        var listed = rows.Take(OnPage).ToList();
        return new(upload.Id, upload.FileName, await SummaryAsync(upload, cancellationToken), search, after is null,
            listed.ConvertAll(row => Of(row, upload.FileName)), NextOf(rows, listed, after));
    }

    private async Task<string> SummaryAsync(Upload upload, CancellationToken cancellationToken)
    {
        var unknown = UploadStatusRun.FirstKnownDay;
        var runs = db.Runs.Where(run => run.RunnerId == current.Id && run.UploadId == upload.Id && run.IsRun && run.DuplicateOfId == null);
        var count = await runs.CountAsync(cancellationToken);
        var dated = runs.Where(run => run.LocalDate >= unknown);
        return ExportWords.Archive(
            StoredRemarks.ReadReport(upload.Reason)?.Origins ?? [],
            count,
            await dated.MinAsync(run => (LocalDate?)run.LocalDate, cancellationToken),
            await dated.MaxAsync(run => (LocalDate?)run.LocalDate, cancellationToken),
            language);
    }

    private static ArchivePlace? NextOf(List<Row> rows, List<Row> listed, ArchivePlace? after)
    {
        if (rows.Count <= listed.Count)
        {
            return null;
        }

        var start = listed[^1].Start;
        var same = listed.Count(row => row.Start == start);
        return new(start, same == listed.Count && after?.Start == start ? same + after.Same : same);
    }

    private static BatchView.ArchiveRun Of(Row row, string archive)
    {
        var metrics = StoredJson.ReadMetrics(row.Metrics);
        var state = metrics.Kind switch
        {
            _ when row.Repeats => FileState.Duplicate,
            RunKind.Run or RunKind.TakenForRun => FileState.Read,
            RunKind.Course => FileState.Course,
            _ => FileState.NotARun,
        };
        var prefix = archive + "!/";
        var name = row.Name.StartsWith(prefix, StringComparison.Ordinal) ? row.Name[prefix.Length..] : row.Name;
        return new(name, state, new(row.Id, row.Day, metrics.Kind, metrics.Distance?.Metres, row.Repeats));
    }

    private sealed record Row(Guid Id, Instant Start, LocalDate Day, bool Repeats, string Name, string Metrics);
}
