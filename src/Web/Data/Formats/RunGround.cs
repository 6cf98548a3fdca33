using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Web.Data.Formats;

/// <summary>The way of a run and its ground.</summary>
/// <param name="Places">The records that have a position, in their order; empty for a run without positions.</param>
/// <param name="Stretches">Parts on one surface each, in their order; empty while there is no map.</param>
public sealed record RunGround(IReadOnlyList<GroundPlace> Places, IReadOnlyList<GroundStretch> Stretches)
{
    /// <summary>So many places are kept and drawn. [1]</summary>
    public const int MostPlaces = 3_000;

    /// <summary>Keeps no more places than a map draws: the ends of the run and of its stretches, and every second, third ... one between.</summary>
    public RunGround Thinned()
    {
        if (Places.Count <= MostPlaces)
        {
            return this;
        }

        var ends = EndsOfStretches();
        var kept = ends.Where((_, i) => i % StepOf(ends.Count, MostPlaces / 2) == 0).ToHashSet();
        var step = StepOf(Places.Count, MostPlaces - kept.Count - 1);
        return this with { Places = [.. Places.Where((_, i) => i % step == 0 || i == Places.Count - 1 || kept.Contains(i))] };
    }

    private static int StepOf(int count, int most) => Math.Max(1, (count + most - 1) / most);

    private List<int> EndsOfStretches()
    {
        var records = Places.Select(place => place.Record).ToArray();
        var ends = new SortedSet<int>();
        foreach (var stretch in Stretches)
        {
            var (first, last) = (FirstFrom(stretch.FromRecord), FirstFrom(stretch.ToRecord + 1) - 1);
            if (first <= last)
            {
                ends.Add(first);
                ends.Add(last);
            }
        }

        return [.. ends];

        int FirstFrom(int record)
        {
            var found = Array.BinarySearch(records, record);
            return found >= 0 ? found : ~found;
        }
    }
}

/// <summary>A record of a run that has a position.</summary>
/// <param name="Record">Number of the record, from 0; the same as in the run's traces.</param>
/// <param name="Place">Where it was, to 1e-7 degrees.</param>
public readonly record struct GroundPlace(int Record, GeoPoint Place);

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
