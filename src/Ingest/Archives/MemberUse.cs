namespace KneeLoad.Ingest.Archives;

/// <summary>The part of a file of an archive that is asked for.</summary>
public enum MemberUse
{
    /// <summary>All of it, in memory.</summary>
    Whole,

    /// <summary>A stream, to be read once from front to back, however long the file is.</summary>
    Stream,

    /// <summary>Its name alone.</summary>
    Name,

    /// <summary>Nothing: it is passed over.</summary>
    None,
}
