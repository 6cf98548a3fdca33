using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Exports.Tables;

/// <summary>
/// The table of exercises in Google's export of Fitbit (UserExercises): totals alone, of all that was recorded or entered by hand. Its
/// times are UTC.
/// </summary>
internal static class GoogleTable
{
    private const double MillimetresPerMetre = 1_000;

    /// <summary>Whether a file is such a table, by its headers.</summary>
    public static bool IsOne(IReadOnlyList<string> headers) => TableRow.HaveAll(headers, "exercise_start", "exercise_end", "activity_name");

    /// <summary>An exercise.</summary>
    public static Activity Run(TableRow row)
    {
        var (start, end) = (ExportTimes.Of(row.Text("exercise_start")), ExportTimes.Of(row.Text("exercise_end")));
        var time = JsonValues.ToDuration(end?.UnixSeconds - start?.UnixSeconds);
        var kind = row.Text("activity_name");
        return new Activity
        {
            Format = ActivityFormat.GoogleCsv,
            SportText = kind,
            SubSport = kind is not null && kind.Contains("Treadmill", StringComparison.OrdinalIgnoreCase) ? "treadmill" : null,
            Maker = "Fitbit",
            Start = start?.Instant,
            UtcOffset = start?.Offset ?? JsonValues.ToOffset(row.Text("utc_offset")),
            HasSession = true,
            TotalElapsed = time,
            TotalTimer = time,
            TotalDistance = Metres(row, "tracker_total_distance_mm") ?? Metres(row, "manually_logged_total_distance_mm"),
            TotalAscent = Metres(row, "tracker_total_altitude_mm"),
            Records = RecordStream.Empty,
        };
    }

    private static Distance? Metres(TableRow row, string name) => JsonValues.ToDistance(row.Number(name) / MillimetresPerMetre);
}
