using KneeLoad.Analysis.Weeks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Data.Reading;

/// <summary>Reads stored activities as the rows that weeks and score are computed from.</summary>
internal static class HistoryRows
{
    /// <summary>The activities from a day on, and the runner's very first run, so that it is known how long the history is.</summary>
    /// <returns>Oldest first. Activities whose load is not computed yet are left out.</returns>
    public static async Task<IReadOnlyList<HistoryRun>> ReadAsync(
        KneeLoadDbContext db, Guid runnerId, LocalDate from, CancellationToken cancellationToken)
    {
        var computed = db.Runs.AsNoTracking().Where(run => run.RunnerId == runnerId && run.Load != null);
        var first = computed.Where(run => run.IsRun && run.DuplicateOfId == null && !run.LeftOut).OrderBy(run => run.LocalDate).ThenBy(run => run.Start).Select(run => run.Id).Take(1);
        var rows = await computed
            .Where(run => run.LocalDate >= from || first.Contains(run.Id))
            .OrderBy(run => run.Start).ThenBy(run => run.Id)
            .Select(run => new { run.Id, run.Metrics, run.Load, run.Surface, run.DuplicateOfId, run.LeftOut })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new HistoryRun(
            row.Id.ToString("n"),
            StoredJson.ReadMetrics(row.Metrics),
            StoredJson.ReadLoad(row.Load!),
            StoredJson.ReadSurface(row.Surface),
            row.DuplicateOfId?.ToString("n"))
        { LeftOut = row.LeftOut });
    }
}
