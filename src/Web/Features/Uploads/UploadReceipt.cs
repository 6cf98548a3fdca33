namespace KneeLoad.Web.Features.Uploads;

/// <summary>What was taken in of one request.</summary>
/// <param name="Batch">Names the files of this request together; asks for their state, undoes them.</param>
/// <param name="Files">A line per file, in the order in which they came.</param>
public sealed record UploadReceipt(Guid Batch, IReadOnlyList<UploadReceiptLine> Files);
