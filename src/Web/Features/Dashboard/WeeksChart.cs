using System.Text.Json.Serialization;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Pages;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>The weeks of load as chart and table show them.</summary>
/// <param name="DistanceUnit">Unit of the bars: km or mi.</param>
/// <param name="KneeLoadUnit">Unit of the line: knee-km or knee-mi.</param>
/// <param name="SurfaceKnown">Whether any week knows its ground.</param>
/// <param name="Names">Names of the series, in the runner's language.</param>
/// <param name="Weeks">Oldest first.</param>
public sealed record WeeksChart(string DistanceUnit, string KneeLoadUnit, bool SurfaceKnown, WeeksChart.SeriesNames Names, IReadOnlyList<WeekBar> Weeks)
{
    /// <summary>Weeks that are shown at most.</summary>
    public const int MostWeeks = 12;

    /// <summary>Columns of the table beside the week's own.</summary>
    [JsonIgnore]
    public static IReadOnlyList<string> Columns { get; } = ["Runs", "Distance", "Longest", "KneeLoad", "OnLast", "Pain", "Jump"];

    /// <summary>Names of the series.</summary>
    /// <param name="Hard">Hard ground.</param>
    /// <param name="Soft">Other ground.</param>
    /// <param name="Unknown">Unknown ground.</param>
    /// <param name="Pain">Worst pain.</param>
    /// <param name="Jump">A run beyond the longest.</param>
    public sealed record SeriesNames(string Hard, string Soft, string Unknown, string Pain, string Jump);

    /// <summary>Lays the last weeks out.</summary>
    /// <param name="weeks">The stored weeks, oldest first.</param>
    /// <param name="runs">All activities.</param>
    /// <param name="diary">The diary.</param>
    /// <param name="load">The row of load increase that counts; null where there is none.</param>
    /// <param name="format">How the runner reads quantities.</param>
    public static WeeksChart Of(
        IReadOnlyList<WeeklyLoad> weeks, IReadOnlyList<HistoryRun> runs, IReadOnlyList<DiaryEntry> diary, RiskFactor? load, RunnerFormat format)
    {
        var say = format.Say;
        var session = load is { Points: > 0 } ? load switch { LongestRun run => run.Session, Creep creep => creep.Session, _ => null } : null;
        var bars = weeks.TakeLast(MostWeeks).Select(week => Bar(week, runs, diary, session, load?.Numbers.Ratio, format)).ToList();
        var names = new SeriesNames(
            say["Dashboard.Weeks.Hard"],
            say["Dashboard.Weeks.Soft"],
            say["Dashboard.Weeks.Unknown"],
            say["Dashboard.Weeks.WorstPain"],
            say["Dashboard.Weeks.Jump"]);
        return new(format.DistanceUnit, format.KneeLoadUnit, bars.Exists(bar => bar.Hard + bar.Soft > 0), names, bars);
    }

    private static WeekBar Bar(
        WeeklyLoad week, IReadOnlyList<HistoryRun> runs, IReadOnlyList<DiaryEntry> diary, JudgedSession? jump, double? ratio, RunnerFormat format)
    {
        var surfaces = runs.Where(run => run.Counts && week.Week.Contains(run.Metrics.LocalDate)).Select(run => run.Surface).OfType<SurfaceMix>().ToList();
        var hard = surfaces.Sum(mix => mix.Hard.Metres);
        var soft = surfaces.Sum(mix => (mix.Known + mix.Assumed).Metres) - hard;
        var unknown = Math.Max(0, week.Distance.Metres - hard - soft);
        double InUnits(double metres) => Math.Round(metres / format.MetresPerUnit, 2);
        var isJump = jump is not null && ratio > 1 && week.Week.Contains(jump.Day);
        var bar = new WeekBar(week)
        {
            Label = format.Days.DayAndMonth(week.Week.FirstDay),
            Span = format.Days.Span(week.Week.FirstDay, week.Week.LastDay),
            Hard = InUnits(hard),
            Soft = InUnits(soft),
            Unknown = InUnits(unknown),
            Ground = hard + soft > 0 ? SurfaceParts.Of(surfaces, Math.Max(0, week.Distance.Metres - surfaces.Sum(mix => mix.MetresByClass.Values.Sum()))) : [],
            KneeLoad = Math.Round(format.InUnits(week.KneeKilometres), 1),
            Pain = diary.Where(entry => week.Week.Contains(entry.Day)).Max(entry => entry.WorstPain),
            Spike = isJump ? format.Change(new Fraction(ratio.GetValueOrDefault() - 1)) : null,
            SpikeRun = isJump ? jump?.RunKey : null,
        };
        return bar with { Tip = [.. TipOf(bar, new(hard), new(soft), new(unknown), format)] };
    }

    /// <summary>The lines that show beside a week that is pointed at, its span aside.</summary>
    private static IEnumerable<string> TipOf(WeekBar bar, Distance hard, Distance soft, Distance unknown, RunnerFormat format)
    {
        var say = format.Say;
        yield return format.Sum(bar.Load.Distance, bar.Load.UnknownDistances);
        if (bar.Hard + bar.Soft > 0)
        {
            yield return say[
                "Dashboard.Weeks.Tip.Ground", ("hard", format.Distance(hard)), ("soft", format.Distance(soft)), ("unknown", format.Distance(unknown))];
        }

        yield return format.Sum(bar.Load.KneeKilometres, bar.Load.UnknownLoads);
        if (bar.Pain is { } pain)
        {
            yield return say["Dashboard.Weeks.Tip.Pain", ("pain", format.Number(pain, 0)), ("worst", format.Number(PainWords.WorstPain, 0))];
        }

        if (bar.Spike is { } share)
        {
            yield return say["Dashboard.Weeks.Tip.Jump", ("share", share)];
        }
    }
}
