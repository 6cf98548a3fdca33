using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Data.Corrections;

/// <summary>A runner's corrections of some activities.</summary>
internal sealed class ToldOfRuns
{
    private readonly ILookup<Guid, RunCorrection> rows;

    /// <summary>Reads the corrections of some rows.</summary>
    public ToldOfRuns(IEnumerable<RunCorrection> rows) => this.rows = rows.ToLookup(row => row.RunId);

    /// <summary>Reads all that was told of some activities.</summary>
    public static async Task<ToldOfRuns> ReadAsync(
        KneeLoadDbContext db, Guid runnerId, IReadOnlyCollection<Guid> runIds, CancellationToken cancellationToken) =>
        new(await db.RunCorrections.AsNoTracking().Where(row => row.RunnerId == runnerId && runIds.Contains(row.RunId)).ToListAsync(cancellationToken));

    /// <summary>One correction of an activity; null when the runner told nothing of that kind.</summary>
    public RunCorrection? Find(Guid runId, CorrectionKind kind) => rows[runId].FirstOrDefault(row => row.Kind == kind);

    /// <summary>Whether a correction of some kind was told of an activity.</summary>
    public bool Has(Guid runId, CorrectionKind kind) => Find(runId, kind) is not null;

    /// <summary>The runner's word on an equal activity at another hour: true for one run, false for two; null while nothing is told.</summary>
    public bool? IsOneInTwoZones(Guid runId) => Has(runId, CorrectionKind.SameRun) ? true : Has(runId, CorrectionKind.OtherRun) ? false : null;

    /// <summary>The facts that the activity's analysis goes by.</summary>
    public ToldRun Of(Guid runId) => rows.Contains(runId)
        ? new()
        {
            Kind = Find(runId, CorrectionKind.RunKind)?.RunKind,
            Distance = Find(runId, CorrectionKind.Distance)?.Metres is { } metres ? new Distance(metres) : null,
            Start = Find(runId, CorrectionKind.Start)?.Start,
            Day = Find(runId, CorrectionKind.Start)?.Day,
        }
        : ToldRun.Nothing;
}
