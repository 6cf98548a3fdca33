namespace KneeLoad.Ingest.Archives;

/// <summary>The most of an archive that is unpacked before it is refused. Counted on the bytes that really come out, never on what headers claim.</summary>
/// <param name="MaxMembers">Most files of one archive, those of nested archives included.</param>
/// <param name="MaxMemberBytes">Longest file. [bytes]</param>
/// <param name="MaxTotalBytes">Most that one archive may unpack to. [bytes]</param>
/// <param name="MaxRatio">Most bytes out for one byte in, of a member and of the whole.</param>
/// <remarks>A GPX packs to about a twentieth, a watch file of one day has a few megabytes, an account export of ten years some gigabytes.</remarks>
public sealed record ArchiveLimits(int MaxMembers, long MaxMemberBytes, long MaxTotalBytes, int MaxRatio)
{
    /// <summary>100,000 files, 128 MiB each, 16 GiB in all, a ratio of 100.</summary>
    public static ArchiveLimits Default { get; } = new(100_000, 128L << 20, 16L << 30, 100);

    /// <summary>Longest archive within an archive. [bytes]</summary>
    public long MaxNestedBytes { get; init; } = 4L << 30;

    /// <summary>The folder that archives within archives are copied to while they are read.</summary>
    public SpoolFolder Spool { get; init; } = SpoolFolder.OfSystem;
}
