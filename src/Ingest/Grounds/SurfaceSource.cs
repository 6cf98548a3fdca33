namespace KneeLoad.Ingest.Grounds;

/// <summary>The source from which a surface is known. The numbers stand in index files and do not change.</summary>
public enum SurfaceSource
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>A tag of the way says it.</summary>
    Tag = 1,

    /// <summary>It follows from the kind of way, its grade or its smoothness.</summary>
    Assumed = 2,

    /// <summary>The recording says it: a treadmill, a track.</summary>
    File = 3,

    /// <summary>The runner says it.</summary>
    Corrected = 4,
}
