namespace KneeLoad.Ingest.Fit.Protocol;

/// <summary>The sixteen local message types that a FIT file can define at a time.</summary>
/// <remarks>
/// PERF: definitions are scratch, and in a file of 10 kB a third of all that reading it allocates. A thread keeps those of
/// its last file for the next: 200 kB at most, if a file defines all types as long as can be.
/// </remarks>
internal sealed class LocalTypes
{
    /// <summary>Greatest number of local types.</summary>
    public const int Count = 16;

    [ThreadStatic]
    private static LocalTypes? spare;

    private readonly MessageDefinition?[] definitions = new MessageDefinition?[Count];

    /// <summary>The definition of a local type, empty until the file defines it.</summary>
    /// <param name="number">0 to 15.</param>
    public MessageDefinition this[int number] => definitions[number] ??= new MessageDefinition();

    /// <summary>Types without any definition, until they are given back.</summary>
    public static LocalTypes Rent()
    {
        var rented = spare ?? new LocalTypes();
        spare = null;
        rented.Clear();
        return rented;
    }

    /// <summary>Gives back what was rented on this thread; nothing may refer to a definition of it any more.</summary>
    public void Return() => spare = this;

    /// <summary>Forgets all: each file of a chain defines its own.</summary>
    public void Clear()
    {
        foreach (var definition in definitions)
        {
            definition?.Clear();
        }
    }
}
