using KneeLoad.Analysis.Evidence;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using MailRow = KneeLoad.Web.Data.Entities.WeeklyMail;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>
/// Knows the readers whom a mail would only remind that there are no runs. They get one letter without runs; then there is silence
/// until a run comes.
/// </summary>
public sealed class RunlessReaders(KneeLoadDbContext db, IClock clock)
{
    /// <summary>Tells whether a reader without a run in the last 30 days has had the letter that says so.</summary>
    /// <param name="row">The mail that is due; it is not counted itself.</param>
    /// <param name="reader">Its reader.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<bool> WasToldAsync(MailRow row, Runner reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(reader);
        var today = reader.DayAt(clock.GetCurrentInstant());
        var runs = db.Runs.Where(run => run.RunnerId == reader.Id && run.IsRun && run.DuplicateOfId == null && run.LocalDate <= today);
        var last = await runs.MaxAsync(run => (LocalDate?)run.LocalDate, cancellationToken);
        var silentFrom = last?.PlusDays(Published.SpikeWindowDays.Value);
        if (silentFrom > today)
        {
            return false;
        }

        // A mail of a day on which the last run lay 30 days back, or of any day before the first run, was that letter, unless runs
        // have come since, however old: a history that is uploaded late gets an answer too.
        var from = silentFrom is { } day
            ? Instant.Max(reader.Zone.AtStartOfDay(day).ToInstant(), await runs.MaxAsync(run => run.Upload.Received, cancellationToken))
            : reader.Created;
        return await db.WeeklyMails.AnyAsync(
            other => other.RunnerId == reader.Id && other.Id != row.Id && other.State == MailState.Sent && other.Created >= from, cancellationToken);
    }
}
