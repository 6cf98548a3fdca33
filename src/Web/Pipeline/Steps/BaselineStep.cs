using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Steps;

/// <summary>Computes what runs did against the runner's own baseline, for the runs that a change touches. No file is read for it.</summary>
internal static class BaselineStep
{
    /// <summary>No activity on foot is longer: what is joined starts within.</summary>
    private static readonly Duration Neighbourhood = Duration.FromDays(2);

    /// <summary>The activities whose load a change can touch: the changed ones, and those whose baseline reaches back to them.</summary>
    public static Interval Touched(Interval changed) => new(changed.Start, changed.End + Choices.BaselineWindow.Value + Neighbourhood);

    /// <summary>Recomputes the loads of the activities that start within a span.</summary>
    public static async Task RunAsync(KneeLoadDbContext db, Guid runnerId, Interval span, CancellationToken cancellationToken)
    {
        foreach (var load in await ComputeAsync(db, runnerId, span, cancellationToken))
        {
            if (!string.Equals(load.Computed, load.Stored, StringComparison.Ordinal))
            {
                db.Attach(new Run { Id = load.RunId, Load = load.Stored }).Entity.Load = load.Computed;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>Computes the loads of the activities that start within a span, and writes nothing.</summary>
    public static async Task<IReadOnlyList<ComputedLoad>> ComputeAsync(KneeLoadDbContext db, Guid runnerId, Interval span, CancellationToken cancellationToken)
    {
        // An activity at the window's edge may be joined with one before or after it.
        var (from, to) = (span.Start - Choices.BaselineWindow.Value - Neighbourhood, span.End + Neighbourhood);
        var rows = await db.Runs.AsNoTracking()
            .Where(run => run.RunnerId == runnerId && run.Start >= from && run.Start <= to)
            .OrderBy(run => run.Start).ThenBy(run => run.Id)
            .Select(run => new { run.Id, run.Start, run.Metrics, run.Load, run.Cells, run.DuplicateOfId, run.LeftOut })
            .ToListAsync(cancellationToken);
        var told = await ToldOfRuns.ReadAsync(db, runnerId, [.. rows.Select(row => row.Id)], cancellationToken);
        var joined = JoinedActivities.Of(rows.ConvertAll(row => new StoredActivity(
            row.Id.ToString("n"),
            new(
                StoredJson.ReadMetrics(row.Metrics),
                CellTableCodec.Decode(row.Cells) ?? throw new InvalidDataException($"The cells of run {row.Id} cannot be read.")),
            row.DuplicateOfId?.ToString("n"),
            row.LeftOut || told.Has(row.Id, CorrectionKind.NotTheSame))
        { IsOneInTwoZones = told.IsOneInTwoZones(row.Id) }));
        var loads = RunLoads.Compute([.. rows.Zip(
            joined,
            (row, one) => BaselineRun.Of(one.Analysed.Metrics, one.Analysed.Cells, row.DuplicateOfId is not null || row.LeftOut))]);
        return [.. rows.Zip(loads)
            .Where(pair => pair.First.Start >= span.Start && pair.First.Start <= span.End)
            .Select(pair => new ComputedLoad(pair.First.Id, pair.First.Load, StoredJson.Write(pair.Second)))];
    }

    /// <summary>A run's load.</summary>
    /// <param name="RunId">The run.</param>
    /// <param name="Stored">RunLoad as JSON, as the row holds it; null where none was computed before.</param>
    /// <param name="Computed">RunLoad as JSON, as it is by the rows now.</param>
    internal sealed record ComputedLoad(Guid RunId, string? Stored, string Computed);
}
