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
    /// <summary>A start may lie so many days beside its local day: the zones' widest, and a day for what is shown in another. [d]</summary>
    private const int DaysAround = 2;

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
        // By the index of starts: whatever the zone, a start lies within a day or so of its local day.
        var earliest = StartOf(from.PlusDays(-DaysAround));
        var latest = until is { } last ? StartOf(last.PlusDays(DaysAround)) : (Instant?)null;
        var rows = await ColumnsOf(computed.Where(run => run.Start >= earliest && (latest == null || run.Start <= latest)
            && run.LocalDate >= from && (until == null || run.LocalDate <= until))).ToListAsync(cancellationToken);
        var first = await ColumnsOf(computed.Where(run => run.IsRun && run.DuplicateOfId == null && !run.LeftOut)
            .OrderBy(run => run.LocalDate).ThenBy(run => run.Start).Take(1)).ToListAsync(cancellationToken);
        rows = [.. rows.UnionBy(first, row => row.Id).OrderBy(row => row.Start).ThenBy(row => row.Id)];
        var told = await ToldOfRuns.ReadAsync(db, runnerId, [.. rows.Select(row => row.Id)], cancellationToken);
        var joined = JoinedActivities.Of(rows.ConvertAll(row => new StoredActivity(
            KeyOf(row.Id),
            new(StoredJson.ReadMetrics(row.Metrics), CellTable.Empty),
            row.DuplicateOfId is { } kept ? KeyOf(kept) : null,
            row.LeftOut || told.Has(row.Id, CorrectionKind.NotTheSame))
        {
            IsOneInTwoZones = told.IsOneInTwoZones(row.Id),
            Surface = StoredJson.ReadSurface(row.Surface),
        }), Copies(rows));
        return [.. rows.Zip(joined, (row, one) => new HistoryRun(
            one.Key,
            one.Analysed.Metrics,
            StoredJson.ReadLoad(row.Load!),
            one.Surface,
            row.DuplicateOfId is { } kept ? KeyOf(kept) : null) { LeftOut = row.LeftOut, JoinedWith = one.JoinedWith })];
    }

    /// <summary>The pairs as they are noted at the earlier run of each: which runs are copies depends on more than these rows.</summary>
    private static List<ShiftedPair> Copies(IReadOnlyList<Columns> rows)
    {
        var counted = rows.Where(row => row.DuplicateOfId is null && !row.LeftOut).ToDictionary(row => row.Id);
        return [.. counted.Values
            .Where(row => row.CopyId is { } copy && counted.ContainsKey(copy))
            .Select(row => (Row: row, Copy: counted[row.CopyId!.Value]))
            .Select(pair => new ShiftedPair(
                KeyOf(pair.Row.Id), KeyOf(pair.Copy.Id), ShiftedCopies.ShiftOf(pair.Copy.Start - pair.Row.Start) ?? pair.Copy.Start - pair.Row.Start))];
    }

    private static Instant StartOf(LocalDate day) => day.AtMidnight().InUtc().ToInstant();

    private static string KeyOf(Guid id) => id.ToString("n");

    private static IQueryable<Columns> ColumnsOf(IQueryable<Run> runs) =>
        runs.Select(run => new Columns(run.Id, run.Start, run.Metrics, run.Load, run.Surface, run.DuplicateOfId, run.LeftOut, run.CopyId));

    private sealed record Columns(Guid Id, Instant Start, string Metrics, string? Load, string? Surface, Guid? DuplicateOfId, bool LeftOut, Guid? CopyId);
}
