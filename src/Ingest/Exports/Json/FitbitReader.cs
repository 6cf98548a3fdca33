using System.Globalization;
using System.Text.Json;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Exports.Json;

/// <summary>
/// Reads an activity out of Fitbit's lists of exercises (exercise-0.json and on): totals alone, also of what has a TCX file beside
/// it. Its times are UTC.
/// </summary>
internal static class FitbitReader
{
    // The name of an activity is in the runner's language, its number is not.
    private const string Run = "90009";

    private const double MetresPerKilometre = 1_000;
    private const double MetresPerMile = 1_609.344;
    private const double MillisecondsPerSecond = 1_000;

    /// <summary>An activity of the list.</summary>
    public static IEnumerable<Activity> Exercises(JsonElement exercise)
    {
        var kind = exercise.Text("activityName");
        yield return new Activity
        {
            Format = ActivityFormat.FitbitJson,
            Sport = exercise.Text("activityTypeId") is Run ? "running" : null,
            SportText = kind,
            SubSport = kind is not null && kind.Contains("Treadmill", StringComparison.OrdinalIgnoreCase) ? "treadmill" : null,
            Maker = "Fitbit",
            Product = exercise.Get("source") is { } source ? source.Text("name") : null,
            Start = Moment(exercise.Text("startTime")),
            HasSession = true,
            TotalElapsed = Time(exercise, "duration"),
            TotalTimer = Time(exercise, "activeDuration") ?? Time(exercise, "duration"),
            TotalDistance = (exercise.Number("distance"), exercise.Text("distanceUnit")) switch
            {
                ( > 0 and < 1e5 and var kilometres, "Kilometer" or "Kilometers" or "km") => new Distance(kilometres * MetresPerKilometre),
                ( > 0 and < 1e5 and var miles, "Mile" or "Miles" or "mi") => new Distance(miles * MetresPerMile),
                _ => null,
            },
            Records = RecordStream.Empty,
        };
    }

    private static Duration? Time(JsonElement exercise, string name) => JsonValues.ToDuration(exercise.Number(name) / MillisecondsPerSecond);

    /// <summary>Times as 03/22/21 21:04:02, or by the schema.</summary>
    private static Instant? Moment(string? text) =>
        DateTimeOffset.TryParseExact(text, "MM/dd/yy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Instant.FromDateTimeOffset(time)
            : ExportTimes.Of(text)?.Instant;
}
