namespace KneeLoad.Web.Pipeline.Maps;

/// <summary>Remembers how the folder of extracts looked last: while a file is being copied into it, it looks different each time.</summary>
internal sealed class RestingExtracts
{
    private string? last;

    /// <summary>Whether the folder looks as it did at the last look.</summary>
    public bool IsAtRest(string fingerprint) => string.Equals(Interlocked.Exchange(ref last, fingerprint), fingerprint, StringComparison.Ordinal);
}
