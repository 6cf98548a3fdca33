using System.Collections.Frozen;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;

namespace KneeLoad.Ingest.Exports.Tables;

/// <summary>The table of activities in the account export of Zepp, formerly Amazfit: totals alone.</summary>
internal static class ZeppTable
{
    // Paces are rounded. [1]
    private const double Tolerance = 0.1;

    private static readonly FrozenDictionary<string, string?> Runs = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["1"] = null,
        ["7"] = "trail",
        ["8"] = "treadmill",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a file is such a table, by its headers.</summary>
    public static bool IsOne(IReadOnlyList<string> headers) => TableRow.HaveAll(headers, "type", "startTime", "sportTime(s)");

    /// <summary>A run; null for another sport.</summary>
    public static Activity? Run(TableRow row)
    {
        if (row.Text("type") is not { } type || !Runs.TryGetValue(type, out var subSport))
        {
            return null;
        }

        var start = ExportTimes.Of(row.Text("startTime"));
        return new Activity
        {
            Format = ActivityFormat.ZeppCsv,
            Sport = "running",
            SubSport = subSport,
            Maker = "Zepp",
            Start = start?.Instant,
            UtcOffset = start?.Offset,
            IsLocalTime = start is { IsLocal: true },
            HasSession = true,
            TotalTimer = JsonValues.ToDuration(row.Number("sportTime(s)")),
            TotalDistance = JsonValues.ToDistance(Metres(row)),
            Records = RecordStream.Empty,
        };
    }

    /// <summary>The length; in older archives it stands in the column of the slowest pace, as the pace and the time tell. [m]</summary>
    private static double? Metres(TableRow row)
    {
        var (seconds, pace) = (row.Number("sportTime(s)"), row.Number("avgPace(/meter)"));
        var (stated, other) = (row.Number("distance(m)"), row.Number("minPace(/meter)"));
        return IsLength(other) && !IsLength(stated) ? other : stated;

        bool IsLength(double? metres) => metres * pace / seconds is > 1 - Tolerance and < 1 + Tolerance;
    }
}
