namespace KneeLoad.Ingest.Archives;

/// <summary>What one archive has used up of its limits.</summary>
/// <param name="limits">The limits.</param>
/// <param name="archiveBytes">Length of the archive, or null where it comes as a stream. [bytes]</param>
internal sealed class ArchiveBudget(ArchiveLimits limits, long? archiveBytes)
{
    // A small file may shrink to nearly nothing without being a trap.
    private const long RatioCountsFrom = 1 << 20;

    private long totalBytes;
    private int members;
    private string? exhausted;

    /// <summary>The limits.</summary>
    public ArchiveLimits Limits => limits;

    /// <summary>Names of the files that are unpacked; null for all.</summary>
    public Func<string, bool>? IsWanted { get; init; }

    /// <summary>Counts one more file.</summary>
    /// <param name="reason">Why there may be no more.</param>
    public bool TryTakeMember(out string reason)
    {
        if (++members > limits.MaxMembers)
        {
            exhausted ??= $"The archive holds more than {limits.MaxMembers} files; the rest was not unpacked.";
        }

        reason = exhausted ?? string.Empty;
        return exhausted is null;
    }

    /// <summary>Counts unpacked bytes.</summary>
    /// <param name="count">How many more came out. [bytes]</param>
    /// <param name="soFar">How many have come out of this member, these included. [bytes]</param>
    /// <param name="packedBytes">Length of the packed member, or null where it is not known. [bytes]</param>
    /// <param name="maxBytes">Most that this member may have. [bytes]</param>
    /// <param name="reason">Which limit is passed.</param>
    public bool TryTakeBytes(int count, long soFar, long? packedBytes, long maxBytes, out string reason)
    {
        totalBytes += count;
        if (totalBytes > limits.MaxTotalBytes || IsPastRatio(totalBytes, archiveBytes))
        {
            exhausted ??= $"The archive unpacks to more than {limits.MaxTotalBytes >> 20} MiB, or {limits.MaxRatio} times its length; the rest was not unpacked.";
        }

        reason = exhausted ?? (soFar > maxBytes
            ? $"The file is longer than {maxBytes >> 20} MiB."
            : IsPastRatio(soFar, packedBytes) ? $"The file unpacks to more than {limits.MaxRatio} times its packed length." : string.Empty);
        return reason.Length == 0;
    }

    private bool IsPastRatio(long bytesOut, long? bytesIn) => bytesIn is { } packed && bytesOut > RatioCountsFrom && bytesOut / limits.MaxRatio > packed;
}
