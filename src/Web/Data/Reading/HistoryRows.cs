using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Data.Corrections;
using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Data.Reading;

/// <summary>Reads stored activities as the rows that weeks and score are computed from.</summary>
internal static class HistoryRows
{
    /// <summary>The activities from a day on, and the runner's very first run, so that it is known how long the history is.</summary>
    /// <param name="db">The database.</param>
    /// <param name="runnerId">Whose.</param>
    /// <param name="from">The first local day.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="until">The last local day; null for all.</param>
    /// <returns>Oldest first. Activities whose load is not computed yet are left out.</returns>
    public static async Task<IReadOnlyList<HistoryRun>> ReadAsync(
        KneeLoadDbContext db, Guid runnerId, LocalDate from, CancellationToken cancellationToken, LocalDate? until = null)
    {
        var computed = db.Runs.AsNoTracking().Where(run => run.RunnerId == runnerId && run.Load != null);
        var first = computed.Where(run => run.IsRun && run.DuplicateOfId == null && !run.LeftOut).OrderBy(run => run.LocalDate).ThenBy(run => run.Start).Select(run => run.Id).Take(1);
        var rows = await computed
            .Where(run => (run.LocalDate >= from && (until == null || run.LocalDate <= until)) || first.Contains(run.Id))
            .OrderBy(run => run.Start).ThenBy(run => run.Id)
            .Select(run => new { run.Id, run.Metrics, run.Load, run.Surface, run.DuplicateOfId, run.LeftOut })
            .ToListAsync(cancellationToken);
        var told = await ToldOfRuns.ReadAsync(db, runnerId, [.. rows.Select(row => row.Id)], cancellationToken);
        var joined = JoinedActivities.Of(rows.ConvertAll(row => new StoredActivity(
            KeyOf(row.Id),
            new(StoredJson.ReadMetrics(row.Metrics), CellTable.Empty),
            row.DuplicateOfId is { } kept ? KeyOf(kept) : null,
            row.LeftOut || told.Has(row.Id, CorrectionKind.NotTheSame))
        {
            IsOneInTwoZones = told.IsOneInTwoZones(row.Id),
            Surface = StoredJson.ReadSurface(row.Surface),
        }));
        return [.. rows.Zip(joined, (row, one) => new HistoryRun(
            one.Key,
            one.Analysed.Metrics,
            StoredJson.ReadLoad(row.Load!),
            one.Surface,
            row.DuplicateOfId is { } kept ? KeyOf(kept) : null) { LeftOut = row.LeftOut, JoinedWith = one.JoinedWith })];
    }

    private static string KeyOf(Guid id) => id.ToString("n");
}
