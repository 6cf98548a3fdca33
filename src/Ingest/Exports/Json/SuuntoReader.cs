using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Exports.Json;

/// <summary>
/// Reads Suunto's JSON: a list of samples, each with its time, or a summary with the totals, or both in one file. Places are in
/// radians, the heart and the legs in hertz, temperature in kelvin. The serial number beside each sample is not read.
/// </summary>
internal static class SuuntoReader
{
    private const double SecondsPerMinute = 60;
    private const double DegreesPerRadian = 180 / Math.PI;
    private const double KelvinAtZero = 273.15;

    /// <summary>Suunto's numbers of sports that are runs, with FIT's name of the sub-sport.</summary>
    private static readonly FrozenDictionary<string, string?> Runs = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["3"] = null,
        ["82"] = "trail",
        ["93"] = "treadmill",
        ["75"] = null,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // No sport, several, track and field: any of them may be a run.
    private static readonly FrozenSet<string> Unsure = FrozenSet.ToFrozenSet(["0", "1", "2", "81"], StringComparer.Ordinal);

    // The numbers up to here are known.
    private const int LastKnownSport = 95;

    private static readonly (string Name, RecordField Field, double Factor)[] Measured =
    [
        ("HR", RecordField.HeartRate, SecondsPerMinute),
        ("Cadence", RecordField.Cadence, SecondsPerMinute),
        ("Distance", RecordField.Distance, 1),
        ("Speed", RecordField.Speed, 1),
        ("Altitude", RecordField.Altitude, 1),
        ("GPSAltitude", RecordField.Altitude, 1),
        ("Power", RecordField.Power, 1),
    ];

    /// <summary>The recording, or the totals of one.</summary>
    public static IEnumerable<Activity> Recording(JsonElement file)
    {
        var (samples, pauses, header, type) = (new TimedSamples(), new SuuntoPauses(), default(JsonElement?), default(string));
        var (first, last) = (default(ExportTime?), default(double?));
        var documents = new List<JsonDocument>();
        try
        {
            foreach (var (item, time) in Items(file, documents))
            {
                header ??= item.Get("Header");
                var sample = item.Get("Sample") ?? item;
                foreach (var happened in sample.Get("Events").Items())
                {
                    type ??= happened.Get("Activity") is { } activity ? activity.Text("ActivityType") : null;
                    pauses.Add(happened, time?.UnixSeconds);
                }

                if (time is { } moment)
                {
                    Add(samples, sample, moment.UnixSeconds);
                    first ??= moment;
                    last = moment.UnixSeconds;
                }
            }

            type = header?.Text("ActivityType") ?? type;
            var start = ExportTimes.Of(header.Get("DateTime")) ?? first;
            yield return ToActivity(type, start, last, header, samples, pauses.ToList());
        }
        finally
        {
            documents.ForEach(document => document.Dispose());
        }
    }

    private static Activity ToActivity(string? type, ExportTime? start, double? last, JsonElement? header, TimedSamples samples, IReadOnlyList<Pause> pauses)
    {
        var (sport, subSport) = type is null || Unsure.Contains(type) ? ("unknown", null)
            : Runs.TryGetValue(type, out var run) ? ("running", run)
            : int.TryParse(type, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known <= LastKnownSport ? ("other", null)
            : ("unknown", default(string));
        var elapsed = JsonValues.ToDuration(last - start?.UnixSeconds);
        return new Activity
        {
            Format = ActivityFormat.SuuntoJson,
            Sport = sport,
            SubSport = subSport,
            SportText = type is null ? null : string.Create(CultureInfo.InvariantCulture, $"Suunto {type}"),
            Maker = "Suunto",
            Product = header.Get("Device") is { } device ? device.Text("Name") : null,
            Start = start?.Instant,
            UtcOffset = start?.Offset,
            IsLocalTime = start is { IsLocal: true },
            HasSession = true,
            TotalElapsed = elapsed,
            TotalTimer = JsonValues.ToDuration(header?.Number("Duration")),
            TotalDistance = JsonValues.ToDistance(header?.Number("Distance")),
            TotalAscent = JsonValues.ToDistance(header?.Number("Ascent")),
            TotalDescent = JsonValues.ToDistance(header?.Number("Descent")),
            CadenceUnit = samples.CadenceUnit,
            Pauses = pauses,
            Records = samples.ToRecords(),
        };
    }

    private static void Add(TimedSamples samples, JsonElement sample, double moment)
    {
        foreach (var (name, field, factor) in Measured)
        {
            samples.Add(moment, field, sample.Number(name) * factor);
        }

        samples.Add(moment, RecordField.Temperature, sample.Number("Temperature") - KelvinAtZero);
        samples.AddPlace(moment, sample.Number("Latitude") * DegreesPerRadian, sample.Number("Longitude") * DegreesPerRadian);
    }

    /// <summary>Samples, events and the header of the file, each with its time. Attributes may be a text that is JSON once more.</summary>
    private static IEnumerable<(JsonElement Item, ExportTime? Time)> Items(JsonElement file, List<JsonDocument> documents)
    {
        var log = file.Get("DeviceLog") ?? file;
        if (log.Get("Header") is not null)
        {
            yield return (log, null);
        }

        // The cloud puts both files of a recording into one.
        var lists = new[] { log, log.Get("Summary"), log.Get("Data") };
        foreach (var entry in lists.OfType<JsonElement>().SelectMany(list => list.Get("Samples").Items()))
        {
            var attributes = entry.Get("Attributes");
            if (attributes is { ValueKind: JsonValueKind.String } text && Parsed(text.Written()) is { } parsed)
            {
                documents.Add(parsed);
                attributes = parsed.RootElement;
            }

            var item = attributes.Get("suunto/sml") ?? attributes ?? entry;
            yield return (item, ExportTimes.Of(entry.Get("TimeISO8601") ?? item.Get("TimeISO8601") ?? item.Get("UTC") ?? item.Get("Sample").Get("UTC")));
        }
    }

    private static JsonDocument? Parsed(string? text)
    {
        try
        {
            return text is null ? null : JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The spans between an event that begins a pause and the one that ends it.</summary>
    private sealed class SuuntoPauses
    {
        private readonly List<Pause> pauses = [];
        private double? begun;

        public void Add(JsonElement happened, double? moment)
        {
            if (happened.Get("Pause") is not { } pause || moment is not { } time)
            {
                return;
            }

            var begins = pause.Get("State") is { ValueKind: JsonValueKind.True } || pause.Text("State") is "Started" or "1";
            if (!begins && begun is { } from && time > from)
            {
                pauses.Add(new(XmlTime.ToInstant(from), XmlTime.ToInstant(time)));
            }

            begun = begins ? begun ?? time : null;
        }

        public List<Pause> ToList() => pauses;
    }
}
