using System.Text.Json;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using NodaTime;

namespace KneeLoad.Ingest.Exports.Json;

/// <summary>
/// Reads a workout of Endomondo, which is closed since 2020: a list of objects with one name each, the places deep within. Times are
/// UTC. A TCX of the same workout lies beside it.
/// </summary>
internal static class EndomondoReader
{
    private const double MetresPerKilometre = 1_000;
    private const double KilometresPerHour = 3.6;

    private static readonly (string Name, RecordField Field, double Factor)[] Measured =
    [
        ("altitude", RecordField.Altitude, 1),
        ("distance_km", RecordField.Distance, MetresPerKilometre),
        ("speed_kmh", RecordField.Speed, 1 / KilometresPerHour),
        ("heart_rate_bpm", RecordField.HeartRate, 1),
        ("cadence_rpm", RecordField.Cadence, 1),
    ];

    /// <summary>The workout.</summary>
    public static IEnumerable<Activity> Workout(JsonElement workout)
    {
        var (start, end) = (Moment(Find(workout, "start_time")), Moment(Find(workout, "end_time")));
        var samples = new TimedSamples();
        foreach (var point in Find(workout, "points").Items())
        {
            Add(samples, point);
        }

        yield return new Activity
        {
            Format = ActivityFormat.EndomondoJson,
            SportText = Text(workout, "sport")?.Replace('_', ' '),
            SubSport = Text(workout, "sport") is { } sport && sport.Contains("TREADMILL", StringComparison.OrdinalIgnoreCase) ? "treadmill" : null,
            Name = Text(workout, "name"),
            Maker = "Endomondo",
            Start = start?.Instant,
            UtcOffset = start?.Offset,
            HasSession = true,
            TotalElapsed = end is { } last && start is { } first ? JsonValues.ToDuration(last.UnixSeconds - first.UnixSeconds) : null,
            TotalTimer = JsonValues.ToDuration(Find(workout, "duration_s").Number()),
            TotalDistance = JsonValues.ToDistance(Find(workout, "distance_km").Number() * MetresPerKilometre),
            TotalAscent = JsonValues.ToDistance(Find(workout, "ascend_m").Number()),
            TotalDescent = JsonValues.ToDistance(Find(workout, "descend_m").Number()),
            CadenceUnit = samples.CadenceUnit,
            Records = samples.ToRecords(),
        };
    }

    private static void Add(TimedSamples samples, JsonElement point)
    {
        if (Moment(Find(point, "timestamp")) is not { } moment)
        {
            return;
        }

        foreach (var (name, field, factor) in Measured)
        {
            samples.Add(moment.UnixSeconds, field, Find(point, name).Number() * factor);
        }

        // One list within another, or the place itself.
        var location = Find(point, "location");
        var place = location.Items().FirstOrDefault() is { ValueKind: JsonValueKind.Array } inner ? inner : location;
        if (place is { } known)
        {
            samples.AddPlace(moment.UnixSeconds, Find(known, "latitude").Number(), Find(known, "longitude").Number());
        }
    }

    /// <summary>A value of an object, or of a list of objects that have one name each.</summary>
    private static JsonElement? Find(JsonElement element, string name) => element.ValueKind is JsonValueKind.Array
        ? element.EnumerateArray().Select(item => item.Get(name)).FirstOrDefault(value => value is not null)
        : element.Get(name);

    private static string? Text(JsonElement workout, string name) => workout.ValueKind is JsonValueKind.Array
        ? workout.EnumerateArray().Select(item => item.Text(name)).FirstOrDefault(text => text is not null)
        : workout.Text(name);

    /// <summary>A moment, also as Wed Jan 01 10:00:00 UTC 2020. All are UTC.</summary>
    private static ExportTime? Moment(JsonElement? element) => ExportTimes.Of(element)
        ?? (element is { ValueKind: JsonValueKind.String } text && WrittenDates.Of(text.Written()) is { HasClock: true } written
            ? new ExportTime((written.AsUtc - NodaConstants.UnixEpoch).TotalSeconds, null, false, false)
            : null);
}
