using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Web.Features.Runs;

/// <summary>One kilometre or mile of a run; the last one is what is left.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Length">Its length. [m]</param>
/// <param name="Time">Time that it took.</param>
/// <param name="Climb">End altitude minus begin altitude; null when not measured. [m]</param>
/// <param name="Cadence">Mean cadence; null when not measured.</param>
/// <param name="HeartRate">Mean heart rate; null when not measured.</param>
public sealed record Split(int Number, Distance Length, Duration Time, Distance? Climb, Cadence? Cadence, HeartRate? HeartRate);
