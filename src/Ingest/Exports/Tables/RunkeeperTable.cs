using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using NodaTime;

namespace KneeLoad.Ingest.Exports.Tables;

/// <summary>The table of RunKeeper's account export, of which the activities without a GPX file are read. Its times are the runner's own clock.</summary>
internal static class RunkeeperTable
{
    private const double MetresPerKilometre = 1_000;
    private const double MetresPerMile = 1_609.344;
    private const double SecondsPerMinute = 60;

    /// <summary>Whether a file is such a table, by its headers.</summary>
    public static bool IsOne(string head) =>
        head.StartsWith("Activity Id,Date,Type,", StringComparison.OrdinalIgnoreCase) && head.Contains("GPX File", StringComparison.OrdinalIgnoreCase);

    /// <summary>A run without a file; null for all else.</summary>
    public static Activity? Run(TableRow row)
    {
        if (row.Text("GPX File") is not null)
        {
            return null;
        }

        var time = JsonValues.ToDuration(Seconds(row.Text("Duration")));
        return new Activity
        {
            Format = ActivityFormat.RunkeeperCsv,
            SportText = row.Text("Type"),
            Name = row.Text("Route Name"),
            Maker = "RunKeeper",
            Start = TableRow.ToInstant(TableRow.Moment(row.Text("Date"), "yyyy-MM-dd HH:mm:ss")),
            IsLocalTime = true,
            HasSession = true,
            TotalElapsed = time,
            TotalTimer = time,
            TotalDistance = TableRow.ToDistance((row.Number("Distance (km)") * MetresPerKilometre) ?? (row.Number("Distance (mi)") * MetresPerMile)),
            TotalAscent = TableRow.ToDistance(row.Number("Climb (m)")),
            Records = RecordStream.Empty,
        };
    }

    /// <summary>Seconds of a time such as 28:30 or 1:05:12. [s]</summary>
    private static double? Seconds(string? text)
    {
        var seconds = 0.0;
        foreach (var part in text?.Split(':') ?? [])
        {
            if (!ushort.TryParse(part, out var number))
            {
                return null;
            }

            seconds = (seconds * SecondsPerMinute) + number;
        }

        return seconds > 0 ? seconds : null;
    }
}
