using NodaTime;

namespace KneeLoad.Ingest.Plausibility.Clocks;

/// <summary>Facts about the runner and the moment that no file holds.</summary>
/// <param name="Zone">Where the runner lives, for times that name no zone; null when nobody said.</param>
/// <param name="Now">When the file was handed over: no run lies far ahead of it.</param>
public sealed record BeliefContext(DateTimeZone? Zone, Instant Now);
