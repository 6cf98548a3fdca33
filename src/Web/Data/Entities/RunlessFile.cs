namespace KneeLoad.Web.Data.Entities;

/// <summary>One file of an archive that no activity came of. Everything here can be computed again from the upload's original.</summary>
public sealed class RunlessFile
{
    /// <summary>The archive that it came in.</summary>
    public Guid UploadId { get; set; }

    /// <summary>Its number in the archive, from 0.</summary>
    public int Number { get; set; }

    /// <summary>The runner to whom it belongs.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>Its name in the archive.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its state.</summary>
    public RunlessState State { get; set; }

    /// <summary>The reason, without words (a list of PlacedRemark); null when there is nothing to say.</summary>
    public string? Reason { get; set; }
}

/// <summary>The state of a file that no activity came of.</summary>
public enum RunlessState
{
    /// <summary>It could not be read.</summary>
    Unread,

    /// <summary>It is sound, and no recording.</summary>
    LeftAside,
}
