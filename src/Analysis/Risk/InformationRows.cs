using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>Rows without points: the last 28 days beside the 28 before.</summary>
internal static class InformationRows
{
    public static IReadOnlyList<RiskInformation> For(IReadOnlyList<HistoryRun> history, LocalDate asOf)
    {
        var habit = Choices.HabitDays.Value;
        var now = Loads(history, DayWindow.EndingOn(asOf, habit));
        var before = Loads(history, DayWindow.EndingOn(asOf.PlusDays(-habit), habit));
        var daily = before.Count > 0 ? DailyLoads(now, asOf) : [];
        return
        [
            Row(InformationId.UnevenGround, FactorUnit.Share, Uneven, now, before),
            Row(InformationId.WarmUp, FactorUnit.Share, GentleStarts, now, before),
            Row(InformationId.CoolDown, FactorUnit.Share, GentleEnds, now, before),
            NotMeasured(InformationId.Shoes),
            NotMeasured(InformationId.BodyMass),
            NotMeasured(InformationId.FlatFeet),
            Row(InformationId.Cadence, FactorUnit.StepsPerMinute, Cadence, now, before),
            NotMeasured(InformationId.Technique),
            NotMeasured(InformationId.Breathing),
            new(InformationId.Monotony, daily is null ? null : LoadSeries.MonotonyOf(daily), null, FactorUnit.One),
            new(InformationId.AcuteChronicRatio, daily is null ? null : LoadSeries.RatioOf(daily), null, FactorUnit.One),
        ];
    }

    private static RiskInformation NotMeasured(InformationId id) => new(id, null, null, FactorUnit.One);

    private static RiskInformation Row(
        InformationId id, FactorUnit unit, Func<List<HistoryRun>, (double Value, int Runs)?> measure, List<HistoryRun> now, List<HistoryRun> before)
    {
        var measured = measure(now.FindAll(run => run.Counts));
        return new(id, measured?.Value, measured is null ? null : measure(before.FindAll(run => run.Counts))?.Value, unit, measured?.Runs);
    }

    private static List<HistoryRun> Loads(IReadOnlyList<HistoryRun> history, DayWindow days) =>
        [.. history.Where(run => run.AddsLoad && days.Contains(run.Metrics.LocalDate)).Order(HistoryRun.ByStart)];

    /// <summary>Load of each day; null where one of the loads is unknown.</summary>
    private static double[]? DailyLoads(List<HistoryRun> loads, LocalDate asOf)
    {
        var daily = new double[Choices.HabitDays.Value];
        foreach (var run in loads)
        {
            if (run.Load.KneeKilometres is not { } load)
            {
                return null;
            }

            daily[^(Period.DaysBetween(run.Metrics.LocalDate, asOf) + 1)] += load.Value;
        }

        return daily;
    }

    private static (double Value, int Runs)? Uneven(List<HistoryRun> runs)
    {
        var mapped = runs.FindAll(run => run.Surface is not null);
        var totals = RunTotals.Of(mapped);
        var judged = (totals.SurfaceKnown + totals.SurfaceAssumed)?.Metres ?? 0;
        return judged > 0 ? (mapped.Sum(run => run.Surface!.Uneven.Metres) / judged, mapped.Count) : null;
    }

    private static (double Value, int Runs)? GentleStarts(List<HistoryRun> runs) =>
        Share(runs, metrics => metrics.WarmUpRatio, Choices.WarmUpAtMost.Value);

    private static (double Value, int Runs)? GentleEnds(List<HistoryRun> runs) =>
        Share(runs, metrics => metrics.CoolDownRatio, Choices.CoolDownAtMost.Value);

    private static (double Value, int Runs)? Share(List<HistoryRun> runs, Func<RunMetrics, Fraction?> ratio, Fraction atMost)
    {
        var judged = runs.Select(run => ratio(run.Metrics)).OfType<Fraction>().ToList();
        return judged.Count > 0 ? ((double)judged.Count(value => value <= atMost) / judged.Count, judged.Count) : null;
    }

    private static (double Value, int Runs)? Cadence(List<HistoryRun> runs) =>
        RunTotals.Of(runs).CadenceAtOwnPace is { } cadence
            ? (cadence.StepsPerMinute, runs.Count(run => run.Load.CadenceAtOwnPace is not null))
            : null;
}
