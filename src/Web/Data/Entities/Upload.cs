using System.Linq.Expressions;
using NodaTime;

namespace KneeLoad.Web.Data.Entities;

/// <summary>One file that a runner handed over.</summary>
public sealed class Upload
{
    private const long LargestFile = 8 << 20;

    /// <summary>Key; also the key of its work.</summary>
    public Guid Id { get; set; }

    /// <summary>The runner to whom it belongs.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>The files of one drop or form share a batch, which is undone as a whole.</summary>
    public Guid BatchId { get; set; }

    /// <summary>Name that the runner's machine gave it. Shown, never used as a path.</summary>
    public string FileName { get; set; } = "";

    /// <summary>SHA-256 of the bytes in hex; the original is stored under it.</summary>
    public string ContentHash { get; set; } = "";

    /// <summary>True for the file of a run that the runner added by hand.</summary>
    public bool ByHand { get; set; }

    /// <summary>Size of the original. [bytes]</summary>
    public long Bytes { get; set; }

    /// <summary>When it was safe on disk.</summary>
    public Instant Received { get; set; }

    /// <summary>Its state.</summary>
    public UploadState State { get; set; }

    /// <summary>The report on its files, without words (UploadReport); null when there is none.</summary>
    public string? Reason { get; set; }

    /// <summary>The upload with the same bytes, for a duplicate.</summary>
    public Guid? DuplicateOfId { get; set; }

    /// <summary>When its job ended; null while it waits.</summary>
    public Instant? Finished { get; set; }

    /// <summary>The map that its runs were matched with; null for none.</summary>
    public Guid? MapId { get; set; }

    /// <summary>The place of its import in the order of work: a file larger than any watch's of a day is an archive, which may hold thousands.</summary>
    public WorkRank ImportRank => Bytes > LargestFile ? WorkRank.Archives : WorkRank.People;

    /// <summary>The uploads whose original is kept, as a query: a file that was rejected is not, and one file stands for all with the same bytes.</summary>
    public static Expression<Func<Upload, bool>> IsKept { get; } = upload => upload.DuplicateOfId == null && upload.State != UploadState.Rejected;

    /// <summary>The runs that came of it.</summary>
    public List<Run> Runs { get; } = [];
}

/// <summary>The state of an upload. It moves from received to one of the others, and only back by a retry or a consent.</summary>
public enum UploadState
{
    /// <summary>Safe on disk, waiting for its job.</summary>
    Received,

    /// <summary>Read and analysed.</summary>
    Done,

    /// <summary>Read in vain: the reason says why. The file is not kept.</summary>
    Rejected,

    /// <summary>Our own fault, after all retries: an operator can start it again.</summary>
    Failed,

    /// <summary>The same bytes were uploaded before.</summary>
    Duplicate,

    /// <summary>Kept as it came and not read: its runner has not agreed that health data is stored.</summary>
    Kept,
}
