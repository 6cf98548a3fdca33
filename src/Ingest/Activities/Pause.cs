using NodaTime;

namespace KneeLoad.Ingest.Activities;

/// <summary>
/// A span in which the timer stood still: from timer events in FIT (event, message 21, event 0: from a stop to the next start), between segments in
/// GPX, between tracks in TCX.
/// </summary>
/// <param name="Start">When the timer stopped.</param>
/// <param name="End">When it went on. Not before <paramref name="Start"/>.</param>
public readonly record struct Pause(Instant Start, Instant End);
