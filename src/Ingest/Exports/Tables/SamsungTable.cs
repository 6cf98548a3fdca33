using System.Collections.Frozen;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using NodaTime;

namespace KneeLoad.Ingest.Exports.Tables;

/// <summary>
/// The table of exercises in the account export of Samsung Health: totals alone. A line that names the kind of data stands before
/// the headers. Older ones write the runner's clock and milliseconds to UTC, newer ones UTC and the offset as UTC+0200.
/// </summary>
internal static class SamsungTable
{
    /// <summary>Lines before the one that names the columns.</summary>
    public const int LinesBeforeHeaders = 1;

    private static readonly string[] Prefixes = ["com.samsung.health.exercise.", "com.samsung.shealth.exercise.", ""];

    /// <summary>Samsung's numbers of exercises that are runs, with FIT's name of the sub-sport.</summary>
    private static readonly FrozenDictionary<string, string?> Runs = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["1002"] = null,
        ["15005"] = "treadmill",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const double MillisecondsPerSecond = 1_000;
    private const double MillisecondsPerMinute = 60_000;

    /// <summary>Whether a file is such a table, by its first line.</summary>
    public static bool IsOne(IReadOnlyList<string> first) =>
        first[0].Trim() is var kind && (kind.Equals("com.samsung.shealth.exercise", StringComparison.OrdinalIgnoreCase)
            || kind.Equals("com.samsung.health.exercise", StringComparison.OrdinalIgnoreCase));

    /// <summary>A run; null for another exercise.</summary>
    public static Activity? Run(TableRow row)
    {
        if (Text(row, "exercise_type") is not { } type || !Runs.TryGetValue(type, out var subSport))
        {
            return null;
        }

        var (stated, shown) = (Text(row, "time_offset"), Moment(row, "start_time"));
        var isUtc = stated is ['U', 'T', 'C', ..];
        var offset = isUtc ? JsonValues.ToOffset(stated) : JsonValues.ToOffset(Number(row, "time_offset") / MillisecondsPerMinute);
        var toUtc = isUtc ? Duration.Zero : Duration.FromSeconds(offset?.Seconds ?? 0);
        return new Activity
        {
            Format = ActivityFormat.SamsungCsv,
            Sport = "running",
            SubSport = subSport,
            Maker = "Samsung",
            Start = shown - toUtc,
            UtcOffset = offset,
            IsLocalTime = !isUtc && offset is null,
            HasSession = true,
            TotalElapsed = Moment(row, "end_time") is { } end && end >= shown ? end - shown : null,
            TotalTimer = JsonValues.ToDuration(Number(row, "duration") / MillisecondsPerSecond),
            TotalDistance = JsonValues.ToDistance(Number(row, "distance")),
            TotalAscent = JsonValues.ToDistance(Number(row, "altitude_gain")),
            TotalDescent = JsonValues.ToDistance(Number(row, "altitude_loss")),
            Records = RecordStream.Empty,
        };
    }

    /// <summary>The id of an exercise, by which its files of curves are named; null where there is none.</summary>
    public static string? Id(TableRow row) =>
        Text(row, "datauuid") ?? (Text(row, "live_data") ?? Text(row, "location_data"))?.Split('.')[0];

    private static Instant? Moment(TableRow row, string name) =>
        Text(row, name) is { } text ? ExportTimes.Of(text)?.Instant ?? WrittenDates.Of(text)?.AsUtc : null;

    private static string? Text(TableRow row, string name) => Prefixes.Select(prefix => row.Text(prefix + name)).FirstOrDefault(text => text is not null);

    private static double? Number(TableRow row, string name) =>
        Prefixes.Select(prefix => row.Number(prefix + name)).FirstOrDefault(number => number is not null);
}
