namespace KneeLoad.Ingest.Fit.Columns;

/// <summary>The developers' fields that a file has described so far.</summary>
internal sealed class DeveloperFields
{
    // A real file begins each of its few developers once. The limit bounds what planning records anew can cost.
    private const int MostBeginnings = 200;

    private Dictionary<(byte Developer, byte Number), DeveloperField>? fields;
    private int beginnings;

    /// <summary>Grows with every change: what was planned on an older one is to be planned anew.</summary>
    public int Revision { get; private set; }

    /// <summary>Takes a description; the first for a field stays.</summary>
    public void Add(DeveloperField field) => Revision += (fields ??= []).TryAdd((field.DeveloperIndex, field.Number), field) ? 1 : 0;

    /// <summary>Forgets a developer's fields: developer_data_id (message 207) begins a developer anew.</summary>
    /// <returns>False when the file has begun more developers than it may: then nothing is forgotten.</returns>
    public bool TryBegin(uint developerIndex)
    {
        if (++beginnings > MostBeginnings)
        {
            return false;
        }

        var described = fields ?? [];
        foreach (var key in described.Keys)
        {
            if (key.Developer == developerIndex)
            {
                described.Remove(key);
                Revision++;
            }
        }

        return true;
    }

    /// <summary>The description of a field, or null when the file has none.</summary>
    public DeveloperField? Find(byte developerIndex, byte number) => fields?.GetValueOrDefault((developerIndex, number));
}
