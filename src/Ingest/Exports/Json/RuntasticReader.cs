using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Exports.Json;

/// <summary>
/// Reads a session of adidas Running, formerly Runtastic: totals alone, in the layout with all of them side by side or in that with
/// features. Its way lies beside it as GPX.
/// </summary>
internal static class RuntasticReader
{
    // Names of the features that hold what was measured, and what the runner was shown at first.
    private const string Measured = "track_metrics";
    private const string Initial = "initial_values";

    private const double MillisecondsPerSecond = 1_000;
    private const double MillisecondsPerMinute = 60_000;

    /// <summary>Numbers of sports that are runs, by FIT's names of sport and sub-sport.</summary>
    private static readonly FrozenDictionary<string, (string Sport, string? SubSport)> Runs = new Dictionary<string, (string, string?)>(StringComparer.Ordinal)
    {
        ["1"] = ("running", null),
        ["14"] = ("running", "treadmill"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Walking, riding, skiing, swimming and the like; the numbers between two that are known here are known too.
    private const int LastKnownSport = 22;

    /// <summary>The session.</summary>
    public static IEnumerable<Activity> Session(JsonElement session)
    {
        var (start, end) = (JsonValues.ToInstant(Stated(session, "start_time")), JsonValues.ToInstant(Stated(session, "end_time")));
        var number = session.Text("sport_type_id") ?? (Attributes(session, Initial).Get("sport_type") is { } type ? type.Text("id") : null);
        var (sport, subSport) = number is null ? (null, null)
            : Runs.TryGetValue(number, out var run) ? run
            : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var other) && other <= LastKnownSport ? ("other", null)
            : ("unknown", default(string));
        yield return new Activity
        {
            Format = ActivityFormat.RuntasticJson,
            Sport = sport,
            SubSport = subSport,
            SportText = number is null ? null : $"Runtastic {number}",
            Name = session.Text("notes"),
            Maker = "Runtastic",
            Start = start,
            UtcOffset = JsonValues.ToOffset(session.Number("start_time_timezone_offset") / MillisecondsPerMinute),
            HasSession = true,
            TotalElapsed = end >= start ? end - start : null,
            TotalTimer = JsonValues.ToDuration(Stated(session, "duration") / MillisecondsPerSecond),
            TotalDistance = Length(session, "distance"),
            TotalAscent = Length(session, "elevation_gain"),
            TotalDescent = Length(session, "elevation_loss"),
            Records = RecordStream.Empty,
        };
    }

    private static Distance? Length(JsonElement session, string name) => Stated(session, name) is > 0 and < 1e7 and var metres ? new Distance(metres) : null;

    /// <summary>A number of the session, or of one of its features: what was measured, before what the runner was shown at first.</summary>
    private static double? Stated(JsonElement session, string name) =>
        session.Number(name) ?? Attributes(session, Measured).Get(name).Number() ?? Attributes(session, Initial).Get(name).Number();

    private static JsonElement? Attributes(JsonElement session, string feature) => session.Get("features").Items()
        .Where(item => item.Text("type") == feature)
        .Select(item => item.Get("attributes"))
        .FirstOrDefault(attributes => attributes is not null);
}
