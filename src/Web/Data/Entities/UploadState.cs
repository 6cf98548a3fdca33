namespace KneeLoad.Web.Data.Entities;

/// <summary>Where an upload stands. It moves from received to one of the others, and only back by a retry.</summary>
public enum UploadState
{
    /// <summary>Safe on disk, waiting for its job.</summary>
    Received,

    /// <summary>Read and analysed.</summary>
    Done,

    /// <summary>Read in vain: the reason says why.</summary>
    Rejected,

    /// <summary>Our own fault, after all retries: an operator can start it again.</summary>
    Failed,

    /// <summary>The same bytes were uploaded before.</summary>
    Duplicate,
}
