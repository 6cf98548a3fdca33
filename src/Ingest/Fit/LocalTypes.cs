namespace KneeLoad.Ingest.Fit;

/// <summary>The sixteen local message types that a FIT file can define at a time.</summary>
internal sealed class LocalTypes
{
    /// <summary>How many there can be.</summary>
    public const int Count = 16;

    private readonly MessageDefinition?[] definitions = new MessageDefinition?[Count];

    /// <summary>The definition of a local type, empty until the file defines it.</summary>
    /// <param name="number">0 to 15.</param>
    public MessageDefinition this[int number] => definitions[number] ??= new MessageDefinition(number);

    /// <summary>Forgets all: each file of a chain defines its own.</summary>
    public void Clear()
    {
        foreach (var definition in definitions)
        {
            definition?.Clear();
        }
    }
}
