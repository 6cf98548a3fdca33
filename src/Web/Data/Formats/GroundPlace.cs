using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Web.Data.Formats;

/// <summary>A record of a run that has a position.</summary>
/// <param name="Record">Number of the record, from 0; the same as in the run's traces.</param>
/// <param name="Place">Where it was, to 1e-7 degrees.</param>
public readonly record struct GroundPlace(int Record, GeoPoint Place);
