using KneeLoad.Web.Email;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>Confirmation mails that wait for their server, each as it was written. A restart forgets them: their runners can have another sent.</summary>
public sealed class PutOffConfirmations(IMailTransport transport, IClock clock)
{
    /// <summary>Attempts at one mail: about three days of pauses. [1]</summary>
    private const int MostAttempts = 72;

    private readonly List<Waiting> waiting = [];

    /// <summary>Takes a mail that is to go now.</summary>
    public void Add(OutgoingMail mail) => waiting.Add(new(mail, 0, clock.GetCurrentInstant()));

    /// <summary>Makes one attempt at each mail whose pause is over.</summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        foreach (var due in waiting.FindAll(mail => mail.Next <= now))
        {
            cancellationToken.ThrowIfCancellationRequested();
            waiting.Remove(due);
            var delivery = await transport.SendAsync(due.Mail, CancellationToken.None);
            var attempts = due.Attempts + 1;
            if (delivery.Outcome is DeliveryOutcome.TryAgain && attempts < MostAttempts)
            {
                waiting.Add(due with { Attempts = attempts, Next = now + RetryPause.After(attempts) });
            }
        }
    }

    private sealed record Waiting(OutgoingMail Mail, int Attempts, Instant Next);
}
