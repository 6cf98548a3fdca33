using KneeLoad.Ingest.Grounds;

namespace KneeLoad.Ingest.Maps.Tags;

/// <summary>From the tags of a way to its surface: what a tag says first, then what the kind of way lets expect.</summary>
public static class SurfaceRules
{
    private static readonly HashSet<string> NotRunnable = new(StringComparer.Ordinal)
    {
        "motorway", "motorway_link", "construction", "proposed", "planned", "abandoned", "razed", "disused", "dismantled", "raceway", "bus_guideway",
        "bus_stop", "elevator", "platform", "rest_area", "services", "escape", "no",
    };

    private static readonly HashSet<string> Roads = new(StringComparer.Ordinal)
    {
        "motorway", "motorway_link", "trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link", "tertiary",
        "tertiary_link", "unclassified", "residential", "living_street", "service", "road", "busway",
    };

    /// <summary>Whether a way belongs on a runner's map: ways for feet and wheels but motorways, and running tracks.</summary>
    public static bool IsRunnable(WayTags tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return tags.Highway is { } highway ? !NotRunnable.Contains(highway) || IsRunningTrack(tags) : IsRunningTrack(tags);
    }

    /// <summary>The surface of a way.</summary>
    /// <returns>Unknown where no rule tells it: a plain footway is never guessed.</returns>
    public static WaySurface Classify(WayTags tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        var value = FirstValue(tags.Surface);
        if (OfMaterial(value) is { } material)
        {
            return Known(material);
        }

        if (IsRunningTrack(tags))
        {
            return Known(SurfaceClass.Track);
        }

        return value switch
        {
            "paved" => OfPaved(tags.Highway),
            "unpaved" => OfUnpaved(tags),
            _ => OfKind(tags),
        };
    }

    private static WaySurface Known(SurfaceClass surface) => new(surface, SurfaceSource.Tag);

    private static WaySurface Assumed(SurfaceClass surface) => new(surface, SurfaceSource.Assumed);

    private static bool IsRunningTrack(WayTags tags) =>
        tags.Leisure == "track" && (tags.Sport is null || tags.Sport.Split(';').Any(sport => sport.Trim() is "running" or "athletics" or "multi"));

    private static bool IsRoad(string? highway) => highway is not null && Roads.Contains(highway);

    /// <summary>The first of a list, without what follows a colon.</summary>
    private static string? FirstValue(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var first = value.Split(';')[0].Trim();
        // The one suffix that changes the class: cobblestones cut flat are as even as paving.
        return first == "cobblestone:flattened" ? first : first.Split(':')[0];
    }

    private static SurfaceClass? OfMaterial(string? value) => value switch
    {
        "asphalt" or "chipseal" or "tarmac" => SurfaceClass.Asphalt,
        "concrete" or "cement" => SurfaceClass.Concrete,
        "paving_stones" or "bricks" or "brick" or "tiles" or "grass_paver" or "cobblestone:flattened" => SurfaceClass.Paving,
        "sett" or "cobblestone" or "unhewn_cobblestone" => SurfaceClass.Cobble,
        "compacted" or "fine_gravel" => SurfaceClass.Compacted,
        "gravel" or "pebblestone" or "rock" or "stone" or "scree" => SurfaceClass.Gravel,
        "ground" or "dirt" or "earth" or "mud" or "clay" or "woodchips" or "bark" => SurfaceClass.Dirt,
        "grass" or "artificial_turf" => SurfaceClass.Grass,
        "sand" => SurfaceClass.Sand,
        "wood" or "boardwalk" => SurfaceClass.Wood,
        "tartan" or "rubber" or "acrylic" => SurfaceClass.Track,
        "metal" or "snow" or "ice" or "plastic" => SurfaceClass.Other,
        _ => null,
    };

    private static WaySurface OfPaved(string? highway) => highway switch
    {
        "pedestrian" or "living_street" => Assumed(SurfaceClass.Paving),
        "cycleway" or "track" => Assumed(SurfaceClass.Asphalt),
        _ => IsRoad(highway) ? Assumed(SurfaceClass.Asphalt) : Known(SurfaceClass.Paved),
    };

    private static WaySurface OfUnpaved(WayTags tags) => OfGrade(tags.TrackType) switch
    {
        { } grade and not SurfaceClass.Asphalt => Assumed(grade),
        _ => tags.Highway == "path" ? Assumed(SurfaceClass.Dirt) : Known(SurfaceClass.Unpaved),
    };

    private static SurfaceClass? OfGrade(string? trackType) => FirstValue(trackType) switch
    {
        "grade1" => SurfaceClass.Asphalt,
        "grade2" => SurfaceClass.Compacted,
        "grade3" => SurfaceClass.Gravel,
        "grade4" or "grade5" => SurfaceClass.Dirt,
        _ => null,
    };

    /// <summary>The surface that a way's grade, smoothness or kind lets expect where no tag tells it.</summary>
    private static WaySurface OfKind(WayTags tags)
    {
        if (OfGrade(tags.TrackType) is { } grade)
        {
            return Assumed(grade);
        }

        if (tags.IsGradedPath)
        {
            return Assumed(SurfaceClass.Dirt);
        }

        return tags.Smoothness switch
        {
            "excellent" or "good" => Assumed(tags.Highway == "cycleway" || IsRoad(tags.Highway) ? SurfaceClass.Asphalt : SurfaceClass.Paved),
            "horrible" or "very_horrible" or "impassable" => Assumed(SurfaceClass.Dirt),
            _ => OfHighway(tags),
        };
    }

    private static WaySurface OfHighway(WayTags tags) => tags.Highway switch
    {
        "pedestrian" => Assumed(SurfaceClass.Paving),
        "path" or "bridleway" or "track" => Assumed(SurfaceClass.Dirt),
        "cycleway" => Assumed(SurfaceClass.Asphalt),
        "footway" when tags.Footway == "sidewalk" => Assumed(SurfaceClass.Paved),
        "footway" when tags.Footway == "crossing" => Assumed(SurfaceClass.Asphalt),
        _ => IsRoad(tags.Highway) ? Assumed(SurfaceClass.Asphalt) : WaySurface.Unknown,
    };
}
