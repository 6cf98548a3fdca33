using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Receiving;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Notes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Uploads.Batches;

/// <summary>Reads the contents of an archive: its runs, and what held none, a page of each.</summary>
public sealed class ShowArchive(KneeLoadDbContext db, CurrentRunner current)
{
    private const int OnPage = 100;

    /// <summary>Reads the contents of one archive.</summary>
    /// <param name="upload">The archive.</param>
    /// <param name="format">How this runner reads quantities and times.</param>
    /// <param name="search">A part of the names that are looked for, in small letters; null for all.</param>
    /// <param name="after">Where the page of runs begins; null for the beginning.</param>
    /// <param name="rest">Where the page of what held no run begins; null for the beginning.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where the upload holds nothing, as one that is no archive.</returns>
    public async Task<BatchView.ArchiveRuns?> HandleAsync(
        Upload upload, RunnerFormat format, string? search, ArchivePlace? after, RunlessPlace? rest, CancellationToken cancellationToken)
    {
        var activities = Activities(upload, search);
        var (runs, next) = await PageAsync(activities.Where(run => run.IsRun), after, cancellationToken);
        var runless = await RestAsync(upload, format, search, rest, isOpen: rest is not null || runs.Count == 0, cancellationToken);
        return runs.Count == 0 && runless is null && search is null && after is null
            ? null
            : new(
                upload.Id,
                upload.FileName,
                await SummaryAsync(upload, format.Say, cancellationToken),
                search,
                after is null,
                runs.ConvertAll(row => Of(row, upload.FileName, format.Say)),
                next,
                runless);
    }

    private IQueryable<Run> Activities(Upload upload, string? search)
    {
        var all = db.Runs.AsNoTracking().Where(run => run.RunnerId == current.Id && run.UploadId == upload.Id && run.MemberName != null);
#pragma warning disable CA1304, CA1311, CA1862 // The database compares.
        return search is null ? all : all.Where(run => run.MemberName!.ToLower().Contains(search));
#pragma warning restore CA1304, CA1311, CA1862
    }

    private IQueryable<RunlessFile> Files(Upload upload, string? search)
    {
        var all = db.RunlessFiles.AsNoTracking().Where(file => file.UploadId == upload.Id);
#pragma warning disable CA1304, CA1311, CA1862 // The database compares.
        return search is null ? all : all.Where(file => file.Name.ToLower().Contains(search));
#pragma warning restore CA1304, CA1311, CA1862
    }

    private static async Task<(List<Row> Listed, ArchivePlace? Next)> PageAsync(
        IQueryable<Run> runs, ArchivePlace? after, CancellationToken cancellationToken)
    {
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
        var listed = rows.Take(OnPage).ToList();
        return (listed, NextOf(rows, listed, after));
    }

    private async Task<BatchView.RunlessFiles?> RestAsync(
        Upload upload, RunnerFormat format, string? search, RunlessPlace? after, bool isOpen, CancellationToken cancellationToken)
    {
        var others = Activities(upload, search).Where(run => !run.IsRun);
        var files = Files(upload, search);
        var count = await others.Select(run => run.UploadId).Concat(files.Select(file => file.UploadId)).CountAsync(cancellationToken);
        if (count == 0)
        {
            return null;
        }

        var isFirst = after is null || after == RunlessPlace.First;
        var (listed, next) = after?.File is null ? await PageAsync(others, after?.Activity, cancellationToken) : ([], null);
        var shown = listed.ConvertAll(row => Of(row, upload.FileName, format.Say));
        if (next is not null)
        {
            return new(count, isOpen, isFirst, shown, new(next, null));
        }

        var (last, room) = (after?.File ?? -1, OnPage - shown.Count);
        var rows = await files.Where(file => file.Number > last).OrderBy(file => file.Number).Take(room + 1).ToListAsync(cancellationToken);
        shown.AddRange(rows.Take(room).Select(row => Of(row, upload.FileName, format)));
        return new(count, isOpen, isFirst, shown, rows.Count <= room ? null : new(null, room == 0 ? last : rows[room - 1].Number));
    }

    private async Task<string> SummaryAsync(Upload upload, Language language, CancellationToken cancellationToken)
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

    private static BatchView.ArchiveFile Of(Row row, string archive, Language say)
    {
        var metrics = StoredJson.ReadMetrics(row.Metrics);
        var state = metrics.Kind switch
        {
            _ when row.Repeats => FileState.Duplicate,
            RunKind.Run or RunKind.TakenForRun => FileState.Read,
            RunKind.Course => FileState.Course,
            _ => FileState.NotARun,
        };
        return new(
            BatchView.ArchiveFile.NameIn(archive, row.Name),
            state,
            new(row.Id, row.Day, metrics.Kind, metrics.Distance?.Metres, row.Repeats),
            row.Repeats ? say["Uploads.Reason.SameRun"] : null);
    }

    private static BatchView.ArchiveFile Of(RunlessFile file, string archive, RunnerFormat format) => new(
        BatchView.ArchiveFile.NameIn(archive, file.Name),
        file.State is RunlessState.LeftAside ? FileState.LeftAside : FileState.Rejected,
        Run: null,
        file.Reason is null ? null : string.Join(' ', StoredRemarks.Words(file.Reason, format)));

    private sealed record Row(Guid Id, Instant Start, LocalDate Day, bool Repeats, string Name, string Metrics);
}
