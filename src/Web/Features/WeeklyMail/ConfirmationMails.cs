using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Email;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>
/// Queues the letter that asks whether an address is its runner's own, within limits: whoever registers with the addresses of others
/// makes us write to each a few times at most. What is counted are the tokens, and the letters that have none yet. It holds nothing that the sender of a
/// registration could write.
/// </summary>
public sealed class ConfirmationMails(KneeLoadDbContext db, RunnerWork work, LetterQueue letters, WorkBell bell, IClock clock)
{
    /// <summary>The letter.</summary>
    public static readonly LetterKind Kind = new("confirmation-mail", "WeeklyMail.Confirm.Letter.")
    {
        Link = new MailTokenLink(MailTokenPurpose.ConfirmAddress, "mail/confirm"),
        IsWanted = runner => !runner.EmailConfirmed,
    };

    /// <summary>Most of these mails to one runner within a week. [1]</summary>
    internal const int MostToOne = 3;

    /// <summary>Most of these mails to all runners within an hour. [1]</summary>
    internal const int MostAnHour = 60;

    private IQueryable<Letter> Waiting => db.Letters.IgnoreQueryFilters([RowsInSight.Own]).Where(row => row.Kind == Kind.Name && row.Token == null);

    /// <summary>The mails that may still go within this hour. [1]</summary>
    public async Task<int> LeftThisHourAsync(CancellationToken cancellationToken)
    {
        var hourAgo = clock.GetCurrentInstant() - Duration.FromHours(1);
        return MostAnHour
            - await db.MailTokens
                .IgnoreQueryFilters([RowsInSight.Own])
                .CountAsync(row => row.Purpose == MailTokenPurpose.ConfirmAddress && row.Created > hourAgo, cancellationToken)
            - await Waiting.CountAsync(cancellationToken);
    }

    /// <summary>Queues the letter.</summary>
    /// <returns>False where the address is confirmed or none that mail is sent to, or the limits are reached.</returns>
    public async Task<bool> AskAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var isAsked = await work.DoAsync(runnerId, runner => QueueAsync(runner, cancellationToken), cancellationToken);
        if (isAsked)
        {
            bell.Ring(runnerId);
        }

        return isAsked;
    }

    private async Task<bool> QueueAsync(Runner runner, CancellationToken cancellationToken)
    {
        if (runner.EmailConfirmed || !Mailbox.TryParse(runner.Email, out _) || await IsEnoughAsync(runner.Id, cancellationToken))
        {
            return false;
        }

        await letters.AddAsync(Kind, runner.Id, cancellationToken);
        return true;
    }

    private async Task<bool> IsEnoughAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var weekAgo = clock.GetCurrentInstant() - MailTokens.ConfirmationLife;
        var sent = await Waiting.CountAsync(row => row.RunnerId == runnerId, cancellationToken)
            + await db.MailTokens.CountAsync(
                row => row.RunnerId == runnerId && row.Purpose == MailTokenPurpose.ConfirmAddress && row.Created > weekAgo,
                cancellationToken);
        return sent >= MostToOne || await LeftThisHourAsync(cancellationToken) <= 0;
    }
}
