namespace KneeLoad.Web.Features.Admin;

/// <summary>Why an extract that was sent was not taken. The name stands in an address, the words on the page.</summary>
public enum ExtractRefusal
{
    /// <summary>No file came.</summary>
    None,

    /// <summary>The name does not end in .osm.pbf.</summary>
    Name,

    /// <summary>The first bytes are no extract's.</summary>
    Foreign,

    /// <summary>It is larger than the setting allows.</summary>
    Size,

    /// <summary>The disk is full.</summary>
    Room,

    /// <summary>The request ended early, or is no form with a file.</summary>
    Broken,

    /// <summary>The page was open for too long.</summary>
    Stale,
}
