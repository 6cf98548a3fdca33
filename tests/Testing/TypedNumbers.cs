using System.Globalization;
using System.Text.RegularExpressions;

namespace KneeLoad.Testing;

/// <summary>Finds numbers that were typed where they should be rendered from the evidence: in code, in its texts, and in pages.</summary>
public static partial class TypedNumbers
{
    /// <summary>Brackets and what stands in them, brackets included.</summary>
    private const string Brackets = @"\((?>[^()]+|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)";

    /// <summary>None, one, half and whole; minutes and hours, per cent, kilometres and milliseconds.</summary>
    public static IReadOnlyList<double> Arithmetic { get; } = [0, 1, 2, 60, 100, 1000, 3600];

    /// <summary>Numbers of code, comments and texts aside.</summary>
    public static IReadOnlyList<double> InCode(string source) =>
    [
        .. Number().Matches(NoCode().Replace(source, string.Empty))
            .Select(match => double.Parse(match.Value.Replace("_", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture)),
    ];

    /// <summary>
    /// Texts in code that hold a number of their own, and numbers that are computed with within them. Without a blank it is a name or a unit.
    /// </summary>
    public static IEnumerable<string> InTexts(string source) =>
        Texts(source).Where(text => text.Contains(' ', StringComparison.Ordinal) && text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetter)
            && !Markup().IsMatch(text));

    /// <summary>
    /// The words of a Razor page that hold a number of their own: between its tags, in attributes that are read aloud, and in the texts of its code.
    /// </summary>
    public static IEnumerable<string> InPage(string page)
    {
        var code = string.Join(
            '\n',
            SpokenAttribute()
                .Matches(page)
                .Select(match => match.Groups["text"].Value)
                .Select(text => $"${'"'}{Expression().Replace(text, string.Empty)}{'"'}"));
        var markup = Expression().Replace(FormulaNumber().Replace(RazorComment().Replace(page, string.Empty), string.Empty), string.Empty);
        return Said().Matches(markup).Select(match => NoClaim().Replace(match.Groups["text"].Value, string.Empty).Trim())
            .Where(text => text.Any(char.IsAsciiDigit))
            .Concat(InTexts(code))
            .Concat(Expression().Matches(page).SelectMany(match => InTexts(match.Value)));
    }

    private static IEnumerable<string> Texts(string source)
    {
        foreach (var text in Text().Matches(source).Select(match => match.Groups["text"].Value).Where(text => text.Length > 0))
        {
            yield return NoClaim().Replace(Hole().Replace(Escape().Replace(text, "\u2019"), string.Empty), string.Empty);
            foreach (var number in Hole().Matches(text).SelectMany(hole => Number().Matches(hole.Groups["code"].Value)).Select(match => match.Value)
                .Where(number => !Arithmetic.Contains(double.Parse(number, CultureInfo.InvariantCulture))))
            {
                yield return $"{number} in a hole";
            }
        }
    }

    /// <summary>Tags, attributes and styles that code writes: lengths of a drawing.</summary>
    [GeneratedRegex("<[a-z/]|=\\\\\"|:[0-9.]+px", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Markup();

    /// <summary>Comments and strings.</summary>
    [GeneratedRegex("""//[^\n]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])'""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NoCode();

    /// <summary>A string; comments are taken with it, so that quotes in them open nothing.</summary>
    [GeneratedRegex("""//[^\n]*|"(?<text>(?:\\.|[^"\\])*)[\x22]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Text();

    /// <summary>A hole of an interpolated string, its format aside.</summary>
    [GeneratedRegex(@"\{(?<code>[^{}:]*)(:[^{}]*)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Hole();

    /// <summary>The scale of pain, no points, hours that a rate is given in, weeks as 7 and 21 days, and the usual interval.</summary>
    [GeneratedRegex(
        " of 10\\b|\\b0 points|fore 0|1,000(?= hours)|\\b7 days|the 21 before|95 % interval|from 0 \\(none\\) to 10|0 is none, 10 is|0.5 is a coin",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NoClaim();

    /// <summary>A decimal number that is no part of a name.</summary>
    [GeneratedRegex(@"(?<![\w.])\d[\d_]*(\.\d+)?(e-?\d+)?(?![\w])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\\u[0-9a-fA-F]{4}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escape();

    /// <summary>An expression of Razor: a loop or a condition, brackets that match, or a chain of names and calls.</summary>
    [GeneratedRegex(
        @"(@?\b(for|foreach|if|switch|while) |@)" + Brackets + @"|@(?!:)[A-Za-z][\w.]*(" + Brackets + @"[\w.]*|\[[^\]]*\][\w.]*)*",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Expression();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex RazorComment();

    /// <summary>A square, a half, an index: what arithmetic asks for in a formula.</summary>
    [GeneratedRegex("<mn>[012]</mn>", RegexOptions.NonBacktracking)]
    private static partial Regex FormulaNumber();

    /// <summary>Text after a tag, or after the sign that begins a line of text within code.</summary>
    [GeneratedRegex("(?:<[a-z/][^<>]*>|@:)(?<text>[^<>@{}]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Said();

    /// <summary>An attribute that a person sees or hears.</summary>
    [GeneratedRegex("\\s(aria-label|title|alt|placeholder|name)=\"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SpokenAttribute();
}
