using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Email;
using KneeLoad.Web.Features.WeeklyMail.Letters;
using KneeLoad.Web.Words;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>
/// Writes the mail that asks whether an address is its runner's own, within limits: whoever registers with the addresses of others
/// makes us write to each a few times at most. The rows of the tokens are what is counted.
/// </summary>
public sealed class ConfirmationMails(
    KneeLoadDbContext db, RunnerWork work, MailTokens tokens, MailLinks links, Language language, IClock clock)
{
    /// <summary>Most of these mails to one runner within a week. [1]</summary>
    internal const int MostToOne = 3;

    /// <summary>Most of these mails to all runners within an hour. [1]</summary>
    internal const int MostAnHour = 60;

    /// <summary>How many more may go within this hour. [1]</summary>
    public async Task<int> LeftThisHourAsync(CancellationToken cancellationToken)
    {
        var hourAgo = clock.GetCurrentInstant() - Duration.FromHours(1);
        return MostAnHour - await db.MailTokens.IgnoreQueryFilters([RowsInSight.Own])
            .CountAsync(row => row.Purpose == MailTokenPurpose.ConfirmAddress && row.Created > hourAgo, cancellationToken);
    }

    /// <summary>Writes the mail with a token of its own, which is committed before the mail can leave.</summary>
    /// <returns>Null where the address is confirmed or none that mail is sent to, or the limits are reached.</returns>
    public async Task<OutgoingMail?> WriteAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var written = await work.DoAsync(runnerId, runner => MintAsync(runner, cancellationToken), cancellationToken);
        return written is var (address, token) && Mailbox.TryParse(address, out var mailbox) ? ConfirmationLetter.To(mailbox, links.Confirm(token), links, language) : null;
    }

    private async Task<(string Address, string Token)?> MintAsync(Runner runner, CancellationToken cancellationToken)
    {
        if (runner is not { EmailConfirmed: false, Email: { } address } || await IsEnoughAsync(runner.Id, cancellationToken))
        {
            return null;
        }

        var token = await tokens.MintAsync(runner.Id, MailTokenPurpose.ConfirmAddress, null, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return (address, token);
    }

    private async Task<bool> IsEnoughAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var weekAgo = clock.GetCurrentInstant() - MailTokens.ConfirmationLife;
        var sent = await db.MailTokens.CountAsync(
            row => row.RunnerId == runnerId && row.Purpose == MailTokenPurpose.ConfirmAddress && row.Created > weekAgo, cancellationToken);
        return sent >= MostToOne || await LeftThisHourAsync(cancellationToken) <= 0;
    }
}
