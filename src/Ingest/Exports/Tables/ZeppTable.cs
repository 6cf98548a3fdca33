using System.Collections.Frozen;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using NodaTime;

namespace KneeLoad.Ingest.Exports.Tables;

/// <summary>The table of activities in the account export of Zepp, formerly Amazfit: totals alone.</summary>
internal static class ZeppTable
{
    private static readonly FrozenDictionary<string, string?> Runs = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["1"] = null,
        ["7"] = "trail",
        ["8"] = "treadmill",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a file is such a table, by its headers.</summary>
    public static bool IsOne(string head) => head.StartsWith("type,startTime,sportTime(s),", StringComparison.OrdinalIgnoreCase);

    /// <summary>A run; null for another sport.</summary>
    public static Activity? Run(TableRow row)
    {
        if (row.Text("type") is not { } type || !Runs.TryGetValue(type, out var subSport))
        {
            return null;
        }

        var start = TableRow.Moment(row.Text("startTime"), "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd'T'HH:mm:ss'Z'");
        return new Activity
        {
            Format = ActivityFormat.ZeppCsv,
            Sport = "running",
            SubSport = subSport,
            Maker = "Zepp",
            Start = TableRow.ToInstant(start),
            UtcOffset = start is { Offset: var offset } && offset != TimeSpan.Zero ? Offset.FromTimeSpan(offset) : null,
            HasSession = true,
            TotalTimer = JsonValues.ToDuration(row.Number("sportTime(s)")),
            TotalDistance = TableRow.ToDistance(row.Number("distance(m)")),
            Records = RecordStream.Empty,
        };
    }
}
