using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Runs;

/// <summary>Reads the list of runs, a page at a time.</summary>
public sealed class ListRuns(KneeLoadDbContext db, CurrentRunner current, IRunnerHistoryReader histories)
{
    private const int RunsOnPage = 50;

    /// <summary>One page of all activities, newest first.</summary>
    /// <param name="page">From 1; a number beyond either end is the page at that end.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<RunsView> HandleAsync(int page, CancellationToken cancellationToken)
    {
        var runner = await db.Users.AsNoTracking().SingleAsync(row => row.Id == current.Id, cancellationToken);
        var history = await histories.ReadAsync(current.Id, cancellationToken);
        var ratios = SpikeRatios.Of(history.Runs);
        var pages = Math.Max(1, (history.Runs.Count + RunsOnPage - 1) / RunsOnPage);
        var shown = Math.Clamp(page, 1, pages);
        var runs = history.Runs.Order(HistoryRun.ByStart).Reverse()
            .Skip((shown - 1) * RunsOnPage)
            .Take(RunsOnPage)
            .Select(run => new ListedRun(run, ratios.TryGetValue(run.Key, out var ratio) ? ratio : null));
        return new(runner.Format(), [.. runs], shown, pages, history.Runs.Count);
    }
}
