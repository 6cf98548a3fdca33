namespace KneeLoad.Web.Words;

/// <summary>Takes a text with placeholders apart: <c>Up to {distance}.</c> is "Up to " with distance, then "." with none.</summary>
public static class Template
{
    /// <summary>The pieces from left to right: words, and the placeholder behind them; null behind the last.</summary>
    /// <exception cref="FormatException">A bracket is not closed.</exception>
    public static IEnumerable<(string Words, string? Placeholder)> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = 0;
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', start))
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                throw new FormatException($"A bracket is not closed in: {text}");
            }

            yield return (text[start..open], text[(open + 1)..close]);
            start = close + 1;
        }

        yield return (text[start..], null);
    }
}
