using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Tests.Surfaces;

/// <summary>The oracle: each record on its nearest way, which is left only for one that is 6 m nearer.</summary>
internal static class NearestMatcher
{
    private const double Hysteresis = 6;

    /// <summary>A stretch between each record and the next.</summary>
    public static IReadOnlyList<SurfaceStretch> Match(Activity activity, MapIndex map)
    {
        var latitudes = activity.Records[RecordField.PositionLat]!.ToArray();
        var longitudes = activity.Records[RecordField.PositionLong]!.ToArray();
        GeoPoint[] places = [.. latitudes.Zip(longitudes, (latitude, longitude) => new GeoPoint(latitude, longitude))];
        var network = map.NetworkAlong(places, new Distance(40));
        var near = new List<NearSegment>();
        var stretches = new List<SurfaceStretch>();
        int? way = null;
        for (var i = 0; i + 1 < places.Length; i++)
        {
            var (from, to) = (network.Plane.At(places[i])!.Value, network.Plane.At(places[i + 1])!.Value);
            network.FindNear(from, near);
            var segment = near.Count == 0 ? (NetworkSegment?)null : Chosen(network, near, way);
            way = segment?.Way;
            stretches.Add(new(i, i + 1, segment?.Surface ?? new(SurfaceClass.OffNetwork, SurfaceSource.None), from.To(to), way, map.Covers(places[i])));
        }

        return stretches;
    }

    private static NetworkSegment Chosen(MapNetwork network, List<NearSegment> near, int? way)
    {
        var nearest = near.MinBy(candidate => candidate.DistanceMetres);
        var present = near.Where(candidate => network.Segments[candidate.Segment].Way == way).OrderBy(candidate => candidate.DistanceMetres).Take(1).ToArray();
        var stays = present.Length == 1 && present[0].DistanceMetres <= nearest.DistanceMetres + Hysteresis;
        return network.Segments[(stays ? present[0] : nearest).Segment];
    }
}
