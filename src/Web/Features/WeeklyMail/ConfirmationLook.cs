using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Email;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>
/// Asks each runner who is to get the weekly mail, once and unasked, whether the address is theirs. Apart from the registration, so
/// that its answer takes the same time for a known address; every further mail is one that the runner asks for.
/// </summary>
public sealed class ConfirmationLook(
    KneeLoadDbContext db, ConfirmationMails mails, MailSettings settings, ILogger<ConfirmationLook> logger) : ILook
{
    /// <inheritdoc/>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (!settings.AsksForConfirmation)
        {
            return;
        }

        var unasked = await db.Users.AsNoTracking()
            .Where(Runner.AreScored)
            .Where(runner => runner.WeeklyMail && !runner.EmailConfirmed && runner.ConfirmBy == null
                && !db.MailTokens.Any(token => token.RunnerId == runner.Id && token.Purpose == MailTokenPurpose.ConfirmAddress)
                && !db.Letters.Any(letter => letter.RunnerId == runner.Id && letter.Kind == ConfirmationMails.Kind.Name))
            .OrderBy(runner => runner.Created)
            .Select(runner => runner.Id)
            .Take(Math.Max(0, await mails.LeftThisHourAsync(cancellationToken)))
            .ToListAsync(cancellationToken);
        foreach (var runnerId in unasked)
        {
            if (await mails.AskAsync(runnerId, cancellationToken))
            {
                WeeklyMailLog.Asked(logger, runnerId);
            }
        }
    }
}
