using KneeLoad.Ingest.Fit.Protocol;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Fit.Messages;

/// <summary>Totals of one activity (session, message 18).</summary>
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
    /// <summary>Reads a session.</summary>
    public static SessionMessage From(FitMessage message) => new(
        message.Whole(2),
        message.Timestamp,
        message.Whole(5),
        message.Whole(6),
        FitTotals.Milliseconds(message.Number(7)),
        FitTotals.Milliseconds(message.Number(8)),
        FitTotals.Metres(message.Number(9) / 100),
        FitTotals.Metres(message.Number(22)),
        FitTotals.Metres(message.Number(23)));
}
