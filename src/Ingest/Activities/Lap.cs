using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Activities;

/// <summary>A part of an activity, as the watch or the runner marked it. Null means that the file says nothing.</summary>
/// <param name="Start">When it began.</param>
/// <param name="TotalElapsed">From its start to its end, pauses included.</param>
/// <param name="TotalTimer">Time that the timer ran.</param>
/// <param name="TotalDistance">Its length. [m]</param>
public sealed record Lap(Instant? Start, Duration? TotalElapsed, Duration? TotalTimer, Distance? TotalDistance);
