using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Steps;

/// <summary>Marks the activities that repeat another: from two watches, or exported twice.</summary>
internal static class DuplicateStep
{
    /// <summary>Starts so close may be one activity, whatever their ends; wider than what the model asks.</summary>
    private static readonly Duration Near = Duration.FromMinutes(5);

    /// <summary>Looks at everything that touches the changed span in time.</summary>
    /// <returns>The span, widened to the starts of activities that touch it.</returns>
    public static async Task<Interval> RunAsync(KneeLoadDbContext db, Guid runnerId, Interval changed, CancellationToken cancellationToken)
    {
        var neighbours = await NeighboursAsync(db, runnerId, changed, cancellationToken);
        var told = await ToldOfRuns.ReadAsync(db, runnerId, [.. neighbours.Select(run => run.Id)], cancellationToken);
        var found = Duplicates.Find(
            [.. neighbours.Where(run => !told.Has(run.Id, CorrectionKind.NotTheSame))
                .Select(run => DuplicateCandidate.Of(KeyOf(run.Id), StoredJson.ReadMetrics(run.Metrics), told.IsOneInTwoZones(run.Id)))]);
        foreach (var run in neighbours)
        {
            Guid? repeats = found.TryGetValue(KeyOf(run.Id), out var kept) ? Guid.ParseExact(kept, "n") : null;
            if (repeats != run.DuplicateOfId)
            {
                db.Attach(new Run { Id = run.Id, DuplicateOfId = run.DuplicateOfId }).Entity.DuplicateOfId = repeats;
            }

            // What touches the span in time may be joined otherwise now.
            changed = new(Instant.Min(changed.Start, run.Start), Instant.Max(changed.End, run.Start));
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return changed;
    }

    private static string KeyOf(Guid id) => id.ToString("n");

    // An activity that overlaps one of the span may overlap others in turn: the span grows until it touches nothing more.
    private static async Task<List<Neighbour>> NeighboursAsync(KneeLoadDbContext db, Guid runnerId, Interval span, CancellationToken cancellationToken)
    {
        var inTwoZones = db.RunCorrections.Where(told => told.RunnerId == runnerId && told.Kind == CorrectionKind.SameRun).Select(told => told.RunId);
        while (true)
        {
            var (from, to) = (span.Start - Near, span.End + Near);
            var (farFrom, farTo) = (span.Start - ShiftedCopies.Reach, span.End + ShiftedCopies.Reach);
            var rows = await db.Runs.AsNoTracking()
                .Where(run => run.RunnerId == runnerId
                    && ((run.End >= from && run.Start <= to) || (run.Start >= farFrom && run.Start <= farTo && inTwoZones.Contains(run.Id))))
                .Select(run => new Neighbour(run.Id, run.Start, run.End, run.Metrics, run.DuplicateOfId))
                .ToListAsync(cancellationToken);
            var grown = rows.Aggregate(span, (sofar, run) => new(Instant.Min(sofar.Start, run.Start), Instant.Max(sofar.End, run.End)));
            if (grown == span)
            {
                return rows;
            }

            span = grown;
        }
    }

    private sealed record Neighbour(Guid Id, Instant Start, Instant End, string Metrics, Guid? DuplicateOfId);
}
