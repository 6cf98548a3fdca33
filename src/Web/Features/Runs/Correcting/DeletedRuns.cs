using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Runs.Correcting;

/// <summary>Reads the signed-in runner's deleted runs, and brings one back.</summary>
public sealed class DeletedRuns(KneeLoadDbContext db, CurrentRunner current, RunCorrecting correcting, RunRemoval removal, Language language)
{
    /// <summary>So many are listed, the newest first. [1]</summary>
    private const int Most = 500;

    /// <summary>The deleted runs.</summary>
    public async Task<DeletedRunsView> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await db.AllRuns.AsNoTracking()
            .Where(run => run.RunnerId == current.Id && run.Deleted)
            .OrderByDescending(run => run.Start).ThenByDescending(run => run.Id)
            .Select(run => new { run.Id, run.LocalDate, run.Metrics, run.MemberName, run.Upload.FileName })
            .Take(Most)
            .ToListAsync(cancellationToken);
        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        return new(runner.Format(language), rows.ConvertAll(row => new DeletedRunsView.Run(
            row.Id, row.LocalDate, StoredJson.ReadMetrics(row.Metrics).Distance, row.MemberName ?? row.FileName)));
    }

    /// <summary>Brings a run back.</summary>
    /// <returns>False when the runner deleted no such run.</returns>
    public Task<bool> BringBackAsync(Guid run, CancellationToken cancellationToken) =>
        correcting.TakeBackAsync(current.Id, [run], CorrectionKind.Deleted, cancellationToken);

    /// <summary>Deletes all of them for good.</summary>
    public Task RemoveAsync(CancellationToken cancellationToken) => removal.RunAsync(current.Id, isOldAlone: false, cancellationToken);
}

/// <summary>The page of deleted runs.</summary>
/// <param name="Format">How this runner reads quantities.</param>
/// <param name="Runs">Newest first.</param>
public sealed record DeletedRunsView(RunnerFormat Format, IReadOnlyList<DeletedRunsView.Run> Runs)
{
    /// <summary>One deleted run.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="Day">Its local day.</param>
    /// <param name="Distance">Its length; null when unknown. [m]</param>
    /// <param name="FileName">Name of its file.</param>
    public sealed record Run(Guid Id, LocalDate Day, Distance? Distance, string FileName);
}
