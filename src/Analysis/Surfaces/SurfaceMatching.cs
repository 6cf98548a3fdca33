using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Surfaces;

/// <summary>From a recorded track and a map to the ground that was run on.</summary>
public static class SurfaceMatching
{
    /// <summary>Matches the positions of an activity to the ways of a map.</summary>
    /// <param name="activity">What the file says.</param>
    /// <param name="map">The index to match with.</param>
    /// <returns>The stretches; without positions none, or one over all for a treadmill.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidDataException">The index's content contradicts itself.</exception>
    public static SurfaceMatch Match(Activity activity, MapIndex map)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(map);
        var recorded = RecordedSurface.Of(activity);
        var parts = Track.PartsOf(activity);
        if (parts.Count == 0)
        {
            return new(recorded is { } indoors && activity.TotalDistance is { Metres: > 0 } length
                ? [new(0, Math.Max(0, activity.Records.Count - 1), indoors, length, Way: null, HasMap: true)]
                : []);
        }

        GeoPoint[] places = [.. parts.SelectMany(part => part.Select(point => point.Place))];
        var network = map.NetworkAlong(places, Choices.WaysWithin.Value);
        var matcher = new MarkovMatcher(network);
        var builder = new StretchBuilder(map, network, matcher.Routes);
        foreach (var part in parts)
        {
            builder.Add(part, matcher.Match(part));
        }

        // A run that its file calls one on a track was run on the track's rubber, whatever lies beside it.
        return new(recorded is { } surface ? [.. builder.Stretches.Select(stretch => stretch with { Surface = surface })] : builder.Stretches);
    }
}
