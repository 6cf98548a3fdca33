namespace KneeLoad.Testing;

/// <summary>How long a test waits for a fact. It is reached only where the fact never comes: a busy machine makes waits long, not wrong.</summary>
public static class Patience
{
    /// <summary>The bound of one wait.</summary>
    public static TimeSpan Bound { get; } = TimeSpan.FromMinutes(5);
}
