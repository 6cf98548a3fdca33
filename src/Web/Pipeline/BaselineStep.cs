using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Pipeline;

/// <summary>Computes what runs did against the runner's own baseline, for the runs that a change touches. No file is read for it.</summary>
internal static class BaselineStep
{
    /// <summary>Recomputes the changed runs and those whose baseline reaches back to them.</summary>
    public static async Task RunAsync(KneeLoadDbContext db, Guid runnerId, Interval changed, CancellationToken cancellationToken)
    {
        var window = Choices.BaselineWindow.Value;
        var (from, to) = (changed.Start - window, changed.End + window);
        var rows = await db.Runs.AsNoTracking()
            .Where(run => run.RunnerId == runnerId && run.Start >= from && run.Start <= to)
            .OrderBy(run => run.Start).ThenBy(run => run.Id)
            .Select(run => new { run.Id, run.Start, run.Metrics, run.Load, run.Cells, IsSetAside = run.DuplicateOfId != null || run.LeftOut })
            .ToListAsync(cancellationToken);
        var loads = RunLoads.Compute([.. rows.Select(row => BaselineRun.Of(
            StoredJson.ReadMetrics(row.Metrics),
            CellTableCodec.Decode(row.Cells) ?? throw new InvalidDataException($"The cells of run {row.Id} cannot be read."),
            row.IsSetAside))]);
        foreach (var (row, load) in rows.Zip(loads))
        {
            if (row.Start >= changed.Start && StoredJson.Write(load) is var written && !string.Equals(written, row.Load, StringComparison.Ordinal))
            {
                db.Attach(new Run { Id = row.Id, Load = row.Load }).Entity.Load = written;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
