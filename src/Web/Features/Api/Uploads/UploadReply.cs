using KneeLoad.Web.Receiving;

namespace KneeLoad.Web.Features.Api.Uploads;

/// <summary>The files that were taken in from one request.</summary>
/// <param name="Batch">The batch that they are in; its address is in the header Location.</param>
/// <param name="Files">A line per file, in the order in which they came. An export of this service has a line for each file within it.</param>
internal sealed record UploadReply(Guid Batch, IReadOnlyList<UploadReply.File> Files)
{
    public static UploadReply Of(UploadReceipt receipt) =>
        new(receipt.Batch, [.. receipt.Files.Select(line => new File(line.File, line.Name, line.Id, line.State, line.Reason))]);

    /// <summary>The outcome of one file at the door.</summary>
    /// <param name="Number">Number of the file in the request, from 0.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Upload">Its upload; null where it was refused, or is an export of this service.</param>
    /// <param name="State">received, duplicate, refused, or taken for an export of this service.</param>
    /// <param name="Reason">Why it was refused, or what was taken; null where there is nothing to say.</param>
    internal sealed record File(int Number, string Name, Guid? Upload, string State, string? Reason);
}
