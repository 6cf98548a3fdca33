using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Pipeline.Upkeep;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Admin;

/// <summary>Reads how the installation does: its work, its mails, its last audit, its disk.</summary>
public sealed class ShowServer(KneeLoadDbContext db, RowsInSight sight, CurrentRunner current, DataFolder folder, SecurityLog log, Language language)
{
    private const int MostListed = 50;

    /// <summary>Shows the page to the owner.</summary>
    /// <returns>Null for anybody else.</returns>
    public async Task<ServerView?> HandleAsync(CancellationToken cancellationToken)
    {
        if (!current.IsOwner)
        {
            return null;
        }

        await log.ReadAsync(current.Id);
        sight.SeeAll();
        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        var format = runner.Format(language);
        var rows = db.Work.AsNoTracking();
        var audit = await db.Audits.AsNoTracking().OrderByDescending(row => row.Ended).Select(row => row.Report).FirstOrDefaultAsync(cancellationToken);
        return new(
            format,
            await WaitingAsync("work", rows.Where(row => row.Rank != WorkRank.Letters && row.Rank != WorkRank.WeeklyMails), format, cancellationToken),
            await WaitingAsync("mails", rows.Where(row => row.Rank == WorkRank.Letters || row.Rank == WorkRank.WeeklyMails), format, cancellationToken),
            audit is null ? null : AuditReport.Read(audit),
            Free());
    }

    private static async Task<WaitingView> WaitingAsync(string id, IQueryable<WorkItem> rows, RunnerFormat format, CancellationToken cancellationToken)
    {
        var failed = rows.Where(row => row.Failed);
        return new(
            id,
            format,
            await rows.CountAsync(row => !row.Failed && row.Owner == null, cancellationToken),
            await rows.CountAsync(row => !row.Failed && row.Owner != null, cancellationToken),
            await failed.CountAsync(cancellationToken),
            await failed.OrderByDescending(row => row.Added).Take(MostListed).ToListAsync(cancellationToken),
            await rows.Where(row => !row.Failed && row.Owner == null && row.Attempts > 0)
                .OrderBy(row => row.Due)
                .Take(MostListed)
                .ToListAsync(cancellationToken));
    }

    private long? Free()
    {
        try
        {
            return new DriveInfo(folder.Root).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>The state of the installation.</summary>
/// <param name="Format">Numbers and moments as the owner reads them.</param>
/// <param name="Work">Work on files, maps and runs.</param>
/// <param name="Mails">Letters and weekly mails.</param>
/// <param name="Audit">The last audit; null before the first.</param>
/// <param name="Free">Room on the disk of the data folder; null where that cannot be told. [bytes]</param>
public sealed record ServerView(RunnerFormat Format, WaitingView Work, WaitingView Mails, AuditReport? Audit, long? Free);

/// <summary>The waiting rows of some kinds of work.</summary>
/// <param name="Id">Name of its part of the page.</param>
/// <param name="Format">Numbers and moments as the owner reads them.</param>
/// <param name="Waiting">Work that waits. [1]</param>
/// <param name="InHand">Work that is being done. [1]</param>
/// <param name="Failed">Work that was given up. [1]</param>
/// <param name="FailedWork">The latest of it.</param>
/// <param name="PutOff">Work that was tried in vain and is tried again, what is due first.</param>
public sealed record WaitingView(
    string Id, RunnerFormat Format, int Waiting, int InHand, int Failed, IReadOnlyList<WorkItem> FailedWork, IReadOnlyList<WorkItem> PutOff);
