using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Archives;

/// <summary>The part of its limits that one archive has used up.</summary>
/// <param name="limits">The limits.</param>
/// <param name="archiveBytes">Length of the archive, or null where it comes as a stream. [bytes]</param>
internal sealed class ArchiveBudget(ArchiveLimits limits, long? archiveBytes)
{
    // A small file may shrink to nearly nothing without being a trap.
    private const long RatioCountsFrom = 1 << 20;

    private long totalBytes;
    private int members;
    private Remark? exhausted;

    /// <summary>The limits.</summary>
    public ArchiveLimits Limits => limits;

    /// <summary>The part of each file that is asked for, by its name; null for all of all.</summary>
    public Func<string, MemberUse>? Use { get; init; }

    /// <summary>Counts one more file.</summary>
    /// <param name="reason">Why there may be no more.</param>
    public bool TryTakeMember(out Remark reason)
    {
        if (++members > limits.MaxMembers)
        {
            exhausted ??= new(RemarkKind.ArchiveRestNotUnpacked, limits.MaxMembers);
        }

        reason = exhausted ?? default;
        return exhausted is null;
    }

    /// <summary>Counts unpacked bytes.</summary>
    /// <param name="count">How many more came out. [bytes]</param>
    /// <param name="soFar">How many have come out of this member, these included. [bytes]</param>
    /// <param name="packedBytes">Length of the packed member, or null where it is not known. [bytes]</param>
    /// <param name="maxBytes">Most that this member may have. [bytes]</param>
    /// <param name="reason">Which limit is passed.</param>
    public bool TryTakeBytes(int count, long soFar, long? packedBytes, long maxBytes, out Remark reason)
    {
        totalBytes += count;
        if (totalBytes > limits.MaxTotalBytes || IsPastRatio(totalBytes, archiveBytes))
        {
            exhausted ??= new(RemarkKind.ArchiveUnpacksTooFar, limits.MaxTotalBytes, Other: limits.MaxRatio);
        }

        var excess = exhausted ?? (soFar > maxBytes
            ? new Remark(RemarkKind.FileTooLong, maxBytes)
            : IsPastRatio(soFar, packedBytes) ? new Remark(RemarkKind.FileUnpacksTooFar, limits.MaxRatio) : null);
        reason = excess ?? default;
        return excess is null;
    }

    private bool IsPastRatio(long bytesOut, long? bytesIn) => bytesIn is { } packed && bytesOut > RatioCountsFrom && bytesOut / limits.MaxRatio > packed;
}
