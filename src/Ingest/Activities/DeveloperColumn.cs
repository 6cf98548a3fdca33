namespace KneeLoad.Ingest.Activities;

/// <summary>A column that the file itself describes (FIT field_description, message 206; FIT protocol, section "Developer Data").</summary>
/// <param name="Name">Name as the file gives it; empty when it gives none. Field 3.</param>
/// <param name="Units">Unit as the file gives it; null when it gives none. Field 8.</param>
/// <param name="Native">The profile's field that this one overrides (fields 14 and 15), or null.</param>
/// <param name="Values">Values after the description's scale and offset (fields 6 and 7), one a record. [<paramref name="Units"/>]</param>
public sealed record DeveloperColumn(string Name, string? Units, RecordField? Native, Column Values);
