using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Pipeline.Upkeep;
using KneeLoad.Web.Shared.Hosting;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Admin;

/// <summary>Reads how the installation does: its work, its mails, its last audit, its disk.</summary>
public sealed class ShowServer(KneeLoadDbContext db, RowsInSight rows, CurrentRunner current, DataFolder folder, Language language)
{
    private const int MostListed = 50;

    /// <summary>What the owner sees.</summary>
    /// <returns>Null for anybody else.</returns>
    public async Task<ServerView?> HandleAsync(CancellationToken cancellationToken)
    {
        if (!current.IsOwner)
        {
            return null;
        }

        rows.SeeAll();
        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        var failed = db.Work.AsNoTracking().Where(row => row.Failed);
        var refused = db.WeeklyMails.AsNoTracking().Where(mail => mail.State == MailState.GivenUp);
        var audit = await db.Audits.AsNoTracking().OrderByDescending(row => row.Ended).Select(row => row.Report).FirstOrDefaultAsync(cancellationToken);
        return new(
            runner.Format(language),
            await db.Work.CountAsync(row => !row.Failed && row.Owner == null, cancellationToken),
            await db.Work.CountAsync(row => !row.Failed && row.Owner != null, cancellationToken),
            await failed.CountAsync(cancellationToken),
            await failed.OrderByDescending(row => row.Added).Take(MostListed).ToListAsync(cancellationToken),
            await db.WeeklyMails.CountAsync(mail => mail.State == MailState.Waiting, cancellationToken),
            await refused.CountAsync(cancellationToken),
            await refused.OrderByDescending(mail => mail.Created).Select(mail => mail.LastError).FirstOrDefaultAsync(cancellationToken),
            audit is null ? null : AuditReport.Read(audit),
            Free());
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

/// <summary>How the installation does.</summary>
/// <param name="Format">Numbers and moments as the owner reads them.</param>
/// <param name="Waiting">Work that waits. [1]</param>
/// <param name="InHand">Work that is being done. [1]</param>
/// <param name="Failed">Work that was given up. [1]</param>
/// <param name="FailedWork">The latest of it.</param>
/// <param name="MailsWaiting">Weekly mails that wait. [1]</param>
/// <param name="MailsRefused">Weekly mails that were given up. [1]</param>
/// <param name="LastRefusal">The last word of a mail server about one; null when there is none.</param>
/// <param name="Audit">The last audit; null before the first.</param>
/// <param name="Free">Room on the disk of the data folder; null where that cannot be told. [bytes]</param>
public sealed record ServerView(
    RunnerFormat Format, int Waiting, int InHand, int Failed, IReadOnlyList<WorkItem> FailedWork, int MailsWaiting, int MailsRefused, string? LastRefusal, AuditReport? Audit, long? Free);
