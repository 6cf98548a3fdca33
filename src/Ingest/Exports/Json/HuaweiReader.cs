using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using NodaTime;

namespace KneeLoad.Ingest.Exports.Json;

/// <summary>
/// Reads the activities of Huawei Health (HiTrack): totals as JSON, and the track as text within it. Older exports wrap each
/// activity in a list of its own.
/// </summary>
internal static class HuaweiReader
{
    private const double MillisecondsPerSecond = 1_000;

    private static readonly string[] Wrappers = ["motionPathData", "data", "sportList"];

    /// <summary>Huawei's numbers of sports that are runs, with FIT's name of the sub-sport.</summary>
    private static readonly FrozenDictionary<string, string?> Runs = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["4"] = null,
        ["101"] = "treadmill",
        ["118"] = "trail",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Numbers that are known to be none: riding, walking, swimming, hiking and the like. 2 is a hike to some programs and a run to another.</summary>
    private static readonly FrozenSet<string> OtherSports = FrozenSet.ToFrozenSet(
        ["1", "3", "5", "102", "103", "104", "111", "117", "145", "282"], StringComparer.Ordinal);

    /// <summary>The activities of one item of the list.</summary>
    public static IEnumerable<Activity> Tracks(JsonElement item)
    {
        var within = Wrappers.Select(name => item.Get(name)).FirstOrDefault(list => list is { ValueKind: JsonValueKind.Array or JsonValueKind.Object });
        return within switch
        {
            null => [Track(item)],
            { ValueKind: JsonValueKind.Object } one => [Track(one)],
            _ => within.Items().SelectMany(Tracks),
        };
    }

    private static Activity Track(JsonElement item)
    {
        var number = item.Text("sportType");
        var (sport, subSport) = number is null ? ("unknown", null)
            : Runs.TryGetValue(number, out var run) ? ("running", run)
            : (OtherSports.Contains(number) ? "other" : "unknown", default(string));
        var (start, end) = (ExportTimes.Of(item.Get("startTime")), ExportTimes.Of(item.Get("endTime")));
        var elapsed = item.Number("totalTime") / MillisecondsPerSecond;
        var attribute = item.Get("attribute") is { ValueKind: JsonValueKind.String } written ? written.Written() : null;
        var track = HuaweiTrack.Read(sport is "other" ? null : attribute, start?.UnixSeconds, elapsed);
        return new Activity
        {
            Format = ActivityFormat.HuaweiJson,
            Sport = sport,
            SubSport = subSport,
            SportText = number is null ? null : string.Create(CultureInfo.InvariantCulture, $"Huawei {number}"),
            Maker = "Huawei",
            Start = start?.Instant,
            UtcOffset = start?.Offset ?? JsonValues.ToOffset(item.Text("timeZone")),
            HasSession = true,
            TotalElapsed = end is { } last && start is { } first && last.UnixSeconds > first.UnixSeconds
                ? JsonValues.ToDuration(last.UnixSeconds - first.UnixSeconds)
                : null,
            TotalTimer = JsonValues.ToDuration(elapsed),
            TotalDistance = JsonValues.ToDistance(item.Number("totalDistance")) ?? JsonValues.ToDistance(track.TotalMetres),
            CadenceUnit = track.Samples.Has(RecordField.Cadence) ? CadenceUnit.StepsPerMinute : CadenceUnit.None,
            Pauses = track.Pauses,
            Records = track.Samples.ToRecords(),
        };
    }
}
