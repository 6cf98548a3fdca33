using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Surfaces;

/// <summary>A record with a position.</summary>
/// <param name="Record">Number of the record in its file, from 0.</param>
/// <param name="UnixSeconds">When; NaN when unknown. [s]</param>
/// <param name="Place">Where.</param>
internal readonly record struct TrackPoint(int Record, double UnixSeconds, GeoPoint Place);
