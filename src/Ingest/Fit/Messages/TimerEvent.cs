using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Fit.Messages;

/// <summary>The timer was started or stopped (event, message 21, with event 0).</summary>
/// <param name="Time">FIT's epoch. [s]</param>
/// <param name="Starts">Started, or else stopped.</param>
internal readonly record struct TimerEvent(uint Time, bool Starts)
{
    /// <summary>Reads an event.</summary>
    /// <returns>Null when it is not of the timer, or neither a start nor a stop.</returns>
    public static TimerEvent? From(FitMessage message)
    {
        const uint Timer = 0;
        if (message.Whole(0) != Timer || message.Timestamp is not { } time)
        {
            return null;
        }

        // Profile, type event_type: start 0, stop 1, stop_all 4, stop_disable 8, stop_disable_all 9.
        return message.Whole(1) switch
        {
            0 => new(time, Starts: true),
            1 or 4 or 8 or 9 => new(time, Starts: false),
            _ => null,
        };
    }
}
