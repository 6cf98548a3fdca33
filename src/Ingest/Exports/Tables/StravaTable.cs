using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;

namespace KneeLoad.Ingest.Exports.Tables;

/// <summary>
/// The table of Strava's account export, of which the activities without a file beside it are read: those that were entered by hand, or
/// all where the table stands alone. Its
/// headers are in the runner's language; their order is the same in all. Its times are UTC. Tables up to 2019 state seconds once, and a
/// length in metres or, from June on, in a unit that nobody names.
/// </summary>
internal static class StravaTable
{
    // Elapsed time and length stand twice under one name: first as the runner sees them, in miles or kilometres, then in seconds and metres.
    private const int Date = 1;
    private const int Name = 2;
    private const int Kind = 3;
    private const int ShownTime = 5;
    private const int ShownLength = 6;
    private const int FewestColumns = 15;

    /// <summary>Whether a file is such a table, by its headers: that of the time stands twice.</summary>
    public static bool IsOne(IReadOnlyList<string> headers) =>
        (headers.Count >= FewestColumns && headers[ShownTime].Trim().Length > 0 && Again(headers, ShownTime) > 0)
        || IsInMetres(headers)
        || TableRow.HaveAll(headers, "Activity ID", "Activity Date", "Activity Type", "Elapsed Time", "Filename");

    /// <summary>An activity without a file; null for all else.</summary>
    /// <param name="row">The line.</param>
    /// <param name="hasFile">Whether a file lies beside the table.</param>
    public static Activity? Run(TableRow row, Func<string, bool> hasFile)
    {
        if (ActivityTable.RecordingOf(row.Cells) is { } file && hasFile(file))
        {
            return null;
        }

        // The time in motion follows the elapsed one, and then the length.
        var (elapsed, length) = (Again(row.Headers, ShownTime), Again(row.Headers, ShownLength));
        var metres = length > 0 ? row.Number(length) : elapsed > 0 ? row.Number(elapsed + 2) : IsInMetres(row.Headers) ? row.Number(ShownLength) : null;
        var (seconds, moving) = elapsed > 0 ? (row.Number(elapsed) ?? row.Number(ShownTime), row.Number(elapsed + 1)) : (row.Number(ShownTime), null);
        return new Activity
        {
            Format = ActivityFormat.StravaCsv,
            SportText = row.At(Kind),
            Name = row.At(Name),
            Start = WrittenDates.Of(row.At(Date))?.AsUtc ?? ExportTimes.Of(row.At(Date))?.Instant,
            HasSession = true,
            TotalElapsed = JsonValues.ToDuration(seconds),
            TotalTimer = JsonValues.ToDuration(moving) ?? JsonValues.ToDuration(seconds),
            TotalDistance = JsonValues.ToDistance(metres),
            Records = RecordStream.Empty,
        };
    }

    private static bool IsInMetres(IReadOnlyList<string> headers) => TableRow.HaveAll(headers, "id", "date", "type", "elapsed_time", "distance", "filename");

    /// <summary>The second column of a name; 0 where there is none.</summary>
    private static int Again(IReadOnlyList<string> headers, int first)
    {
        for (var i = first + 1; i < headers.Count; i++)
        {
            if (headers[i] == headers[first])
            {
                return i;
            }
        }

        return 0;
    }
}
