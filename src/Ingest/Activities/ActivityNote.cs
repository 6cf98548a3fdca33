namespace KneeLoad.Ingest.Activities;

/// <summary>One difference between an activity as its file states it and as it can have happened.</summary>
/// <param name="Kind">The difference.</param>
/// <param name="Count">Number of records, points or parts that it concerns; null where nothing is counted. [1]</param>
/// <param name="Stated">The total that the file states and that does not hold; null where it states none. [m or s, by <paramref name="Kind"/>]</param>
public sealed record ActivityNote(NoteKind Kind, int? Count = null, double? Stated = null);
