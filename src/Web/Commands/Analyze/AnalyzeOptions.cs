using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Web.Commands.Analyze;

/// <summary>What <c>analyze</c> was asked for beside the files.</summary>
/// <param name="Zone">Where runs were whose files do not say it; null: their own offsets, else UTC.</param>
/// <param name="WeekStart">The day that weeks begin on.</param>
/// <param name="InjuredKnee">Day of the last knee injury.</param>
/// <param name="AsOf">The day to assess; null for that of the last run.</param>
/// <param name="Planned">A distance to judge against that day's ceiling.</param>
/// <param name="Map">The surface index to match runs with; null for none.</param>
internal sealed record AnalyzeOptions(
    DateTimeZone? Zone, IsoDayOfWeek WeekStart, LocalDate? InjuredKnee, LocalDate? AsOf, Distance? Planned, MapIndex? Map = null);
