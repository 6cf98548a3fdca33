using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using MathNet.Numerics.Statistics;
using NodaTime;

namespace KneeLoad.Analysis.Weeks;

/// <summary>Daily load and the ratios that the field draws from it. For plotting only.</summary>
public static class LoadSeries
{
    private const int AcuteDays = 7;
    private const int ChronicDays = 28;

    /// <summary>One entry a day, from the first run to a day.</summary>
    /// <param name="history">All activities, in any order.</param>
    /// <param name="through">The last local day.</param>
    /// <returns>Oldest first; empty when there is no run up to that day.</returns>
    public static IReadOnlyList<LoadDay> Compute(IReadOnlyList<HistoryRun> history, LocalDate through)
    {
        ArgumentNullException.ThrowIfNull(history);

        var loads = history.Where(run => run.AddsLoad && run.Metrics.LocalDate <= through).Order(HistoryRun.ByStart).ToList();
        if (!loads.Exists(run => run.Counts))
        {
            return [];
        }

        var first = loads.Where(run => run.Counts).Min(run => run.Metrics.LocalDate);
        var daily = new double[Period.DaysBetween(first, through) + 1];
        foreach (var run in loads.Where(run => run.Metrics.LocalDate >= first))
        {
            daily[Period.DaysBetween(first, run.Metrics.LocalDate)] += run.Load.KneeKilometres?.Value ?? 0;
        }

        var days = new LoadDay[daily.Length];
        for (var i = 0; i < daily.Length; i++)
        {
            var upToHere = daily.AsSpan(0, i + 1);
            var monotony = MonotonyOf(upToHere);
            days[i] = new(
                first.PlusDays(i),
                new(daily[i]),
                i == 0 ? daily[0] : Average(days[i - 1].AcuteAverage, daily[i], AcuteDays),
                i == 0 ? daily[0] : Average(days[i - 1].ChronicAverage, daily[i], ChronicDays),
                RatioOf(upToHere),
                monotony,
                monotony * Sum(upToHere[^Math.Min(AcuteDays, i + 1)..]));
        }

        return days;
    }

    /// <summary>Mean of the last 7 days over the mean of the 21 days before them, which share no day.</summary>
    /// <param name="dailyLoads">Load of each day, rest days as 0, oldest first.</param>
    /// <returns>Null with fewer than 28 days, or when the 21 days hold no load. [1]</returns>
    public static double? RatioOf(ReadOnlySpan<double> dailyLoads)
    {
        if (dailyLoads.Length < ChronicDays)
        {
            return null;
        }

        var acute = Sum(dailyLoads[^AcuteDays..]) / AcuteDays;
        var chronic = Sum(dailyLoads[^ChronicDays..^AcuteDays]) / (ChronicDays - AcuteDays);
        return chronic > 0 ? acute / chronic : null;
    }

    /// <summary>Mean daily load of the last 7 days over its standard deviation (of the population), capped.</summary>
    /// <param name="dailyLoads">Load of each day, rest days as 0, oldest first.</param>
    /// <returns>Null with fewer than 7 days, or in a week without load. [1]</returns>
    public static double? MonotonyOf(ReadOnlySpan<double> dailyLoads)
    {
        if (dailyLoads.Length < AcuteDays || Sum(dailyLoads[^AcuteDays..]) is not > 0)
        {
            return null;
        }

        var week = dailyLoads[^AcuteDays..].ToArray();
        return Math.Min(week.Mean() / week.PopulationStandardDeviation(), Choices.MonotonyCap.Value);
    }

    // Williams 2017: today's load weighs 2 / (span + 1).
    private static double Average(double yesterday, double load, int span) =>
        yesterday + (2.0 / (span + 1) * (load - yesterday));

    private static double Sum(ReadOnlySpan<double> values) => System.Numerics.Tensors.TensorPrimitives.Sum(values);
}

/// <summary>
/// One day of the series that are drawn and never scored. Research does not support any of them as a warning of knee injury.
/// </summary>
/// <param name="Day">The local day.</param>
/// <param name="Load">Knee load of the day. [knee-km]</param>
/// <param name="AcuteAverage">Exponentially weighted mean of the daily load, span 7 days. [knee-km/day]</param>
/// <param name="ChronicAverage">Exponentially weighted mean of the daily load, span 28 days. [knee-km/day]</param>
/// <param name="AcuteChronicRatio">Mean of the last 7 days over the mean of the 21 before; null before day 28 or when those hold no load. [1]</param>
/// <param name="Monotony">Mean daily load of 7 days over its standard deviation, capped; null before day 7 or in a week without load. [1]</param>
/// <param name="Strain">Load of 7 days times monotony; null where monotony is. [knee-km]</param>
public sealed record LoadDay(
    LocalDate Day,
    KneeKilometres Load,
    double AcuteAverage,
    double ChronicAverage,
    double? AcuteChronicRatio,
    double? Monotony,
    double? Strain);
