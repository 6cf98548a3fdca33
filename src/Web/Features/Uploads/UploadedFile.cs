using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Receiving;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>Names what became of an uploaded file, as a person sees it.</summary>
public enum FileState
{
    /// <summary>It waits for its job.</summary>
    Received,

    /// <summary>A run came of it.</summary>
    Read,

    /// <summary>It holds a course that nobody ran.</summary>
    Course,

    /// <summary>It holds no run.</summary>
    NotARun,

    /// <summary>It is there already.</summary>
    Duplicate,

    /// <summary>It cannot be read.</summary>
    Rejected,

    /// <summary>It stands in an archive, is sound, and no recording.</summary>
    LeftAside,

    /// <summary>Its job failed.</summary>
    Failed,

    /// <summary>It is kept unread until its runner agrees that health data is stored.</summary>
    Kept,
}

/// <summary>One uploaded file with what became of it.</summary>
/// <param name="Id">Key of the upload.</param>
/// <param name="Name">Its name, as it may be shown.</param>
/// <param name="State">What became of it.</param>
/// <param name="Reason">Why, in plain words; null when there is nothing to say.</param>
/// <param name="Runs">What came of it, the first ones.</param>
/// <param name="RunsUnlisted">Runs of it beyond those. [1]</param>
public sealed record UploadedFile(Guid Id, string Name, FileState State, string? Reason, IReadOnlyList<UploadStatusRun> Runs, int RunsUnlisted = 0)
{
    /// <summary>From this many unremarkable files on, they fold away. [1]</summary>
    public const int ManyUnremarkable = 12;

    /// <summary>The batch that it came with.</summary>
    public Guid Batch { get; init; }

    /// <summary>Files of it that no activity came of, where they are told of beside others. [1]</summary>
    public int Runless { get; init; }

    /// <summary>Name of the state's colour.</summary>
    public string Tone => State switch
    {
        FileState.Received => "accent",
        FileState.Read => "low",
        FileState.Rejected => "elevated",
        FileState.Failed => "high",
        _ => "unknown",
    };

    /// <summary>Whether it was read and there is nothing to say about it.</summary>
    public bool IsUnremarkable => State is FileState.Read && Reason is null;

    /// <summary>Puts a line's state into words.</summary>
    /// <param name="line">Where the upload stands.</param>
    /// <param name="say">The language.</param>
    internal static UploadedFile Of(UploadStatusLine line, Language say)
    {
        var isCourse = line.Runs.Count > 0 && line.Runs.All(run => run.Kind is RunKind.Course);
        var state = line.State switch
        {
            UploadState.Received => FileState.Received,
            UploadState.Done when line.OnlyRepeats => FileState.Duplicate,
            UploadState.Done when isCourse => FileState.Course,
            UploadState.Done when !line.HoldsRun => FileState.NotARun,
            UploadState.Done => FileState.Read,
            UploadState.Duplicate => FileState.Duplicate,
            UploadState.Rejected => FileState.Rejected,
            UploadState.Failed => FileState.Failed,
            UploadState.Kept => FileState.Kept,
            _ => throw new ArgumentOutOfRangeException(nameof(line)),
        };
        var reason = line.State switch
        {
            UploadState.Duplicate => say["Uploads.Reason.SameBytes"],
            UploadState.Done when line.OnlyRepeats => say["Uploads.Reason.SameRun"],
            UploadState.Failed => say["Uploads.Reason.Failed"],
            UploadState.Kept => say["Uploads.Reason.Kept"],
            _ => line.Reason,
        };
        return new(line.Id, line.Name, state, reason, line.Runs, line.RunCount - line.Runs.Count) { Batch = line.Batch };
    }
}
