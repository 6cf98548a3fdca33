using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Email;
using KneeLoad.Web.Features.WeeklyMail.Letters;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using MailRow = KneeLoad.Web.Data.Entities.WeeklyMail;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>
/// One attempt at one mail. It is claimed first, for as long as an attempt can take; who holds the claim composes and sends. A
/// process that dies in between leaves a claim that runs out, and the next attempt bears the same Message-ID.
/// </summary>
public sealed class WeeklyMailDispatch(
    KneeLoadDbContext db, WeeklyMailWriter writer, RunlessReaders runless, RunnerWork work, MailsInHand inHand, IMailTransport transport, MailSettings settings, MailLinks links, IClock clock, ILogger<WeeklyMailDispatch> logger)
{
    /// <summary>A mail that speaks of today's ceiling is of no use later than this.</summary>
    public static readonly Duration OldestToSend = Duration.FromDays(3);

    private const int RefusalsUntilOff = 3;

    /// <summary>Sends a mail that waits, unless another has it in hand.</summary>
    /// <param name="id">Which.</param>
    /// <param name="attempts">Attempts that its row showed; another number means that someone else has begun. [1]</param>
    /// <param name="cancellationToken">Ends the work before the mail is handed over, never after.</param>
    public async Task SendAsync(Guid id, int attempts, CancellationToken cancellationToken)
    {
        var attempt = attempts + 1;
        if (await ClaimAsync(id, attempts, attempt, cancellationToken) && await TryAsync(id, attempt, cancellationToken) is { } delivery)
        {
            await SettleAsync(id, attempt, delivery);
        }
    }

    /// <summary>Takes a mail that shows one number of attempts in hand, under another number or, to keep it longer, the same.</summary>
    private async Task<bool> ClaimAsync(Guid id, int shown, int attempt, CancellationToken cancellationToken)
    {
        var until = clock.GetCurrentInstant() + inHand.Longest;
        return await db.WeeklyMails
            .Where(row => row.Id == id && row.State == MailState.Waiting && row.Attempts == shown)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, attempt).SetProperty(row => row.NextAttempt, until).SetProperty(row => row.LastError, (string?)null), cancellationToken) == 1;
    }

    private async Task<Delivery?> TryAsync(Guid id, int attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await AttemptAsync(id, attempt, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // One mail that cannot be written must not stop the others.
            Log.Failed(logger, id, exception);
            return new(DeliveryOutcome.TryAgain, exception.GetType().Name);
        }
    }

    /// <returns>Null when another has it in hand by now.</returns>
    private async Task<Delivery?> AttemptAsync(Guid id, int attempt, CancellationToken cancellationToken)
    {
        var row = await db.WeeklyMails.SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        var runner = row is null ? null : await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.Id == row.RunnerId, cancellationToken);
        if (row is null || runner is null)
        {
            return new(DeliveryOutcome.MailRefused, "the account is gone");
        }

        if (!Mailbox.TryParse(runner.Email, out var mailbox))
        {
            return new(DeliveryOutcome.MailRefused, "the address is none that mail is sent to");
        }

        if (WhyNot(row, runner) is { } why)
        {
            return new(DeliveryOutcome.MailRefused, why);
        }

        if (await runless.WasToldAsync(row, runner, cancellationToken))
        {
            return new(DeliveryOutcome.MailRefused, "no run since the letter that said so");
        }

        var bodies = await writer.WriteAsync(row, runner, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        // A slow database, or a process that stood still, may have outlived the claim: whoever has the mail now sends it. Under the lock
        // of its runner, who may have forbidden it since: whoever forbids it waits then until it is out of hand.
        string? forbidden = null;
        var isMine = await work.DoAsync(
            row.RunnerId,
            async now => (forbidden = WhyNot(row, now)) is null && await ClaimAsync(id, attempt, attempt, cancellationToken),
            cancellationToken);
        if (!isMine)
        {
            return forbidden is null ? null : new(DeliveryOutcome.MailRefused, forbidden);
        }

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
        // From here on what has begun is finished, so that a mail that a server took is also written down as sent.
        return await transport.SendAsync(mail, CancellationToken.None);
    }

    private string? WhyNot(MailRow row, Runner runner) =>
        !runner.WeeklyMail || !runner.Processing.Scores ? "no longer wanted"
        : settings.AsksForConfirmation && !runner.EmailConfirmed ? "the address is not confirmed"
        : clock.GetCurrentInstant() - row.Created > OldestToSend ? "too old"
        : null;

    private async Task SettleAsync(Guid id, int attempt, Delivery delivery)
    {
        var now = clock.GetCurrentInstant();
        var state = delivery.Outcome switch
        {
            DeliveryOutcome.Taken => MailState.Sent,
            DeliveryOutcome.TryAgain => MailState.Waiting,
            _ => MailState.GivenUp,
        };
        var sent = state is MailState.Sent ? now : (Instant?)null;
        var next = now + RetryPause.After(attempt);
        var error = delivery.Reply is { } reply ? $"{delivery.Outcome}: {reply}" : null;
        // Whose claim ran out meanwhile has nothing to say any more, save that the mail was taken.
        await db.WeeklyMails
            .Where(row => row.Id == id && (row.Attempts == attempt || state == MailState.Sent))
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, state)
                .SetProperty(row => row.Sent, sent)
                .SetProperty(row => row.NextAttempt, next)
                .SetProperty(row => row.LastError, error));
        if (state is MailState.Sent)
        {
            Log.Sent(logger, id, attempt);
            return;
        }

        Log.NotSent(logger, id, attempt, state, error);
        if (delivery.Outcome is DeliveryOutcome.ReaderRefused)
        {
            await StopAfterRefusalsAsync(id);
        }
    }

    /// <summary>An address that was refused three weeks in a row is not written to any more.</summary>
    private async Task StopAfterRefusalsAsync(Guid id)
    {
        var runnerId = await db.WeeklyMails.Where(row => row.Id == id).Select(row => row.RunnerId).SingleAsync();
        var last = await db.WeeklyMails.AsNoTracking()
            .Where(row => row.RunnerId == runnerId)
            .OrderByDescending(row => row.IsoWeek)
            .Take(RefusalsUntilOff)
            .Select(row => row.LastError)
            .ToListAsync();
        if (last.Count == RefusalsUntilOff && last.TrueForAll(error => error?.StartsWith(nameof(DeliveryOutcome.ReaderRefused), StringComparison.Ordinal) is true))
        {
            await db.Users.Where(runner => runner.Id == runnerId).ExecuteUpdateAsync(set => set.SetProperty(runner => runner.WeeklyMail, false));
            Log.Stopped(logger, runnerId);
        }
    }
}
