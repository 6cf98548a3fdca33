namespace KneeLoad.Web.Receiving;

/// <summary>The files that were taken in from one request.</summary>
/// <param name="Batch">Names the files of this request together; asks for their state, undoes them.</param>
/// <param name="Files">A line per file, in the order in which they came.</param>
public sealed record UploadReceipt(Guid Batch, IReadOnlyList<UploadReceiptLine> Files);

/// <summary>The outcome of one file at the door.</summary>
/// <param name="Name">Its name, as it may be shown.</param>
/// <param name="Id">Its upload; null when it was refused, or is an export whose files have lines of their own.</param>
/// <param name="State">received, duplicate, refused, or taken for an export.</param>
/// <param name="Reason">Why it was refused or what was taken, in plain words; null when there is nothing to say.</param>
public sealed record UploadReceiptLine(string Name, Guid? Id, string State, string? Reason)
{
    /// <summary>Number of the file in the request, from 0. An export has a line for each file within it.</summary>
    public int File { get; init; }
}
