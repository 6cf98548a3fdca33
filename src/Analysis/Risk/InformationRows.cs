using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;
using static System.FormattableString;

namespace KneeLoad.Analysis.Risk;

/// <summary>Rows without points: what was measured in the last 28 days against the 28 before.</summary>
internal static class InformationRows
{
    private static readonly string[] UnevenClasses = ["gravel", "dirt", "grass", "sand", "cobble"];

    public static IReadOnlyList<RiskInformation> For(IReadOnlyList<HistoryRun> history, LocalDate asOf)
    {
        var habit = Choices.HabitDays.Value;
        var now = Loads(history, DayWindow.EndingOn(asOf, habit));
        var before = Loads(history, DayWindow.EndingOn(asOf.PlusDays(-habit), habit));
        var daily = before.Count > 0 ? DailyLoads(now, asOf) : [];
        return
        [
            Row(InformationText.Downhill, Downhill, now, before),
            Row(InformationText.UnevenGround, Uneven, now, before),
            Row(InformationText.WarmUp, GentleStarts, now, before),
            Row(InformationText.CoolDown, GentleEnds, now, before),
            InformationText.Shoes.With(null, null),
            InformationText.BodyMass.With(null, null),
            InformationText.FlatFeet.With(null, null),
            Row(InformationText.Cadence, Cadence, now, before),
            InformationText.Breathing.With(null, null),
            InformationText.Monotony.With(Number(LoadSeries.MonotonyOf(daily)), null),
            InformationText.AcuteChronicRatio.With(Number(LoadSeries.RatioOf(daily)), null),
        ];
    }

    private static RiskInformation Row(
        InformationText text, Func<List<HistoryRun>, string?> measure, List<HistoryRun> now, List<HistoryRun> before) =>
        measure(now.FindAll(run => run.Counts)) is { } measured
            ? text.With(measured, measure(before.FindAll(run => run.Counts)))
            : text.With(null, null);

    private static List<HistoryRun> Loads(IReadOnlyList<HistoryRun> history, DayWindow days) =>
        [.. history.Where(run => run.AddsLoad && days.Contains(run.Metrics.LocalDate)).Order(HistoryRun.ByStart)];

    private static double[] DailyLoads(List<HistoryRun> loads, LocalDate asOf)
    {
        var daily = new double[Choices.HabitDays.Value];
        foreach (var run in loads)
        {
            daily[^(Period.DaysBetween(run.Metrics.LocalDate, asOf) + 1)] += run.Load.KneeKilometres?.Value ?? 0;
        }

        return daily;
    }

    private static string? Downhill(List<HistoryRun> runs) =>
        RunTotals.Of(runs).Downhill is { } downhill ? Invariant($"{downhill.Kilometres:0.0} km on slopes of over {Choices.DownhillPercent.Value.Gentle} % in {Choices.HabitDays.Value} days") : null;

    private static string? Uneven(List<HistoryRun> runs)
    {
        var totals = RunTotals.Of(runs);
        var judged = (totals.SurfaceKnown + totals.SurfaceAssumed)?.Metres ?? 0;
        var uneven = runs.Sum(run => UnevenClasses.Sum(name => run.Surface?.MetresByClass.GetValueOrDefault(name) ?? 0));
        return judged > 0 ? Invariant($"{100 * uneven / judged:0} % of the metres of known or assumed surface in {Choices.HabitDays.Value} days") : null;
    }

    private static string? GentleStarts(List<HistoryRun> runs) =>
        Share(runs, metrics => metrics.WarmUpRatio, Choices.WarmUpAtMost.Value, "began gently");

    private static string? GentleEnds(List<HistoryRun> runs) =>
        Share(runs, metrics => metrics.CoolDownRatio, Choices.CoolDownAtMost.Value, "ended gently");

    private static string? Share(List<HistoryRun> runs, Func<RunMetrics, Fraction?> ratio, Fraction atMost, string what)
    {
        var judged = runs.Select(run => ratio(run.Metrics)).OfType<Fraction>().ToList();
        return judged.Count > 0 ? Invariant($"{judged.Count(value => value <= atMost)} of {judged.Count} runs of {Choices.HabitDays.Value} days {what}") : null;
    }

    private static string? Cadence(List<HistoryRun> runs) =>
        RunTotals.Of(runs).CadenceAtOwnPace is { } cadence ? Invariant($"{cadence.StepsPerMinute:0} steps/min in {Choices.HabitDays.Value} days") : null;

    private static string? Number(double? value) => value is { } number ? Invariant($"{number:0.00}") : null;
}
