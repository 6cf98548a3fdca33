using System.Globalization;
using KneeLoad.Web.Data;
using KneeLoad.Web.Email;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Mailing;

/// <summary>
/// Hands the mail of work in hand over, once. The row says that a server may have it before the mail leaves, so that a process that dies
/// between the server's word and the row's end leads to one repeat, under the same Message-ID, and never to a second one.
/// </summary>
public sealed partial class MailSending(
    KneeLoadDbContext db, RunnerWork work, WorkClaims claims, WorkHands hands, IMailTransport transport, ILogger<MailSending> logger)
{
    /// <summary>The reason for a mail whose address is none.</summary>
    public const string NoAddress = "the address is none that mail is sent to";

    /// <summary>Progress of a mail that no server may have.</summary>
    public const string NotBegun = "0";

    /// <summary>A mail is begun so often without knowing whether the server has it. [1]</summary>
    private const int MostUnknown = 2;

    /// <summary>Hands a mail over and ends its work.</summary>
    /// <param name="claim">The work.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="taken">What follows once a server took it, in the transaction that ends the work.</param>
    /// <param name="cancellationToken">Ends the work before the mail leaves, never after.</param>
    /// <exception cref="NotDoneException">The server did not take it, now or for good.</exception>
    /// <exception cref="ClaimLostException">Another worker has the work by now.</exception>
    public async Task SendAsync(WorkClaim claim, OutgoingMail mail, Func<Task> taken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(taken);
        var unknown = int.TryParse(claim.Progress, CultureInfo.InvariantCulture, out var times) ? times : 0;
        if (unknown >= MostUnknown)
        {
            throw new NotDoneException($"{DeliveryOutcome.Unknown}: {Broken}", isFinal: true);
        }

        var right = new MailRight(token => NoteAsync(claim, unknown + 1, token), () => hands.Holds(claim));
        // What has begun is finished, so that a mail that a server took is also written down as sent.
        var delivery = await transport.SendAsync(mail, right, cancellationToken);
        switch (delivery.Outcome)
        {
            case DeliveryOutcome.Taken:
                await EndAsync(claim, taken);
                LogSent(claim.Kind, claim.Key);
                return;
            case DeliveryOutcome.TryAgain:
                await NoteAsync(claim, unknown, CancellationToken.None);
                throw new NotDoneException(Words(delivery), isFinal: false);
            case DeliveryOutcome.Unknown:
                throw new NotDoneException(Words(delivery), isFinal: unknown + 1 >= MostUnknown);
            default:
                throw new NotDoneException(Words(delivery), isFinal: true);
        }
    }

    private const string Broken = "the line broke off after the mail had left, each time";

    private static string Words(Delivery delivery) => $"{delivery.Outcome}: {delivery.Reply}";

    private Task NoteAsync(WorkClaim claim, int unknown, CancellationToken cancellationToken) =>
        claims.NoteAsync(claim, unknown.ToString(CultureInfo.InvariantCulture), cancellationToken);

    // A mail that a server took is sent, whoever has its work in hand by now: that one finds nothing left to do.
    private Task<bool> EndAsync(WorkClaim claim, Func<Task> taken) => work.DoAsync(
        claim.Runner,
        async _ =>
        {
            await db.Work.Where(row => row.RunnerId == claim.RunnerId && row.Key == claim.Key).ExecuteDeleteAsync(CancellationToken.None);
            await taken();
            return true;
        },
        CancellationToken.None);

    [LoggerMessage(LogLevel.Information, "Mail {Kind} {Key} was sent")]
    private partial void LogSent(string kind, Guid key);
}
