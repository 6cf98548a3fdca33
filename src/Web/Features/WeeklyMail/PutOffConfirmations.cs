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
    public void Add(Guid runnerId, OutgoingMail mail) => waiting.Add(new(runnerId, mail, 0, clock.GetCurrentInstant()));

    /// <summary>Makes one attempt at each mail whose pause is over.</summary>
    /// <param name="isThere">Whether a runner's account is there still.</param>
    /// <param name="cancellationToken">Ends the work between two mails.</param>
    public async Task SendDueAsync(Func<Guid, Task<bool>> isThere, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(isThere);
        var now = clock.GetCurrentInstant();
        foreach (var due in waiting.FindAll(mail => mail.Next <= now))
        {
            cancellationToken.ThrowIfCancellationRequested();
            waiting.Remove(due);
            if (!await isThere(due.RunnerId))
            {
                continue;
            }

            var delivery = await transport.SendAsync(due.Mail, CancellationToken.None);
            var attempts = due.Attempts + 1;
            if (delivery.Outcome is DeliveryOutcome.TryAgain && attempts < MostAttempts)
            {
                waiting.Add(due with { Attempts = attempts, Next = now + RetryPause.After(attempts) });
            }
        }
    }

    private sealed record Waiting(Guid RunnerId, OutgoingMail Mail, int Attempts, Instant Next);
}
