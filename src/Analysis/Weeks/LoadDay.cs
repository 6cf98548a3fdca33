using KneeLoad.Analysis.Loads;
using NodaTime;

namespace KneeLoad.Analysis.Weeks;

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
