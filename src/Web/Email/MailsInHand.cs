using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Email;

/// <summary>
/// Mails that are being handed to a server at this moment, here or in another process. A mail is claimed under its runner's lock right
/// before it leaves: whoever has forbidden it under the same lock, and then waits here, knows that no mail leaves after.
/// </summary>
public sealed class MailsInHand(MailSettings settings, TimeProvider time, IClock clock)
{
    private static readonly Duration Margin = Duration.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Longest time that an attempt can take.</summary>
    public Duration Longest => Duration.FromSeconds(settings.TimeoutSeconds) + Margin;

    /// <summary>Waits until no mail of a runner is under way. It ends by itself once an attempt is over, or its process was gone for so long.</summary>
    public async Task WaitAsync(KneeLoadDbContext db, Guid runnerId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        // The claim goes by the runners' clock, the waiting by the machine's.
        for (var begun = time.GetTimestamp(); time.GetElapsedTime(begun) < Longest.ToTimeSpan();)
        {
            var now = clock.GetCurrentInstant();
            if (!await db.WeeklyMails.AnyAsync(row => row.RunnerId == runnerId && row.State == MailState.Waiting && row.Attempts > 0 && row.LastError == null && row.NextAttempt > now, cancellationToken))
            {
                return;
            }

            await Task.Delay(Look, time, cancellationToken);
        }
    }
}
