using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Email;
using KneeLoad.Web.Features.WeeklyMail.Times;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using MailRow = KneeLoad.Web.Data.Entities.WeeklyMail;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>The rows of weekly mails: which are still wanted, what they say, and how they ended.</summary>
internal sealed class WeeklyMailRows(KneeLoadDbContext db, RunnerWork work, MailSettings settings, IClock clock, ILogger<WeeklyMailRows> logger)
{
    /// <summary>A mail that speaks of today's ceiling is of no use later than this.</summary>
    public static readonly Duration OldestToSend = Duration.FromDays(3);

    private const int RefusalsUntilOff = 3;

    /// <summary>Reads the mail that work is about, and its reader.</summary>
    /// <returns>Null where nothing is to be sent; then the work is ended.</returns>
    public async Task<(MailRow Row, Runner Reader)?> ReadAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        var row = await db.WeeklyMails.AsNoTracking().SingleOrDefaultAsync(one => one.Id == claim.Key, cancellationToken);
        var reader = await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.Id == claim.RunnerId, cancellationToken);
        if (reader is null)
        {
            // The account is gone, and with it the work.
            throw new ClaimLostException();
        }

        if (row is null or { State: MailState.Sent })
        {
            await work.EndAsync(claim, _ => Task.CompletedTask, cancellationToken);
            return null;
        }

        if (WhyNot(row, reader) is { } why)
        {
            await DropAsync(claim, why, cancellationToken);
            return null;
        }

        return (row, reader);
    }

    /// <summary>Ends the work of a mail that is not to go.</summary>
    public Task DropAsync(WorkClaim claim, string why, CancellationToken cancellationToken) => work.EndAsync(
        claim, _ => GivenUpAsync(claim.Key, $"{DeliveryOutcome.MailRefused}: {why}", cancellationToken), cancellationToken);

    /// <summary>Keeps what a mail says, within a transaction.</summary>
    public Task<int> KeepAsync(Guid id, WrittenLetter letter, CancellationToken cancellationToken) =>
        db.WeeklyMails.Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.Subject, letter.Subject)
                .SetProperty(row => row.TextBody, letter.Text)
                .SetProperty(row => row.HtmlBody, letter.Html)
                .SetProperty(row => row.Assessment, letter.Assessment)
                .SetProperty(row => row.Day, letter.Day)
                .SetProperty(row => row.PainDay, letter.PainDay),
            cancellationToken);

    /// <summary>Says, within a transaction, that what a mail says is to be written anew.</summary>
    public Task<int> OutdateAsync(Guid id) =>
        db.WeeklyMails.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Day, (LocalDate?)null), CancellationToken.None);

    /// <summary>Says, within a transaction, that a server took a mail.</summary>
    public Task<int> SentAsync(Guid id)
    {
        var now = (Instant?)clock.GetCurrentInstant();
        return db.WeeklyMails.Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, MailState.Sent).SetProperty(row => row.Sent, now).SetProperty(row => row.LastError, (string?)null),
            CancellationToken.None);
    }

    /// <summary>
    /// Says, within the transaction that gives its work up, why a mail did not go. An address that was refused three weeks in a row is not written to
    /// any more.
    /// </summary>
    public async Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken)
    {
        var why = fault is NotDoneException notDone ? notDone.Message : fault?.GetType().Name ?? "its process ended each time";
        await GivenUpAsync(claim.Key, why, cancellationToken);
        var last = await db.WeeklyMails.AsNoTracking()
            .Where(row => row.RunnerId == claim.RunnerId)
            .OrderByDescending(row => row.IsoWeek)
            .Take(RefusalsUntilOff)
            .Select(row => row.LastError)
            .ToListAsync(cancellationToken);
        if (last.Count == RefusalsUntilOff
            && last.TrueForAll(error => error?.StartsWith(nameof(DeliveryOutcome.ReaderRefused), StringComparison.Ordinal) is true))
        {
            await db.Users
                .Where(runner => runner.Id == claim.RunnerId)
                .ExecuteUpdateAsync(set => set.SetProperty(runner => runner.WeeklyMail, false), cancellationToken);
            WeeklyMailLog.Stopped(logger, claim.Runner);
        }
    }

    private Task<int> GivenUpAsync(Guid id, string why, CancellationToken cancellationToken) => db.WeeklyMails.Where(row => row.Id == id).ExecuteUpdateAsync(
        set => set.SetProperty(row => row.State, MailState.GivenUp).SetProperty(row => row.LastError, why), cancellationToken);

    private string? WhyNot(MailRow row, Runner reader) =>
        !reader.WeeklyMail || !reader.Processing.Scores ? "no longer wanted"
        : settings.AsksForConfirmation && !reader.EmailConfirmed ? "the address is not confirmed"
        : clock.GetCurrentInstant() - row.Created > OldestToSend ? "too old"
        : null;
}
