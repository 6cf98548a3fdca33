namespace KneeLoad.Testing;

/// <summary>The time that a test waits for a fact. It is reached only where the fact never comes: a busy machine makes waits long, not wrong.</summary>
public static class Patience
{
    /// <summary>The bound of one wait.</summary>
    public static TimeSpan Bound { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The pause after a look: short at first, since most facts come at once, then longer, since looking takes what the awaited work needs.</summary>
    /// <param name="looks">How often was looked in vain before.</param>
    public static TimeSpan Pause(int looks) => TimeSpan.FromMilliseconds(Math.Min(20 << Math.Min(looks, 4), 250));
}
