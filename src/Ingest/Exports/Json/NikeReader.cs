using System.Text.Json;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Exports.Json;

/// <summary>Reads an activity of Nike Run Club: totals as summaries, and series of values, each with its moment.</summary>
internal static class NikeReader
{
    private const double KilometresPerHour = 3.6;
    private const double MetresPerKilometre = 1_000;
    private const double MillisecondsPerSecond = 1_000;

    private static readonly (string Name, RecordField Field, double Divisor)[] Series =
    [
        ("elevation", RecordField.Altitude, 1),
        ("speed", RecordField.Speed, KilometresPerHour),
        ("heart_rate", RecordField.HeartRate, 1),
        ("cadence", RecordField.Cadence, 1),
    ];

    /// <summary>The activity.</summary>
    public static IEnumerable<Activity> Run(JsonElement run)
    {
        var (start, end) = (JsonValues.ToInstant(run.Number("start_epoch_ms")), JsonValues.ToInstant(run.Number("end_epoch_ms")));
        var (samples, tags) = (Measured(run), run.Get("tags"));
        yield return new Activity
        {
            Format = ActivityFormat.NikeJson,
            SportText = run.Text("type"),
            SubSport = tags is { } place && place.Text("location") is "indoors" ? "treadmill" : null,
            Name = tags is { } title ? title.Text("com.nike.name") : null,
            Maker = "Nike",
            Start = start,
            HasSession = true,
            TotalElapsed = end >= start ? end - start : null,
            TotalTimer = JsonValues.ToDuration(run.Number("active_duration_ms") / MillisecondsPerSecond),
            TotalDistance = Summary(run, "distance") is > 0 and < 1e4 and var kilometres ? new Distance(kilometres * MetresPerKilometre) : null,
            TotalAscent = Summary(run, "ascent") is > 0 and < 1e5 and var up ? new Distance(up) : null,
            TotalDescent = Summary(run, "descent") is > 0 and < 1e5 and var down ? new Distance(down) : null,
            CadenceUnit = samples.CadenceUnit,
            Records = samples.ToRecords(),
        };
    }

    private static double? Summary(JsonElement run, string metric) => run.Get("summaries").Items()
        .Where(summary => summary.Text("metric") == metric && summary.Text("summary") is "total" or null)
        .Select(summary => summary.Number("value"))
        .FirstOrDefault(value => value is not null);

    private static TimedSamples Measured(JsonElement run)
    {
        var samples = new TimedSamples();
        foreach (var (name, field, divisor) in Series)
        {
            foreach (var value in Values(run, name))
            {
                if (Moment(value) is { } moment)
                {
                    samples.Add(moment, field, value.Number("value") / divisor);
                }
            }
        }

        // North and east stand in two series of the same moments.
        foreach (var (north, east) in Values(run, "latitude").Zip(Values(run, "longitude")))
        {
            if (Moment(north) is { } moment && moment == Moment(east))
            {
                samples.AddPlace(moment, north.Number("value"), east.Number("value"));
            }
        }

        return samples;
    }

    private static IEnumerable<JsonElement> Values(JsonElement run, string type) =>
        run.Get("metrics").Items().Where(series => series.Text("type") == type).SelectMany(series => series.Get("values").Items());

    /// <summary>The moment of a value. [s since 1970]</summary>
    private static double? Moment(JsonElement value) => value.Number("start_epoch_ms") / MillisecondsPerSecond;
}
