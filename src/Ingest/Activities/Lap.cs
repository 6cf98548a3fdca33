using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Activities;

/// <summary>A part of an activity, as the watch or the runner marked it (FIT lap, message 19; TCX <c>Lap</c>). Null means that the file says nothing.</summary>
/// <param name="Start">When it began: field 2, start_time; attribute <c>StartTime</c>.</param>
/// <param name="TotalElapsed">From its start to its end, pauses included: field 7, total_elapsed_time; null in TCX. [s]</param>
/// <param name="TotalTimer">Time that the timer ran: field 8, total_timer_time; <c>TotalTimeSeconds</c>. [s]</param>
/// <param name="TotalDistance">Its length: field 9, total_distance; <c>DistanceMeters</c>. [m]</param>
public sealed record Lap(Instant? Start, Duration? TotalElapsed, Duration? TotalTimer, Distance? TotalDistance);
