using KneeLoad.Web.Data.Entities;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>Where one upload stands.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Batch">The batch that it came with.</param>
/// <param name="Name">Its name, as it may be shown.</param>
/// <param name="Bytes">Its size. [bytes]</param>
/// <param name="State">received, done, rejected, failed or duplicate.</param>
/// <param name="Reason">Why it was rejected, or what was odd; null when nothing.</param>
/// <param name="DuplicateOf">The upload with the same bytes; null when there is none.</param>
/// <param name="Runs">The runs that came of it, or of the upload that it repeats.</param>
public sealed record UploadStatusLine(
    Guid Id, Guid Batch, string Name, long Bytes, UploadState State, string? Reason, Guid? DuplicateOf, IReadOnlyList<UploadStatusRun> Runs);
