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

    /// <summary>No pause reaches this far: what waits longer was put off by a clock that has since gone back.</summary>
    private static readonly Duration BeyondEveryPause = 2 * RetryPause.Longest;

    /// <inheritdoc/>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var (runnerId, time) in await DueAsync(cancellationToken))
        {
            await AddAsync(runnerId, time, cancellationToken);
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
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<WeeklyMailDispatch>().SendAsync(mail.Id, mail.Attempts, token);
        });

    private async Task<IReadOnlyList<(Guid RunnerId, SendTime Time)>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var recent = now - Recent;
        var asks = settings.AsksForConfirmation;
        var readers = await db.Users.AsNoTracking()
            .Where(runner => runner.WeeklyMail && runner.HealthConsent != null && (runner.EmailConfirmed || !asks))
            .Select(runner => new
            {
                Runner = runner,
                Weeks = db.WeeklyMails.Where(row => row.RunnerId == runner.Id && row.Created > recent).Select(row => row.IsoWeek).ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. readers
                .Select(reader => (reader.Runner, reader.Weeks, Time: SendTime.Newest(reader.Runner.Zone, reader.Runner.MailDay, reader.Runner.MailHour, now)))
                // Who joined after the send time waits for the next one; who has the mail of a week is not told of the week before it.
                .Where(reader => reader.Time.Due > reader.Runner.Created
                    && !reader.Weeks.Contains(reader.Time.Week.ToString(), StringComparer.Ordinal)
                    && !reader.Weeks.Contains(reader.Time.Week.Next.ToString(), StringComparer.Ordinal))
                .OrderBy(reader => reader.Time.Due)
                .Select(reader => (reader.Runner.Id, reader.Time)),
        ];
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
}
