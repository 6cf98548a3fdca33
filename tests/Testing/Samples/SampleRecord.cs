using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Testing.Samples;

/// <summary>The readings of the sample runner's body and devices at one moment.</summary>
/// <param name="Time">The moment.</param>
/// <param name="Place">Where; null indoors.</param>
/// <param name="AltitudeMetres">Height with the device's own noise; null indoors. [m]</param>
/// <param name="DistanceMetres">Since the start. [m]</param>
/// <param name="MetresPerSecond">Speed. [m/s]</param>
/// <param name="StepsPerMinute">Steps of both feet. [steps/min]</param>
/// <param name="BeatsPerMinute">Heart rate. [beats/min]</param>
/// <param name="ContactMilliseconds">Ground contact of a step. [ms]</param>
internal sealed record SampleRecord(
    Instant Time, GeoPoint? Place, double? AltitudeMetres, double DistanceMetres, double MetresPerSecond,
    double StepsPerMinute, double BeatsPerMinute, double ContactMilliseconds);
