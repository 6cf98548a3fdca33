using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KneeLoad.Web.Tests.Features.Stories;

/// <summary>The text of a page between its head and foot, as it stands before anything is opened.</summary>
internal static class ClosedScreen
{
    private const string NotSeen = "script, style, svg, .hidden-visually, [hidden], details:not([open]) > :not(summary)";

    private static readonly string[] Units = ["km", "mi", "/km", "/mi", "knee-km", "knee-mi", "steps/min", "m", "ft"];

    /// <summary>The text that is seen, its parts parted by spaces.</summary>
    public static string Text(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        foreach (var part in document.QuerySelectorAll(NotSeen))
        {
            part.Remove();
        }

        var texts = document.QuerySelector("main")!.GetDescendants().OfType<IText>().Select(text => text.Data.Trim());
        return string.Join(' ', texts.Where(text => text.Length > 0));
    }

    /// <summary>Words, which have a letter; neither a number is one nor the unit that is part of it. [1]</summary>
    public static int Words(string text) => text.Split([' ', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Trim('(', ')', '.', ',', ':'))
        .Count(word => word.Any(char.IsLetter) && !Units.Contains(word, StringComparer.Ordinal));
}
