namespace KneeLoad.Web.Features.Method.Blocks;

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Address">The address that it leads to; null when it is no link.</param>
internal readonly record struct MethodCell(string Text, string? Address = null)
{
    /// <summary>True where it is read as a number, or empty.</summary>
    public bool IsNumber => Text.All(sign => char.IsAsciiDigit(sign) || sign is '.' or ',' or '+' or '-' or '\u2212' or '%' or '\u00a0');

    public static implicit operator MethodCell(string text) => new(text);
}
