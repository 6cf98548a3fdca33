namespace KneeLoad.Ingest.Fit;

/// <summary>The developers' fields that a file has described so far.</summary>
internal sealed class DeveloperFields
{
    private readonly Dictionary<(byte Developer, byte Number), DeveloperField> fields = [];

    /// <summary>Number of descriptions.</summary>
    public int Count => fields.Count;

    /// <summary>Takes a description; the first for a field stays.</summary>
    public void Add(DeveloperField field) => fields.TryAdd((field.DeveloperIndex, field.Number), field);

    /// <summary>The description of a field, or null when the file has none.</summary>
    public DeveloperField? Find(byte developerIndex, byte number) => fields.GetValueOrDefault((developerIndex, number));
}
