using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Fit;

/// <summary>Totals of one activity (session, message 18), or of a part of it (lap, message 19): the fields that we read agree in both.</summary>
/// <param name="Start">start_time. FIT's epoch. [s]</param>
/// <param name="End">timestamp: when the message was written, which is when it ended. FIT's epoch. [s]</param>
/// <param name="Sport">Number in the profile's type sport.</param>
/// <param name="SubSport">Number in the profile's type sub_sport.</param>
/// <param name="Elapsed">total_elapsed_time.</param>
/// <param name="Timer">total_timer_time.</param>
/// <param name="Length">total_distance. [m]</param>
/// <param name="Ascent">total_ascent. [m]</param>
/// <param name="Descent">total_descent. [m]</param>
internal sealed record SessionMessage(
    uint? Start,
    uint? End,
    uint? Sport,
    uint? SubSport,
    Duration? Elapsed,
    Duration? Timer,
    Distance? Length,
    Distance? Ascent,
    Distance? Descent)
{
    // No activity is longer than a uint32 of milliseconds, the protocol's own type for it; other types may hold anything.
    private const double LongestMilliseconds = uint.MaxValue;

    /// <summary>Reads a session.</summary>
    public static SessionMessage FromSession(FitMessage message) => new(
        message.Whole(2),
        message.Timestamp,
        message.Whole(5),
        message.Whole(6),
        Milliseconds(message.Number(7)),
        Milliseconds(message.Number(8)),
        Metres(message.Number(9) / 100),
        Metres(message.Number(22)),
        Metres(message.Number(23)));

    /// <summary>Reads a lap, whose sport stands elsewhere and is not needed.</summary>
    public static SessionMessage FromLap(FitMessage message) => new(
        message.Whole(2),
        message.Timestamp,
        null,
        null,
        Milliseconds(message.Number(7)),
        Milliseconds(message.Number(8)),
        Metres(message.Number(9) / 100),
        Metres(message.Number(21)),
        Metres(message.Number(22)));

    private static Duration? Milliseconds(double? value) =>
        value is >= 0 and < LongestMilliseconds ? Duration.FromMilliseconds(value.Value) : null;

    private static Distance? Metres(double? value) => value is >= 0 and < double.MaxValue ? new Distance(value.Value) : null;
}
