using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Email;
using KneeLoad.Web.Features.WeeklyMail.Letters;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Work;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>
/// Hands a written weekly mail to the mail server. One that was put off, or whose day has passed, is scored and written anew first, since
/// it speaks of today's ceiling.
/// </summary>
internal sealed class WeeklyMailWork(
    RunnerWork work, WorkClaims claims, WeeklyMailRows mails, WeeklyMailWriter writer, MailSending sending, MailLinks links, IClock clock) : IWork
{
    public async Task DoAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        if (await mails.ReadAsync(claim, cancellationToken) is not var (row, reader))
        {
            return;
        }

        if (row.Day != reader.DayAt(clock.GetCurrentInstant()))
        {
            await work.DoAsync(claim, () => claims.GoOnAsAsync(claim, WorkKind.Score, cancellationToken), cancellationToken);
            return;
        }

        if (!Mailbox.TryParse(reader.Email, out var mailbox))
        {
            throw new NotDoneException($"{DeliveryOutcome.MailRefused}: {MailSending.NoAddress}", isFinal: true);
        }

        var bodies = await writer.FillAsync(claim, row, cancellationToken);
        var mail = new OutgoingMail
        {
            MessageId = row.MessageId,
            To = mailbox,
            Subject = bodies.Subject,
            TextBody = bodies.Text,
            HtmlBody = bodies.Html,
            Unsubscribe = bodies.Unsubscribe,
            ListId = $"weekly.{links.Host}",
        };
        try
        {
            await sending.SendAsync(claim, mail, () => mails.SentAsync(row.Id), cancellationToken);
        }
        catch (NotDoneException exception) when (!exception.IsFinal)
        {
            await work.DoAsync(claim, () => mails.OutdateAsync(row.Id), CancellationToken.None);
            throw;
        }
    }

    public Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken) => mails.GiveUpAsync(claim, fault, cancellationToken);
}
