using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Email;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Erasures;

/// <summary>Lets go every night of what has outlived the times of <see cref="Retention"/>, some runners at a time.</summary>
internal sealed class RetentionLook(KneeLoadDbContext db, MailFiles mails, IClock clock) : ILook
{
    /// <summary>Runners whose rows are looked at together: so few that an index finds them. [1]</summary>
    private const int Together = 100;

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await db.SignIns.Where(row => row.Expires < now).ExecuteDeleteAsync(cancellationToken);
        await db.ApiTokens.Where(row => row.Expires < now).ExecuteDeleteAsync(cancellationToken);
        var oldestAct = now - Retention.Trail;
        await db.Trail.Where(row => row.Moment < oldestAct).ExecuteDeleteAsync(cancellationToken);
        for (var last = Guid.Empty; ;)
        {
            var after = last;
            var runners = await db.Users
                .Where(runner => runner.Id > after)
                .OrderBy(runner => runner.Id)
                .Select(runner => runner.Id)
                .Take(Together)
                .ToListAsync(cancellationToken);
            if (runners.Count == 0)
            {
                return;
            }

            last = runners[^1];
            await LetGoAsync(runners, now, cancellationToken);
        }
    }

    private async Task LetGoAsync(List<Guid> runners, Instant now, CancellationToken cancellationToken)
    {
        var oldestDay = ShownAssessments.OldestKept(now.InUtc().Date);
        await db.ShownAssessments.Where(row => runners.Contains(row.RunnerId) && row.AsOf < oldestDay).ExecuteDeleteAsync(cancellationToken);
        var signedIn = now - Retention.SignIns;
        await db.SignIns.Where(row => runners.Contains(row.RunnerId) && row.Created < signedIn).ExecuteDeleteAsync(cancellationToken);
        foreach (var purpose in Enum.GetValues<MailTokenPurpose>())
        {
            var oldestLink = now - Retention.OfLink(purpose.ToString());
            await db.MailTokens
                .Where(row => runners.Contains(row.RunnerId) && row.Purpose == purpose && row.Created < oldestLink)
                .ExecuteDeleteAsync(cancellationToken);
        }

        var oldestMail = now - Retention.Mails;
        var outlived = db.WeeklyMails.Where(row => runners.Contains(row.RunnerId) && row.Created < oldestMail);
        mails.Delete(await outlived.Select(row => row.MessageId).ToListAsync(cancellationToken));
        await outlived.ExecuteDeleteAsync(cancellationToken);
        var oldestWord = now - Retention.RejectedFiles;
        var rejected = await db.Uploads
            .Where(row => runners.Contains(row.RunnerId) && row.State == UploadState.Rejected && row.DuplicateOfId == null && row.Received < oldestWord)
            .Select(row => row.Id).ToListAsync(cancellationToken);
        if (rejected.Count > 0)
        {
            await db.Uploads
                .Where(row => runners.Contains(row.RunnerId) && (rejected.Contains(row.Id) || rejected.Contains(row.DuplicateOfId ?? Guid.Empty)))
                .ExecuteDeleteAsync(cancellationToken);
        }
    }
}
