namespace KneeLoad.Ingest.Archives;

/// <summary>The packing of a file, by its first bytes.</summary>
internal enum PackedAs
{
    /// <summary>It is not, or in no way that we unpack.</summary>
    Nothing,

    /// <summary>PKZIP.</summary>
    Zip,

    /// <summary>gzip.</summary>
    Gzip,

    /// <summary>tar.</summary>
    Tar,

    /// <summary>An archive of a kind that is not unpacked.</summary>
    Unread,
}
