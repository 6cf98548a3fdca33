namespace KneeLoad.Web.Features.Method;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Address">Where it leads; null when nowhere.</param>
internal readonly record struct MethodCell(string Text, string? Address = null)
{
    /// <summary>True where it is read as a number, or empty.</summary>
    public bool IsNumber => Text.All(sign => char.IsAsciiDigit(sign) || sign is '.' or ',' or '+' or '-' or '\u2212' or '%' or '\u00a0');

    public static implicit operator MethodCell(string text) => new(text);
}
