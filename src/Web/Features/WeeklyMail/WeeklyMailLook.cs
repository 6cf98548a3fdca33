using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Email;
using KneeLoad.Web.Features.WeeklyMail.Letters;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using MailRow = KneeLoad.Web.Data.Entities.WeeklyMail;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>
/// Asks whose local send time has passed and who has no mail of that week yet, writes the row, then sends what waits. The row is
/// unique by runner and ISO week, so that crashes, clock changes and a second sweep at the same time lead to one mail.
/// </summary>
public sealed class WeeklyMailLook(
    KneeLoadDbContext db, IServiceScopeFactory scopes, MailSettings settings, MailLinks links, IClock clock, ILogger<WeeklyMailLook> logger) : ILook
{
    private const int MostAtOnce = 500;

    /// <summary>Rows older than this are of no week that can be due.</summary>
    private static readonly Duration Recent = Duration.FromDays(21);

    /// <summary>No send time is farther ahead, whatever the clocks of the zone do.</summary>
    private static readonly Duration BeyondEverySendTime = Duration.FromDays(8);

    /// <summary>No pause reaches this far: what waits longer was put off by a clock that has since gone back.</summary>
    private static readonly Duration BeyondEveryPause = 2 * RetryPause.Longest;

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

        IReadOnlyList<(Guid Id, int Attempts)> waiting;
        do
        {
            waiting = await WaitingAsync(cancellationToken);
            await SendAsync(waiting, cancellationToken);
        }
        while (waiting.Count == MostAtOnce);
    }

    private Task SendAsync(IReadOnlyList<(Guid Id, int Attempts)> waiting, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        waiting,
        new ParallelOptions { MaxDegreeOfParallelism = settings.Connections, CancellationToken = cancellationToken },
        async (mail, token) =>
        {
            await using var scope = scopes.OfAll();
            await scope.ServiceProvider.GetRequiredService<WeeklyMailDispatch>().SendAsync(mail.Id, mail.Attempts, token);
        });

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
            reader.Runner.TimeZone, reader.Runner.MailDay, reader.Runner.MailHour, reader.Runner.WeeklyMail, Agreed: reader.Runner.Processing.Scores, reader.Runner.EmailConfirmed, reader.Now)))
        {
            var (zone, day, hour, wanted, agreed, confirmed, now) = same.Key;
            var ids = same.Select(reader => reader.Runner.Id).ToList();
            Instant? next = SendTime.Next(same.First().Runner.Zone, day, hour, now).Due;
            await db.Users
                .Where(runner => ids.Contains(runner.Id) && runner.TimeZone == zone && runner.MailDay == day && runner.MailHour == hour
                    && runner.WeeklyMail == wanted && (runner.StoringConsent != null && runner.ScoringConsent != null) == agreed && runner.EmailConfirmed == confirmed)
                .ExecuteUpdateAsync(set => set.SetProperty(runner => runner.MailDue, next), cancellationToken);
        }
    }

    private async Task AddAsync(Guid runnerId, SendTime time, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        var week = time.Week.ToString();
        var row = new MailRow
        {
            Id = id,
            RunnerId = runnerId,
            IsoWeek = week,
            MessageId = $"{id:n}.{week}@{links.Host}",
            State = MailState.Waiting,
            Created = clock.GetCurrentInstant(),
            NextAttempt = time.Due,
        };
        try
        {
            db.WeeklyMails.Add(row);
            await db.SaveChangesAsync(cancellationToken);
            Log.Due(logger, row.Id, week);
        }
        catch (DbUpdateException)
        {
            db.Entry(row).State = EntityState.Detached;
            if (!await db.WeeklyMails.AnyAsync(other => other.RunnerId == runnerId && other.IsoWeek == week, cancellationToken))
            {
                throw;
            }

            // Another sweep was a moment faster.
        }
    }

    private async Task<IReadOnlyList<(Guid Id, int Attempts)>> WaitingAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var beyond = now + BeyondEveryPause;
        var rows = await db.WeeklyMails.AsNoTracking()
            .Where(row => row.State == MailState.Waiting && (row.NextAttempt <= now || row.NextAttempt > beyond))
            .OrderBy(row => row.NextAttempt)
            .Take(MostAtOnce)
            .Select(row => new { row.Id, row.Attempts })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Id, row.Attempts))];
    }

    private sealed record LookedAt(Runner Runner, List<string> Weeks, Instant Now);
}
