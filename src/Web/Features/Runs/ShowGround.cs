using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.Runs.Grounds;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Pipeline.Maps;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Runs;

/// <summary>Reads what a run of the signed-in runner was run on.</summary>
public sealed class ShowGround(KneeLoadDbContext db, CurrentRunner current, RunGroundReader reader, GroundMap maps, Language language)
{
    /// <summary>The ground as the page shows it.</summary>
    /// <param name="run">The run; it is the runner's.</param>
    /// <param name="correcting">Number of the way to correct; null when none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<GroundView> HandleAsync(RunView run, int? correcting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return GroundView.Of(run.Activity.Surface, await reader.ReadAsync(current.Id, ShowRun.PlacesOf(run.Activity), cancellationToken), correcting);
    }

    /// <summary>The data of the run's map.</summary>
    /// <returns>Null when the runner has no such run, or nobody knows where it went.</returns>
    public async Task<GroundChart?> ChartAsync(Guid runId, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(current.Id, runId, cancellationToken) is not { Places.Count: > 1 } ground)
        {
            return null;
        }

        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        using var lease = await maps.LeaseAsync(cancellationToken);
        return GroundChart.Of(ground, lease.Index, runner.Format(language));
    }
}
