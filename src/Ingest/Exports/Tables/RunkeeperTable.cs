using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using NodaTime;

namespace KneeLoad.Ingest.Exports.Tables;

/// <summary>
/// The table of RunKeeper's account export, of which the activities without a GPX file beside it are read. Its times are the runner's
/// own clock.
/// </summary>
internal static class RunkeeperTable
{
    private const double MetresPerKilometre = 1_000;
    private const double MetresPerMile = 1_609.344;
    private const double MetresPerFoot = 0.3048;

    /// <summary>Whether a file is such a table, by its headers.</summary>
    public static bool IsOne(IReadOnlyList<string> headers) => TableRow.HaveAll(headers, "Activity Id", "Date", "Type", "Duration", "GPX File");

    /// <summary>An activity without a file; null for all else.</summary>
    /// <param name="row">The line.</param>
    /// <param name="hasFile">Whether a file lies beside the table.</param>
    public static Activity? Run(TableRow row, Func<string, bool> hasFile)
    {
        if (row.Text("GPX File") is { } file && hasFile(file))
        {
            return null;
        }

        var (day, time) = (row.Text("Date"), JsonValues.ToDuration(row.Seconds("Duration")));
        return new Activity
        {
            Format = ActivityFormat.RunkeeperCsv,
            SportText = row.Text("Type"),
            Name = row.Text("Route Name"),
            Maker = "RunKeeper",
            Start = ExportTimes.Of(day)?.Instant ?? WrittenDates.Of(day)?.AsUtc,
            IsLocalTime = true,
            HasSession = true,
            TotalElapsed = time,
            TotalTimer = time,
            TotalDistance = JsonValues.ToDistance((row.Number("Distance (km)") * MetresPerKilometre) ?? (row.Number("Distance (mi)") * MetresPerMile)),
            TotalAscent = JsonValues.ToDistance(row.Number("Climb (m)") ?? (row.Number("Climb (ft)") * MetresPerFoot)),
            Records = RecordStream.Empty,
        };
    }
}
