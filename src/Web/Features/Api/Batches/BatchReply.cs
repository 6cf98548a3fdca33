using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Receiving;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Notes;
using NodaTime;

namespace KneeLoad.Web.Features.Api.Batches;

/// <summary>One batch, in counts that speak of runs.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Received">When the first of its files was safe.</param>
/// <param name="Over">Whether nothing of it waits any more.</param>
/// <param name="Cancelled">Whether reading was cancelled before all was read.</param>
/// <param name="Share">Share of it that is read, from 0 to 1.</param>
/// <param name="Files">Files that were sent.</param>
/// <param name="Waiting">Files that wait to be read, or are being read.</param>
/// <param name="Runs">Runs that count.</param>
/// <param name="Duplicates">Runs and files that are there already.</param>
/// <param name="Others">Activities that are no runs.</param>
/// <param name="Unread">Files that could not be read.</param>
/// <param name="Aside">Files of an archive that hold no activity.</param>
/// <param name="Failed">Files that failed on the service's side.</param>
/// <param name="Kept">Files that are kept and not read.</param>
internal sealed record BatchReply(
    Guid Id, Instant Received, bool Over, bool Cancelled, double Share, int Files, int Waiting, int Runs, int Duplicates, int Others, int Unread, int Aside,
    int Failed, int Kept)
{
    public static BatchReply Of(BatchCounts counts) => new(
        counts.Id,
        counts.Received,
        counts.IsOver,
        counts.IsCancelled,
        Math.Round(counts.Share, 4),
        counts.Files,
        counts.Waiting,
        counts.Runs,
        counts.Duplicates,
        counts.Others,
        counts.Unread,
        counts.Aside,
        counts.Failed,
        counts.Kept);
}

/// <summary>One file of a batch.</summary>
/// <param name="Id">Key of the upload.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="State">What became of it.</param>
/// <param name="Reason">Why it was rejected, or what was odd; null where there is nothing to say.</param>
/// <param name="DuplicateOf">The upload with the same bytes; null where there is none.</param>
/// <param name="RunCount">Activities that came of it, or of the upload that it repeats.</param>
/// <param name="Runs">The first of them.</param>
/// <param name="RunlessCount">Files of the archive that no activity came of; a list of their own names them.</param>
internal sealed record FileReply(
    Guid Id,
    string Name,
    long Bytes,
    UploadState State,
    string? Reason,
    Guid? DuplicateOf,
    int RunCount,
    IReadOnlyList<FileReply.Run> Runs,
    int RunlessCount)
{
    public static FileReply Of(UploadStatusLine line, int runless) => new(
        line.Id,
        line.Name,
        line.Bytes,
        line.State,
        line.Reason,
        line.DuplicateOf,
        line.RunCount,
        [.. line.Runs.Select(run => new Run(run.Id, run.DateUnknown ? null : run.Day, run.Kind, run.Metres, run.RepeatsAnother))],
        runless);

    /// <summary>An activity that came of a file.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="LocalDate">The calendar day of its start where the runner was; null where nobody knows it.</param>
    /// <param name="Kind">What it is taken for.</param>
    /// <param name="DistanceMetres">Its length; null where unknown.</param>
    /// <param name="RepeatsAnother">Whether it repeats one that came in another file, and counts nowhere.</param>
    internal sealed record Run(Guid Id, LocalDate? LocalDate, RunKind Kind, double? DistanceMetres, bool RepeatsAnother);
}

/// <summary>One file of an archive that no activity came of.</summary>
/// <param name="File">The archive: one of the files of the batch.</param>
/// <param name="Number">Its number in the archive, from 0.</param>
/// <param name="Name">Its name in the archive.</param>
/// <param name="State">Whether it could not be read, or is sound and no recording.</param>
/// <param name="Reason">Why; null where there is nothing to say.</param>
internal sealed record RunlessFileReply(Guid File, int Number, string Name, RunlessState State, string? Reason)
{
    public static RunlessFileReply Of(RunlessFile file, RunnerFormat format) => new(
        file.UploadId, file.Number, file.Name, file.State, file.Reason is null ? null : string.Join(' ', StoredRemarks.Words(file.Reason, format)));
}
