using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Consents;

/// <summary>
/// Writes down what a runner says on the uses of their health data. It holds from its commit on; what was stored before is brought in
/// line with it right afterwards, by work.
/// </summary>
public sealed class ConsentBook(KneeLoadDbContext db, RunnerWork work, WorkList list, WorkBell bell, MailsInHand inHand, IClock clock)
{
    /// <summary>Every database tells moments so far apart.</summary>
    private static readonly Duration Tick = Duration.FromMilliseconds(1);

    /// <summary>Gives or withdraws consents; null leaves one as it is. Without storing there is no scoring either.</summary>
    public async Task SayAsync(Guid runnerId, bool? storing, bool? scoring, CancellationToken cancellationToken)
    {
        if (await work.DoAsync(runnerId, runner => WriteAsync(runner, storing, storing is false ? false : scoring, cancellationToken), cancellationToken))
        {
            bell.Ring(runnerId);
            if (storing is false || scoring is false)
            {
                // No mail leaves after the answer.
                await inHand.WaitAsync(runnerId, [WorkRank.WeeklyMails], cancellationToken);
            }
        }
    }

    private async Task<bool> WriteAsync(Runner runner, bool? storing, bool? scoring, CancellationToken cancellationToken)
    {
        var last = await db.Consents.Where(row => row.RunnerId == runner.Id).MaxAsync(row => (Instant?)row.Moment, cancellationToken);
        var now = clock.GetCurrentInstant();
        // A clock may be set back: the last word is the last all the same.
        now = last >= now ? last.Value + Tick : now;
        var (stores, scores) = (runner.StoringConsent is not null, runner.ScoringConsent is not null);
        Add(ConsentPurpose.Storing, stores, storing);
        Add(ConsentPurpose.Scoring, scores, scoring);
        if (db.ChangeTracker.Entries<Consent>().All(entry => entry.State is not EntityState.Added))
        {
            return false;
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        Instant? storingSince = (storing ?? stores) ? runner.StoringConsent ?? now : null;
        Instant? scoringSince = (scoring ?? scores) ? runner.ScoringConsent ?? now : null;
        // With a new stamp, whoever has read the row before cannot write back what it said.
        var stamp = Guid.NewGuid().ToString();
        await db.Users.Where(row => row.Id == runner.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.StoringConsent, storingSince)
                .SetProperty(row => row.ScoringConsent, scoringSince)
                .SetProperty(row => row.MailDue, (Instant?)null)
                .SetProperty(row => row.ConcurrencyStamp, stamp),
            cancellationToken);
        if (storingSince is null || scoringSince is null)
        {
            await inHand.RecallAsync(runner.Id, [WorkRank.WeeklyMails], cancellationToken);
        }

        await list.AddAsync(WorkKind.Consent, runner.Id, runner.Id, WorkRank.People, cancellationToken);
        return true;

        void Add(ConsentPurpose purpose, bool before, bool? after)
        {
            if (after is { } given && given != before)
            {
                db.Consents.Add(new() { RunnerId = runner.Id, Purpose = purpose, Moment = now, Given = given, TextVersion = Consent.CurrentText });
            }
        }
    }
}
