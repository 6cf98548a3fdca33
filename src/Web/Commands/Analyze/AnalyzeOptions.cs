using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Commands.Analyze;

/// <summary>The options of <c>analyze</c> beside the files.</summary>
/// <param name="Zone">The zone of runs whose files state none; null: their own offsets, else UTC.</param>
/// <param name="WeekStart">The day that weeks begin on.</param>
/// <param name="Told">What the runner told; its zone is that of the files.</param>
/// <param name="AsOf">The day to assess; null for that of the last run.</param>
/// <param name="Planned">A distance to judge against that day's ceiling.</param>
/// <param name="Language">The language of texts.</param>
/// <param name="Units">The units of texts; numbers of the JSON stay metric.</param>
/// <param name="Map">The surface index to match runs with; null for none.</param>
internal sealed record AnalyzeOptions(
    DateTimeZone? Zone,
    IsoDayOfWeek WeekStart,
    RunnerProfile Told,
    LocalDate? AsOf,
    Distance? Planned,
    Language Language,
    UnitSystem Units,
    MapIndex? Map = null)
{
    /// <summary>The formats in which texts write quantities.</summary>
    public RunnerFormat Format => new(Language, Units, Zone ?? DateTimeZone.Utc);
}
