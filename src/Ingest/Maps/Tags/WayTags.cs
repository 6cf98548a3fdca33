namespace KneeLoad.Ingest.Maps.Tags;

/// <summary>The tags of an OpenStreetMap way that tell its surface, or whether one can run on it. Null where the way has no such tag.</summary>
public sealed record WayTags
{
    /// <summary>highway: the kind of way.</summary>
    public string? Highway { get; init; }

    /// <summary>surface: what the ground is made of.</summary>
    public string? Surface { get; init; }

    /// <summary>tracktype: grade1 (solid) to grade5 (soft).</summary>
    public string? TrackType { get; init; }

    /// <summary>smoothness: excellent to impassable.</summary>
    public string? Smoothness { get; init; }

    /// <summary>footway: which kind of footway (sidewalk, crossing).</summary>
    public string? Footway { get; init; }

    /// <summary>foot: whether walkers may use it.</summary>
    public string? Foot { get; init; }

    /// <summary>access: who may use it where nothing else is said.</summary>
    public string? Access { get; init; }

    /// <summary>leisure: track for running tracks.</summary>
    public string? Leisure { get; init; }

    /// <summary>sport: what a track is for.</summary>
    public string? Sport { get; init; }

    /// <summary>Whether walkers are not let on it: a bus lane, a private drive, a road without a pavement where they are barred.</summary>
    public bool IsBarred => Foot is null ? Access is "no" or "private" || Highway == "busway" : Foot is "no" or "private" or "use_sidepath";

    /// <summary>Whether the way is graded as a mountain path: sac_scale, mtb:scale or trail_visibility.</summary>
    public bool IsGradedPath { get; init; }
}
