using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Questions;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Steps;

/// <summary>Notes at a run which later one may be the same in another zone, so that the question is found without reading a history.</summary>
internal static class CopyStep
{
    /// <summary>Looks at all runs that a change can touch.</summary>
    /// <param name="db">The database.</param>
    /// <param name="runnerId">The runner.</param>
    /// <param name="changed">From the first start to the last end of the changed activities.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task RunAsync(KneeLoadDbContext db, Guid runnerId, Interval changed, CancellationToken cancellationToken)
    {
        var touched = Around(changed);
        var (from, to) = (Around(touched).Start, Around(touched).End);
        var rows = await db.Runs.AsNoTracking()
            .Where(run => run.RunnerId == runnerId && run.Start >= from && run.Start <= to)
            .OrderBy(run => run.Start).ThenBy(run => run.Id)
            .Select(run => new
            {
                run.Id,
                run.Start,
                run.CopyId,
                Counts = run.DuplicateOfId == null && !run.LeftOut && run.LocalDate >= OpenQuestionsReader.FirstKnownDay,
            })
            .ToListAsync(cancellationToken);
        var counted = rows.FindAll(row => row.Counts);
        // In most spans no two runs start whole quarters of an hour apart: then no run is read.
        var found = IsAnyShifted(counted.ConvertAll(row => row.Start), touched)
            ? await FindAsync(db, runnerId, [.. counted.Select(row => row.Id)], cancellationToken)
            : [];
        foreach (var row in rows.Where(row => row.Start >= touched.Start && row.Start <= touched.End))
        {
            Guid? copy = found.TryGetValue(row.Id, out var later) ? later : null;
            if (copy != row.CopyId)
            {
                db.Attach(new Run { Id = row.Id, CopyId = row.CopyId }).Entity.CopyId = copy;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private static Interval Around(Interval span) => new(span.Start - ShiftedCopies.Influence, span.End + ShiftedCopies.Influence);

    private static bool IsAnyShifted(List<Instant> starts, Interval touched)
    {
        for (var i = 0; i < starts.Count; i++)
        {
            for (var j = i + 1; j < starts.Count && starts[j] - starts[i] <= ShiftedCopies.Reach; j++)
            {
                if (starts[i] >= touched.Start && starts[i] <= touched.End && ShiftedCopies.ShiftOf(starts[j] - starts[i]) is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static async Task<Dictionary<Guid, Guid>> FindAsync(KneeLoadDbContext db, Guid runnerId, HashSet<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await db.Runs.AsNoTracking().Where(run => ids.Contains(run.Id)).Select(run => new { run.Id, run.Metrics }).ToListAsync(cancellationToken);
        var told = await ToldOfRuns.ReadAsync(db, runnerId, ids, cancellationToken);
        var candidates = rows.Where(row => !told.Has(row.Id, CorrectionKind.NotTheSame))
            .Select(row => DuplicateCandidate.Of(row.Id.ToString("n"), StoredJson.ReadMetrics(row.Metrics), told.IsOneInTwoZones(row.Id)));
        return ShiftedCopies.Find([.. candidates]).ToDictionary(pair => Guid.ParseExact(pair.Earlier, "n"), pair => Guid.ParseExact(pair.Later, "n"));
    }
}
