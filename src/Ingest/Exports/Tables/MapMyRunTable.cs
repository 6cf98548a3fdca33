using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using NodaTime;

namespace KneeLoad.Ingest.Exports.Tables;

/// <summary>
/// The table of MapMyRun: totals alone, of every workout. It states the day and no hour, so that a run stands at noon of its day on the
/// runner's clock, and the result says so.
/// </summary>
internal static class MapMyRunTable
{
    private const double MetresPerKilometre = 1_000;
    private const double MetresPerMile = 1_609.344;

    private static readonly string[] Indoors = ["Treadmill", "Indoor"];

    /// <summary>Whether a file is such a table, by its headers.</summary>
    public static bool IsOne(IReadOnlyList<string> headers) => TableRow.HaveAll(headers, "Workout Date", "Activity Type", "Workout Time (seconds)");

    /// <summary>A workout.</summary>
    public static Activity Run(TableRow row)
    {
        var (kind, time) = (row.Text("Activity Type"), JsonValues.ToDuration(row.Number("Workout Time (seconds)")));
        var day = WrittenDates.Of(row.Text("Workout Date"));
        var noon = day is { HasClock: false } whole ? whole.Moment.Date.At(LocalTime.Noon) : day?.Moment;
        return new Activity
        {
            Format = ActivityFormat.MapmyrunCsv,
            SportText = kind,
            SubSport = Array.Exists(Indoors, word => kind?.Contains(word, StringComparison.OrdinalIgnoreCase) == true) ? "treadmill" : null,
            Maker = "MapMyRun",
            Start = noon?.InUtc().ToInstant(),
            IsLocalTime = true,
            IsDayUnsure = day is { IsDayUnsure: true },
            HasSession = true,
            TotalElapsed = time,
            TotalTimer = time,
            TotalDistance = JsonValues.ToDistance((row.Number("Distance (km)") * MetresPerKilometre) ?? (row.Number("Distance (mi)") * MetresPerMile)),
            Records = RecordStream.Empty,
        };
    }
}
