using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Email;
using KneeLoad.Web.Features.WeeklyMail.Letters;
using KneeLoad.Web.Features.WeeklyMail.Times;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>
/// Asks whose local send time has passed and who has no mail of that week yet, and adds the row with its work. The row is unique by
/// runner and ISO week, so that crashes, clock changes and a second look at the same time lead to one mail.
/// </summary>
public sealed class WeeklyMailLook(
    KneeLoadDbContext db,
    RunnerWork work,
    WorkList list,
    WorkBell bell,
    MailSettings settings,
    MailLinks links,
    IClock clock,
    ILogger<WeeklyMailLook> logger) : ILook
{
    private const int MostAtOnce = 500;

    /// <summary>Rows older than this are of no week that can be due.</summary>
    private static readonly Duration Recent = Duration.FromDays(21);

    /// <summary>No send time is farther ahead, whatever the clocks of the zone do.</summary>
    private static readonly Duration BeyondEverySendTime = Duration.FromDays(8);

    /// <inheritdoc/>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        while (await LookedAtAsync(cancellationToken) is { Count: > 0 } looked)
        {
            foreach (var (runnerId, time) in Due(looked))
            {
                await AddAsync(runnerId, time, cancellationToken);
            }

            await PutOffAsync(looked, cancellationToken);
        }
    }

    // A range of an index: who was looked at is put off until the next send time, and comes back at once when anything about it changes.
    private async Task<List<LookedAt>> LookedAtAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var (recent, beyond) = (now - Recent, now + BeyondEverySendTime);
        return await db.Users.AsNoTracking()
            .Where(runner => runner.MailDue == null || runner.MailDue <= now || runner.MailDue > beyond)
            .OrderBy(runner => runner.MailDue).ThenBy(runner => runner.Id)
            .Take(MostAtOnce)
            .Select(runner => new LookedAt(
                new Runner
                {
                    Id = runner.Id,
                    TimeZone = runner.TimeZone,
                    MailDay = runner.MailDay,
                    MailHour = runner.MailHour,
                    WeeklyMail = runner.WeeklyMail,
                    StoringConsent = runner.StoringConsent,
                    ScoringConsent = runner.ScoringConsent,
                    EmailConfirmed = runner.EmailConfirmed,
                    Created = runner.Created,
                },
                db.WeeklyMails.Where(row => row.RunnerId == runner.Id && row.Created > recent).Select(row => row.IsoWeek).ToList(),
                now))
            .ToListAsync(cancellationToken);
    }

    private IEnumerable<(Guid RunnerId, SendTime Time)> Due(IEnumerable<LookedAt> looked) => looked
        .Where(reader => reader.Runner.WeeklyMail && reader.Runner.Processing.Scores && (reader.Runner.EmailConfirmed || !settings.AsksForConfirmation))
        .Select(reader => (reader.Runner, reader.Weeks, Time: SendTime.Newest(reader.Runner.Zone, reader.Runner.MailDay, reader.Runner.MailHour, reader.Now)))
        // Who joined after the send time waits for the next one; who has the mail of a week is not told of the week before it.
        .Where(reader => reader.Time.Due > reader.Runner.Created
            && !reader.Weeks.Contains(reader.Time.Week.ToString(), StringComparer.Ordinal)
            && !reader.Weeks.Contains(reader.Time.Week.Next.ToString(), StringComparer.Ordinal))
        .OrderBy(reader => reader.Time.Due)
        .Select(reader => (reader.Runner.Id, reader.Time));

    // Whoever changed a setting meanwhile is looked at again.
    private async Task PutOffAsync(IEnumerable<LookedAt> looked, CancellationToken cancellationToken)
    {
        foreach (var same in looked.GroupBy(reader => (
            reader.Runner.TimeZone, reader.Runner.MailDay, reader.Runner.MailHour, reader.Runner.WeeklyMail, Agreed: reader.Runner.Processing.Scores,
            reader.Runner.EmailConfirmed, reader.Now)))
        {
            var (zone, day, hour, wanted, agreed, confirmed, now) = same.Key;
            var ids = same.Select(reader => reader.Runner.Id).ToList();
            Instant? next = SendTime.Next(same.First().Runner.Zone, day, hour, now).Due;
            await db.Users
                .Where(runner => ids.Contains(runner.Id) && runner.TimeZone == zone && runner.MailDay == day && runner.MailHour == hour
                    && runner.WeeklyMail == wanted
                        && (runner.StoringConsent != null && runner.ScoringConsent != null) == agreed
                        && runner.EmailConfirmed == confirmed)
                .ExecuteUpdateAsync(set => set.SetProperty(runner => runner.MailDue, next), cancellationToken);
        }
    }

    private async Task AddAsync(Guid runnerId, SendTime time, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        var week = time.Week.ToString();
        if (await work.DoAsync(runnerId, _ => AddAsync(id, runnerId, week, cancellationToken), cancellationToken))
        {
            bell.Ring(runnerId);
            WeeklyMailLog.Due(logger, id, week);
        }
    }

    private async Task<bool> AddAsync(Guid id, Guid runnerId, string week, CancellationToken cancellationToken)
    {
        if (await db.WeeklyMails.AnyAsync(row => row.RunnerId == runnerId && row.IsoWeek == week, cancellationToken))
        {
            // Another look was a moment faster.
            return false;
        }

        // The mail of an earlier week is of no use any more.
        await db.Work.Where(row => row.RunnerId == runnerId && row.Rank == WorkRank.WeeklyMails && row.Failed).ExecuteDeleteAsync(cancellationToken);
        db.WeeklyMails.Add(new()
        {
            Id = id,
            RunnerId = runnerId,
            IsoWeek = week,
            MessageId = $"{id:n}.{week}@{links.Host}",
            State = MailState.Waiting,
            Created = clock.GetCurrentInstant(),
        });
        await db.SaveChangesAsync(cancellationToken);
        await list.AddAsync(WorkKind.Score, id, runnerId, WorkRank.WeeklyMails, cancellationToken);
        return true;
    }

    private sealed record LookedAt(Runner Runner, List<string> Weeks, Instant Now);
}
