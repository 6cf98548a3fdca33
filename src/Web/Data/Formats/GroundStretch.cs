using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Web.Data.Formats;

/// <summary>A part of a run on one way and one surface. Several may lie between two records; they then follow one another.</summary>
/// <param name="FromRecord">Record that it begins at or after, from 0.</param>
/// <param name="ToRecord">Record that it ends at or before.</param>
/// <param name="Surface">What the ground is made of, and how that is known.</param>
/// <param name="Length">Its length along the ground, to 1 mm. [m]</param>
/// <param name="WayId">Number of the way in OpenStreetMap; null off the ways.</param>
/// <param name="WayName">Name of the way; null without one.</param>
/// <param name="HasMap">Whether the map covers it: if not, off the ways means nothing.</param>
public sealed record GroundStretch(
    int FromRecord, int ToRecord, WaySurface Surface, Distance Length, long? WayId, string? WayName, bool HasMap);
