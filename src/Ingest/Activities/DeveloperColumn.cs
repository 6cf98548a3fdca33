namespace KneeLoad.Ingest.Activities;

/// <summary>A column that the file itself describes (FIT field_description, message 206).</summary>
/// <param name="Name">Name as the file gives it; empty when it gives none.</param>
/// <param name="Units">Unit as the file gives it; null when it gives none.</param>
/// <param name="Native">The profile's field that this one overrides, or null.</param>
/// <param name="Values">Values after the description's scale and offset. [<paramref name="Units"/>]</param>
public sealed record DeveloperColumn(string Name, string? Units, RecordField? Native, Column Values);
