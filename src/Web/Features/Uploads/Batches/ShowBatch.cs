using KneeLoad.Web.Receiving;
using System.Text;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Uploads.Batches;

/// <summary>Reads the page of one batch. However large it is, a page of it is read, and counts come by an index.</summary>
public sealed class ShowBatch(KneeLoadDbContext db, CurrentRunner current, BatchCounting counting, UploadStatus status, ShowArchive archives, Language language)
{
    private const int OnPage = 100;
    private const int LongestSearch = 100;

    /// <summary>The page of a batch.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="page">The page of files, from 1; a number beyond either end is the page at that end.</param>
    /// <param name="archive">The archive whose runs are shown; null for the batch's only file.</param>
    /// <param name="search">A part of the names that are looked for; null for all.</param>
    /// <param name="after">Where the page of runs begins; null for the beginning.</param>
    /// <param name="rest">Where the page of what held no run begins; null for the beginning.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null when the runner has no such batch.</returns>
    public async Task<BatchView?> HandleAsync(
        Guid id, int page, Guid? archive, string? search, ArchivePlace? after, RunlessPlace? rest, CancellationToken cancellationToken)
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
        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        var runs = opened is null ? null : await archives.HandleAsync(opened, runner.Format(language), Wanted(search), after, rest, cancellationToken);
        if (runs is not null && only is not null)
        {
            // The list beneath shows them all.
            files = files.ConvertAll(file => file with { Runs = [], RunsUnlisted = 0 });
        }

        if (only is null)
        {
            var runless = await db.CountRunlessFilesAsync(rows.ConvertAll(upload => upload.Id), cancellationToken);
            files = files.ConvertAll(file => file with { Runless = runless.GetValueOrDefault(file.Id) });
        }

        return new(runner.Format(language), counts, only?.FileName, files, shown, pages, runs);
    }

    // By whole signs, and without those that no database compares.
    private static string? Wanted(string? search) =>
        string.Concat((search ?? "").EnumerateRunes().Where(rune => !Rune.IsControl(rune)).Take(LongestSearch)).Trim() is { Length: > 0 } text
            ? text.ToLowerInvariant()
            : null;
}
