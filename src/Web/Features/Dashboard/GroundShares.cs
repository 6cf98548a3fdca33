using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Pages;
using NodaTime;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>The surfaces of the last 28 days, as shares of all metres run.</summary>
/// <param name="Parts">The mix as a strip; empty where no surface is known.</param>
/// <param name="Hard">On hard ground. [1]</param>
/// <param name="Soft">On other known ground. [1]</param>
/// <param name="Unknown">On ground that nobody knows. [1]</param>
public sealed record GroundShares(IReadOnlyList<SurfacePart> Parts, Fraction Hard, Fraction Soft, Fraction Unknown)
{
    /// <summary>The shares of the 28 days that end with a day.</summary>
    public static GroundShares Of(IReadOnlyList<HistoryRun> history, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(history);
        var window = DayWindow.EndingOn(today, Choices.HabitDays.Value);
        var runs = history.Where(run => run.Counts && window.Contains(run.Metrics.LocalDate)).ToList();
        var mixes = runs.Select(run => run.Surface).OfType<SurfaceMix>().ToList();
        var hard = mixes.Sum(mix => mix.Hard.Metres);
        var soft = mixes.Sum(mix => (mix.Known + mix.Assumed).Metres) - hard;
        var all = Math.Max(runs.Sum(run => run.Metrics.Distance?.Metres ?? 0), mixes.Sum(mix => mix.MetresByClass.Values.Sum()));
        return hard + soft > 0
            ? new(
                SurfaceParts.Of(mixes, all - mixes.Sum(mix => mix.MetresByClass.Values.Sum())),
                new(hard / all),
                new(soft / all),
                new(Math.Max(0, all - hard - soft) / all))
            : new([], new(0), new(0), new(1));
    }
}
