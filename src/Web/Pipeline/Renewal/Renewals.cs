using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Renewal;

/// <summary>Compares runs that are read again with what an earlier version of the program had stored of them.</summary>
internal sealed class Renewals
{
    /// <summary>A runner does not notice a smaller change of a distance. [1]</summary>
    private const double NoticedShare = 0.01;

    private readonly Dictionary<Guid, RunMetrics> before;

    private Renewals(Dictionary<Guid, RunMetrics> before) => this.before = before;

    /// <summary>Reads what earlier versions stored of some runs. Runs of this version, and deleted ones, are not looked at.</summary>
    /// <param name="db">The database.</param>
    /// <param name="keys">The runs.</param>
    /// <param name="version">This version.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Renewals> ReadAsync(KneeLoadDbContext db, IReadOnlyCollection<Guid> keys, string version, CancellationToken cancellationToken) =>
        new(await db.Runs.AsNoTracking()
            .Where(run => keys.Contains(run.Id) && run.ModelVersion != version)
            .Select(run => new { run.Id, run.Metrics })
            .ToDictionaryAsync(run => run.Id, run => StoredJson.ReadMetrics(run.Metrics), cancellationToken));

    /// <summary>The runs that an earlier version had stored.</summary>
    public IReadOnlyCollection<Guid> Runs => before.Keys;

    /// <summary>The span that runs have left because this version reads another time for them.</summary>
    /// <param name="rows">The runs as they are stored now.</param>
    /// <returns>Null when none has moved.</returns>
    public Interval? Left(IEnumerable<Run> rows)
    {
        var left = rows.Where(row => before.TryGetValue(row.Id, out var old) && (old.Start, old.Start + old.Elapsed) != (row.Start, row.End))
            .Select(row => before[row.Id])
            .ToList();
        return left.Count > 0 ? new(left.Min(old => old.Start), left.Max(old => old.Start + old.Elapsed)) : null;
    }

    /// <summary>The changes of one run that a runner would notice.</summary>
    public IEnumerable<RenewedRun> Of(Run row) => before.TryGetValue(row.Id, out var old)
        ? Changes(old, StoredJson.ReadMetrics(row.Metrics)).Select(change => new RenewedRun { RunnerId = row.RunnerId, RunId = row.Id, Change = change })
        : [];

    private static IEnumerable<RenewalChange> Changes(RunMetrics old, RunMetrics now)
    {
        if (IsNoticed(old.Distance, now.Distance))
        {
            yield return RenewalChange.Distance;
        }

        if (old.LocalDate != now.LocalDate)
        {
            yield return RenewalChange.Day;
        }

        if (old.IsRun != now.IsRun)
        {
            yield return now.IsRun ? RenewalChange.Counts : RenewalChange.CountsNoMore;
        }
    }

    private static bool IsNoticed(Distance? old, Distance? now) => (old, now) switch
    {
        (null, null) => false,
        ({ } a, { } b) => Math.Abs(a.Metres - b.Metres) > NoticedShare * Math.Max(a.Metres, b.Metres),
        _ => true,
    };
}
