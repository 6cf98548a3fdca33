namespace KneeLoad.Web.Features.Uploads;

/// <summary>What became of one file at the door.</summary>
/// <param name="Name">Its name, as it may be shown.</param>
/// <param name="Id">Its upload; null when it was refused.</param>
/// <param name="State">received, duplicate or refused.</param>
/// <param name="Reason">Why it was refused, in plain words; null when it was not.</param>
public sealed record UploadReceiptLine(string Name, Guid? Id, string State, string? Reason);
