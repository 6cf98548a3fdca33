namespace KneeLoad.Ingest.Grounds;

/// <summary>The coarse kind of a way, by its look on the map and its use by runners. The numbers stand in index files and do not change.</summary>
public enum WayKind
{
    /// <summary>None of those below.</summary>
    Other = 0,

    /// <summary>A road that carries traffic through: trunk to tertiary.</summary>
    Road = 1,

    /// <summary>A street that people live on.</summary>
    Street = 2,

    /// <summary>A drive, a yard, a car park.</summary>
    Service = 3,

    /// <summary>A street or square for people on foot.</summary>
    Pedestrian = 4,

    /// <summary>A way for bicycles.</summary>
    Cycleway = 5,

    /// <summary>A track of fields or woods.</summary>
    Track = 6,

    /// <summary>A path, also for riders.</summary>
    Path = 7,

    /// <summary>A way for walkers.</summary>
    Footway = 8,

    /// <summary>The pavement beside a road, drawn as a way of its own.</summary>
    Pavement = 9,

    /// <summary>A crossing over a road, drawn as a way of its own.</summary>
    Crossing = 10,

    /// <summary>Steps.</summary>
    Steps = 11,

    /// <summary>The oval of an athletics ground.</summary>
    RunningTrack = 12,
}
