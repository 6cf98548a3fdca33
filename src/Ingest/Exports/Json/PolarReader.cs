using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Quantities;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Ingest.Exports.Json;

/// <summary>
/// Reads a session of Polar's account export, of either layout: the one with a name for the sport and a time beside each sample, and
/// the one since version 2, with a number for the sport and samples in a row.
/// </summary>
internal static class PolarReader
{
    private const double KilometresPerHour = 3.6;
    private const double MillisecondsPerSecond = 1_000;
    private const double SecondsPerQuarter = 900;

    // So long before the session a way may begin; after it, as long as satellites are searched for. [s]
    private const double LongestBefore = 120;

    // Nobody counts closer than this between two samples. [ms]
    private const double ShortestInterval = 100;

    private const string Running = "running";

    /// <summary>Polar's numbers of sports that are runs, with FIT's name of the sub-sport.</summary>
    private static readonly FrozenDictionary<string, string?> Runs = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["1"] = null,
        ["4"] = null,
        ["17"] = "treadmill",
        ["19"] = "street",
        ["27"] = "trail",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Numbers of sports that are known to be none: cycling, walking, skiing, ball games, strength, swimming and the like.</summary>
    private static readonly FrozenSet<string> OtherSports = FrozenSet.ToFrozenSet(
        [
            "2", "3", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "18", "20", "22", "23", "24", "25", "28", "29", "30", "38", "39",
            "50", "83", "103", "105",
        ],
        StringComparer.Ordinal);

    /// <summary>Samples by their names in both layouts, with what divides them into the unit of the field.</summary>
    private static readonly (string Named, string Typed, RecordField Field, double Divisor)[] Samples =
    [
        ("heartRate", "HEART_RATE", RecordField.HeartRate, 1),
        ("speed", "SPEED", RecordField.Speed, KilometresPerHour),
        ("distance", "DISTANCE", RecordField.Distance, 1),
        ("altitude", "ALTITUDE", RecordField.Altitude, 1),
        ("cadence", "CADENCE", RecordField.Cadence, 1),
        ("temperature", "TEMPERATURE", RecordField.Temperature, 1),
    ];

    /// <summary>The parts of a session, one a sport.</summary>
    public static IEnumerable<Activity> Session(JsonElement session)
    {
        var exercises = session.Get("exercises").Items().ToList();
        foreach (var exercise in exercises)
        {
            yield return Exercise(exercise, session, isWhole: exercises.Count == 1);
        }
    }

    private static Activity Exercise(JsonElement exercise, JsonElement session, bool isWhole)
    {
        var offset = JsonValues.ToOffset(
            exercise.Number("timezoneOffsetMinutes") ?? exercise.Number("timezoneOffset") ?? session.Number("timezoneOffsetMinutes")
                ?? session.Number("timeZoneOffset") ?? session.Number("timezoneOffset"));
        var start = Moment(exercise, "startTime", offset) ?? (isWhole ? Moment(session, "startTime", offset) : null);
        var stop = Moment(exercise, "stopTime", offset) ?? (isWhole ? Moment(session, "stopTime", offset) : null);
        var (sport, subSport, text) = Sport(exercise, session);
        var samples = start is { } first ? Measured(exercise, first, offset) : new TimedSamples();
        return new Activity
        {
            Format = ActivityFormat.PolarJson,
            Sport = sport,
            SubSport = subSport,
            SportText = text,
            Name = session.Text("name"),
            Maker = "Polar",
            Product = session.Get("product") is { } product ? product.Text("modelName") : null,
            Start = start,
            UtcOffset = offset,
            IsLocalTime = offset is null,
            HasSession = true,
            TotalElapsed = stop >= start ? stop - start : null,
            TotalTimer = Time(exercise) ?? (isWhole ? Time(session) : null),
            TotalDistance = Length(exercise, "distanceMeters", "distance") ?? (isWhole ? Length(session, "distanceMeters", "distance") : null),
            TotalAscent = Length(exercise, "ascentMeters", "ascent"),
            TotalDescent = Length(exercise, "descentMeters", "descent"),
            CadenceUnit = samples.CadenceUnit,
            Pauses = [.. Pauses(exercise, offset)],
            Records = samples.ToRecords(),
        };
    }

    private static (string? Sport, string? SubSport, string? Text) Sport(JsonElement exercise, JsonElement session)
    {
        var named = (exercise.Get("sport") ?? session.Get("sport")) switch
        {
            { ValueKind: JsonValueKind.Object } number => number.Text("id"),
            _ => exercise.Text("sport") ?? session.Text("sport"),
        };
        return named switch
        {
            null => (null, null, null),
            _ when Runs.TryGetValue(named, out var subSport) => (Running, subSport, null),
            _ when OtherSports.Contains(named) => ("other", null, $"Polar {named}"),
            _ when int.TryParse(named, CultureInfo.InvariantCulture, out _) => ("unknown", null, $"Polar {named}"),
            _ => (null, named.Contains("TREADMILL", StringComparison.OrdinalIgnoreCase) ? "treadmill" : null, named),
        };
    }

    private static TimedSamples Measured(JsonElement exercise, Instant start, Offset? offset)
    {
        var (samples, begin) = (new TimedSamples(), UnixSeconds(start));
        var measured = exercise.Get("samples");
        foreach (var series in measured.Get("samples").Items())
        {
            var known = Array.Find(Samples, sample => sample.Typed == series.Text("type"));
            if (known.Typed is not null && series.Number("intervalMillis") is >= ShortestInterval and var interval)
            {
                foreach (var (number, value) in series.Get("values").Items().Index())
                {
                    samples.Add(begin + (number * interval / MillisecondsPerSecond), known.Field, ((JsonElement?)value).Number() / known.Divisor);
                }
            }
        }

        foreach (var (named, _, field, divisor) in Samples)
        {
            foreach (var sample in measured.Get(named).Items())
            {
                if (Moment(sample, "dateTime", offset) is { } moment)
                {
                    samples.Add(UnixSeconds(moment), field, sample.Number("value") / divisor);
                }
            }
        }

        AddRoute(samples, exercise, measured, begin, offset);
        return samples;
    }

    /// <summary>The way. Its clock may be whole quarters of an hour off the session's; what it begins late besides is the search for satellites.</summary>
    private static void AddRoute(TimedSamples samples, JsonElement exercise, JsonElement? measured, double begin, Offset? offset)
    {
        var route = exercise.Get("routes").Get("route");
        var routeStart = route is { } known && Moment(known, "startTime", offset) is { } moment ? UnixSeconds(moment) : begin;
        var points = route.Get("wayPoints").Items()
            .Select(point => (Time: routeStart + (point.Number("elapsedMillis") / MillisecondsPerSecond), Point: point))
            .Concat((measured.Get("recordedRoute") ?? exercise.Get("recordedRoute")).Items()
                .Select(point => (Time: Moment(point, "dateTime", offset) is { } time ? UnixSeconds(time) : (double?)null, Point: point)))
            .ToList();
        var ahead = points.Count > 0 && points[0].Time is { } first
            ? Math.Floor((first - begin + LongestBefore) / SecondsPerQuarter) * SecondsPerQuarter
            : 0;
        var hasAltitude = measured.Get("altitude") is not null || samples.Has(RecordField.Altitude);
        foreach (var (time, point) in points)
        {
            if (time is { } shown)
            {
                samples.AddPlace(shown - ahead, point.Number("latitude"), point.Number("longitude"));
                samples.Add(shown - ahead, RecordField.Altitude, hasAltitude ? null : point.Number("altitude"));
            }
        }
    }

    private static IEnumerable<Pause> Pauses(JsonElement exercise, Offset? offset)
    {
        var last = Instant.MinValue;
        foreach (var pause in exercise.Get("pauseTimes").Items())
        {
            if (Moment(pause, "startTime", offset) is { } from && Moment(pause, "endTime", offset) is { } to && from >= last && to >= from)
            {
                last = to;
                yield return new(from, to);
            }
        }
    }

    /// <summary>A moment as the clock showed it, or with its own zone. Without an offset it stands as if the clock showed UTC.</summary>
    private static Instant? Moment(JsonElement element, string name, Offset? offset)
    {
        var isUtc = element.Text(name) is [.., 'Z'];
        return element.Clock(name)?.WithOffset(isUtc ? Offset.Zero : offset ?? Offset.Zero).ToInstant();
    }

    private static Duration? Time(JsonElement element) =>
        JsonValues.ToDuration((element.Number("durationMillis") / MillisecondsPerSecond) ?? Seconds(element.Text("duration")));

    /// <summary>Seconds of a span such as PT3000.5S. [s]</summary>
    private static double? Seconds(string? text) =>
        text is not null && PeriodPattern.NormalizingIso.Parse(text) is { Success: true, Value: { Years: 0, Months: 0 } span }
            ? (span.Days * 86_400.0) + (span.Hours * 3_600.0) + (span.Minutes * 60.0) + span.Seconds + (span.Milliseconds / MillisecondsPerSecond)
            : null;

    private static Distance? Length(JsonElement element, string name, string olderName) =>
        (element.Number(name) ?? element.Number(olderName)) is > 0 and < 1e7 and var metres ? new Distance(metres) : null;

    private static double UnixSeconds(Instant instant) => (instant - NodaConstants.UnixEpoch).TotalSeconds;
}
