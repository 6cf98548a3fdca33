using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>The weeks of load as chart and table show them.</summary>
/// <param name="DistanceUnit">Unit of the bars: km or mi.</param>
/// <param name="SurfaceKnown">Whether any week knows its ground.</param>
/// <param name="Weeks">Oldest first.</param>
public sealed record WeeksChart(string DistanceUnit, bool SurfaceKnown, IReadOnlyList<WeekBar> Weeks)
{
    /// <summary>Weeks that are shown at most.</summary>
    public const int MostWeeks = 12;

    /// <summary>Lays the last weeks out.</summary>
    /// <param name="weeks">The stored weeks, oldest first.</param>
    /// <param name="runs">All activities.</param>
    /// <param name="diary">The diary.</param>
    /// <param name="load">The load row of the score; null where there is none.</param>
    /// <param name="format">How the runner reads quantities.</param>
    public static WeeksChart Of(
        IReadOnlyList<WeeklyLoad> weeks, IReadOnlyList<HistoryRun> runs, IReadOnlyList<DiaryEntry> diary, RiskFactor? load, RunnerFormat format)
    {
        var spike = load is { Kind: LoadIncreaseKind.Spike, Points: > 0 }
            ? runs.FirstOrDefault(run => string.Equals(run.Key, load.RunKey, StringComparison.Ordinal))
            : null;
        var bars = weeks.TakeLast(MostWeeks).Select(week => Bar(week, runs, diary, spike, load, format)).ToList();
        return new(format.DistanceUnit, bars.Exists(bar => bar.Hard + bar.Soft > 0), bars);
    }

    private static WeekBar Bar(
        WeeklyLoad week, IReadOnlyList<HistoryRun> runs, IReadOnlyList<DiaryEntry> diary, HistoryRun? spike, RiskFactor? load, RunnerFormat format)
    {
        var surfaces = runs.Where(run => run.Counts && week.Week.Contains(run.Metrics.LocalDate)).Select(run => run.Surface).OfType<SurfaceMix>().ToList();
        var hard = surfaces.Sum(mix => mix.Hard.Metres);
        var soft = surfaces.Sum(mix => (mix.Known + mix.Assumed).Metres) - hard;
        var unknown = Math.Max(0, week.Distance.Metres - hard - soft);
        double InUnits(double metres) => Math.Round(metres / format.MetresPerUnit, 2);
        return new(week)
        {
            Label = DayFormat.DayAndMonth(week.Week.FirstDay),
            Span = DayFormat.Span(week.Week.FirstDay, week.Week.LastDay),
            Distance = format.Distance(week.Distance),
            Hard = InUnits(hard),
            Soft = InUnits(soft),
            Unknown = InUnits(unknown),
            Ground = hard + soft > 0 ? SurfaceParts.Of(surfaces, Math.Max(0, week.Distance.Metres - surfaces.Sum(mix => mix.MetresByClass.Values.Sum()))) : [],
            KneeKilometres = Math.Round(week.KneeKilometres.Value, 1),
            Pain = diary.Where(entry => week.Week.Contains(entry.Day)).Max(entry => entry.WorstPain),
            Spike = spike is not null && load?.Ratio is { } ratio && week.Week.Contains(spike.Metrics.LocalDate)
                ? RunnerFormat.Change(new Fraction(ratio - 1))
                : null,
            SpikeRun = spike is not null && week.Week.Contains(spike.Metrics.LocalDate) ? spike.Key : null,
        };
    }
}
