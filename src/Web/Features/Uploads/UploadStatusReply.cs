namespace KneeLoad.Web.Features.Uploads;

/// <summary>The states of uploads.</summary>
/// <param name="Batch">The batch that was asked for; null for the latest uploads.</param>
/// <param name="Waiting">How many wait for their job. [1]</param>
/// <param name="Files">A line per file.</param>
public sealed record UploadStatusReply(Guid? Batch, int Waiting, IReadOnlyList<UploadStatusLine> Files);
