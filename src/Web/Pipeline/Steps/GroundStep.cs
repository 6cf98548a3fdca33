using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Formats;
using KneeLoad.Web.Data.Reading;

namespace KneeLoad.Web.Pipeline.Steps;

/// <summary>
/// The way of an activity and its ground, out of its file and the map in use. The mix is made of what is stored, so that
/// whatever came first, map, file or correction, it is the same to the last digit.
/// </summary>
internal static class GroundStep
{
    /// <summary>Positions, as many as a map draws, and with a map the stretches, packed.</summary>
    /// <param name="activity">What the file says.</param>
    /// <param name="map">The map in use; null when there is none.</param>
    public static byte[] Ground(Activity activity, MapIndex? map) =>
        GroundCodec.Pack(new RunGround(Places(activity.Records), map is null ? [] : Stretches(activity, map)).Thinned());

    /// <summary>The mix that the file itself states: a treadmill, a track.</summary>
    /// <param name="activity">What the file says.</param>
    /// <param name="length">The run's length; null when unknown. [m]</param>
    /// <returns>Null when it states none.</returns>
    public static string? StatedMix(Activity activity, Distance? length) =>
        SurfaceMixes.Of(activity, length, map: null) is { } mix ? StoredJson.Write(mix) : null;

    /// <summary>The mix of a run: what its file states, else what the map says.</summary>
    /// <param name="activity">What the file says.</param>
    /// <param name="ground">As stored; null when unknown.</param>
    /// <param name="mapId">The map that it was matched with; null for none.</param>
    /// <param name="corrections">What the runner said of ways.</param>
    /// <param name="length">The run's length; null when unknown. [m]</param>
    /// <returns>Null when the file states none and no map was asked.</returns>
    public static string? Mix(Activity activity, byte[]? ground, Guid? mapId, GroundCorrections corrections, Distance? length) =>
        StatedMix(activity, length) ?? (mapId is null || ground is null ? null : Mix(ground, corrections, length));

    /// <summary>The mix of a run that a map was asked for.</summary>
    /// <param name="ground">As stored.</param>
    /// <param name="corrections">What the runner said of ways.</param>
    /// <param name="length">The run's length; null when unknown. [m]</param>
    public static string Mix(byte[] ground, GroundCorrections corrections, Distance? length)
    {
        var match = new SurfaceMatch([.. corrections.Apply(GroundCodec.UnpackStretches(ground)).Select(stretch =>
            new SurfaceStretch(stretch.FromRecord, stretch.ToRecord, stretch.Surface, stretch.Length, Way: null, stretch.HasMap))]);
        return StoredJson.Write(SurfaceMixes.Of(match, length));
    }

    private static List<GroundPlace> Places(RecordStream records)
    {
        var places = new List<GroundPlace>();
        if (Positions.Of(records) is (var latitudes, var longitudes))
        {
            for (var i = 0; i < records.Count; i++)
            {
                if (!double.IsNaN(latitudes[i]))
                {
                    places.Add(new(i, new(latitudes[i], longitudes[i])));
                }
            }
        }

        return places;
    }

    private static List<GroundStretch> Stretches(Activity activity, MapIndex map)
    {
        var ways = new Dictionary<int, MapWay>();
        return [.. SurfaceMatching.Match(activity, map).Stretches.Select(stretch =>
        {
            MapWay? way = null;
            if (stretch.Way is { } number && !ways.TryGetValue(number, out way))
            {
                ways[number] = way = map.WayAt(number);
            }

            return new GroundStretch(stretch.FromRecord, stretch.ToRecord, stretch.Surface, stretch.Length, way?.Id, way?.Name, stretch.HasMap);
        })];
    }
}
