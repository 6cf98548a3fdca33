namespace KneeLoad.Ingest.Maps.Faults;

/// <summary>Why a map extract or a surface index was refused.</summary>
public enum MapFault
{
    /// <summary>The file cannot be opened or read, or the folder cannot be written.</summary>
    Unreachable,

    /// <summary>The disk is full, or the share of it that may be used.</summary>
    NoRoom,

    /// <summary>The content is something else: no map extract, or no surface index.</summary>
    Foreign,

    /// <summary>The file ends before what it announces.</summary>
    Truncated,

    /// <summary>A part is larger than the format allows.</summary>
    TooLarge,

    /// <summary>The bytes contradict the format, or their checksum.</summary>
    Damaged,

    /// <summary>A compression, a required feature or a version that is not read here.</summary>
    Unsupported,

    /// <summary>Another build of the same index is under way.</summary>
    Busy,

    /// <summary>The extract was read and holds no way to run on.</summary>
    NoWays,
}
