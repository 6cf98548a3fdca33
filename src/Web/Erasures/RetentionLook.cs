using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Email;
using KneeLoad.Web.Shared.Retentions;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Erasures;

/// <summary>Lets go every night of what has outlived the times of <see cref="Retention"/>, one runner after the other.</summary>
internal sealed class RetentionLook(KneeLoadDbContext db, MailFiles mails, IClock clock) : ILook
{
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await db.Sessions.Where(row => row.Expires < now).ExecuteDeleteAsync(cancellationToken);
        for (Guid? last = Guid.Empty; last is not null;)
        {
            var after = last;
            last = await db.Users.Where(runner => runner.Id > after).OrderBy(runner => runner.Id).Select(runner => (Guid?)runner.Id).FirstOrDefaultAsync(cancellationToken);
            if (last is { } runnerId)
            {
                await LetGoAsync(runnerId, now, cancellationToken);
            }
        }
    }

    private async Task LetGoAsync(Guid runnerId, Instant now, CancellationToken cancellationToken)
    {
        var oldestDay = (now - Retention.ShownAssessments).InUtc().Date;
        await db.ShownAssessments.Where(row => row.RunnerId == runnerId && row.AsOf < oldestDay).ExecuteDeleteAsync(cancellationToken);
        var signedIn = now - Retention.SignIns;
        await db.Sessions.Where(row => row.RunnerId == runnerId && row.Created < signedIn).ExecuteDeleteAsync(cancellationToken);
        foreach (var purpose in Enum.GetValues<MailTokenPurpose>())
        {
            var oldestLink = now - Retention.OfLink(purpose.ToString());
            await db.MailTokens.Where(row => row.RunnerId == runnerId && row.Purpose == purpose && row.Created < oldestLink).ExecuteDeleteAsync(cancellationToken);
        }

        var oldestMail = now - Retention.Mails;
        var outlived = db.WeeklyMails.Where(row => row.RunnerId == runnerId && row.Created < oldestMail);
        mails.Delete(await outlived.Select(row => row.MessageId).ToListAsync(cancellationToken));
        await outlived.ExecuteDeleteAsync(cancellationToken);
        var oldestWord = now - Retention.RejectedFiles;
        var rejected = db.Uploads.Where(row => row.RunnerId == runnerId && row.State == UploadState.Rejected && row.DuplicateOfId == null && row.Received < oldestWord);
        await db.Uploads.Where(row => row.RunnerId == runnerId && rejected.Any(first => first.Id == row.DuplicateOfId)).ExecuteDeleteAsync(cancellationToken);
        await rejected.ExecuteDeleteAsync(cancellationToken);
    }
}
