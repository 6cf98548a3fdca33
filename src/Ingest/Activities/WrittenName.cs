namespace KneeLoad.Ingest.Activities;

/// <summary>Names that files, devices and runners wrote: of any length, with any signs.</summary>
internal static class WrittenName
{
    /// <summary>
    /// The first signs of a name. A sign of two halves is never cut, and half of one that stood in the name becomes U+FFFD:
    /// neither can be normalized, nor stored by every database.
    /// </summary>
    /// <param name="name">The name; null gives an empty text.</param>
    /// <param name="most">Most signs. [1]</param>
    public static string Beginning(string? name, int most) => string.Concat((name ?? string.Empty).EnumerateRunes().Take(most));
}
