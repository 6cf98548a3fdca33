using KneeLoad.Ingest.Grounds;

namespace KneeLoad.Ingest.Maps.Tags;

/// <summary>From the tags of a way to its kind.</summary>
public static class WayKinds
{
    /// <summary>The kind of a way.</summary>
    /// <exception cref="ArgumentNullException">The tags are null.</exception>
    public static WayKind Of(WayTags tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return tags.Highway switch
        {
            null => tags.Leisure == "track" ? WayKind.RunningTrack : WayKind.Other,
            "trunk" or "trunk_link" or "primary" or "primary_link" or "secondary" or "secondary_link" or "tertiary" or "tertiary_link" => WayKind.Road,
            "residential" or "unclassified" or "living_street" or "road" => WayKind.Street,
            "service" or "busway" => WayKind.Service,
            "pedestrian" => WayKind.Pedestrian,
            "cycleway" => WayKind.Cycleway,
            "track" => WayKind.Track,
            "path" or "bridleway" => OfFootway(tags.Footway, WayKind.Path),
            "footway" => OfFootway(tags.Footway, WayKind.Footway),
            "steps" => WayKind.Steps,
            _ => WayKind.Other,
        };
    }

    private static WayKind OfFootway(string? footway, WayKind otherwise) => footway switch
    {
        "sidewalk" => WayKind.Pavement,
        "crossing" => WayKind.Crossing,
        _ => otherwise,
    };
}
