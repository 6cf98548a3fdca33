namespace KneeLoad.Ingest.Activities;

/// <summary>The extent to which a file was read.</summary>
public enum ReadStatus
{
    /// <summary>Read to its end.</summary>
    Read,

    /// <summary>Read up to a fault; what stands before it is there.</summary>
    Partial,

    /// <summary>Nothing could be read.</summary>
    Rejected,

    /// <summary>Sound, and no recording: daily steps, settings, sleep, or a file of an account export that no watch wrote.</summary>
    LeftAside,
}
