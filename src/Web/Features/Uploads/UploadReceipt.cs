namespace KneeLoad.Web.Features.Uploads;

/// <summary>The files that were taken in from one request.</summary>
/// <param name="Batch">Names the files of this request together; asks for their state, undoes them.</param>
/// <param name="Files">A line per file, in the order in which they came.</param>
public sealed record UploadReceipt(Guid Batch, IReadOnlyList<UploadReceiptLine> Files);
