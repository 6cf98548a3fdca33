using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Questions;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Copies;

/// <summary>Notes at a run which later one may be the same in another zone, so that the question is found without reading a history.</summary>
internal static class CopyStep
{
    /// <summary>Looks at all runs that a change can touch.</summary>
    /// <param name="db">The database.</param>
    /// <param name="runnerId">Whose.</param>
    /// <param name="changed">From the first start to the last end of the changed activities.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task RunAsync(KneeLoadDbContext db, Guid runnerId, Interval changed, CancellationToken cancellationToken)
    {
        var (from, to) = (changed.Start - ShiftedCopies.Reach, changed.End + ShiftedCopies.Reach);
        var rows = await db.Runs.AsNoTracking()
            .Where(run => run.RunnerId == runnerId && run.Start >= from && run.Start <= to)
            .OrderBy(run => run.Start).ThenBy(run => run.Id)
            .Select(run => new { run.Id, run.Start, run.CopyId, Counts = run.DuplicateOfId == null && !run.LeftOut && run.LocalDate >= OpenQuestionsReader.FirstKnownDay })
            .ToListAsync(cancellationToken);
        // Of thousands of runs few lie whole quarters of an hour apart: only theirs are read.
        var near = Near([.. rows.Where(row => row.Counts).Select(row => (row.Id, row.Start))]);
        var found = near.Count == 0 ? [] : await FindAsync(db, runnerId, near, cancellationToken);
        // What lies behind the change may have its copy beyond what was read.
        foreach (var row in rows.Where(row => row.Start <= changed.End))
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

    private static HashSet<Guid> Near(List<(Guid Id, Instant Start)> runs)
    {
        var near = new HashSet<Guid>();
        for (var i = 0; i < runs.Count; i++)
        {
            for (var j = i + 1; j < runs.Count && runs[j].Start - runs[i].Start <= ShiftedCopies.Reach; j++)
            {
                if (ShiftedCopies.ShiftOf(runs[j].Start - runs[i].Start) is not null)
                {
                    near.UnionWith([runs[i].Id, runs[j].Id]);
                }
            }
        }

        return near;
    }

    private static async Task<Dictionary<Guid, Guid>> FindAsync(KneeLoadDbContext db, Guid runnerId, HashSet<Guid> near, CancellationToken cancellationToken)
    {
        var rows = await db.Runs.AsNoTracking().Where(run => near.Contains(run.Id)).Select(run => new { run.Id, run.Metrics }).ToListAsync(cancellationToken);
        var told = await ToldOfRuns.ReadAsync(db, runnerId, near, cancellationToken);
        var candidates = rows.Where(row => !told.Has(row.Id, CorrectionKind.NotTheSame))
            .Select(row => DuplicateCandidate.Of(row.Id.ToString("n"), StoredJson.ReadMetrics(row.Metrics), told.IsOneInTwoZones(row.Id)));
        return ShiftedCopies.Find([.. candidates]).ToDictionary(pair => Guid.ParseExact(pair.Earlier, "n"), pair => Guid.ParseExact(pair.Later, "n"));
    }
}
