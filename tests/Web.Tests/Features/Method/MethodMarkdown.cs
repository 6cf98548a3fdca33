using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KneeLoad.Web.Tests.Features.Method;

/// <summary>Turns the rendered chapters into Markdown, formulas into TeX.</summary>
internal static partial class MethodMarkdown
{
    private const string Opening =
        "Generated from the constants and rules that the code computes with; a test compares it. The same stands in the app under /method.";

    /// <summary>The whole document.</summary>
    public static string Write(string title, IEnumerable<IElement> chapters)
    {
        var text = new StringBuilder($"# {title}\n\n{Opening}\n");
        var heading = "";
        foreach (var block in chapters.SelectMany(chapter => chapter.Children))
        {
            // The chapters of one list carry its heading, which is said once; their contents lead where the document goes anyway.
            if (block.LocalName == "nav" || (block.LocalName == "h2" && block.TextContent == heading))
            {
                continue;
            }

            heading = block.LocalName == "h2" ? block.TextContent : heading;
            text.Append('\n');
            Write(text, block);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, IElement block)
    {
        switch (block.LocalName)
        {
            case "h2" or "h3":
                text.Append(block.LocalName == "h2" ? "## " : "### ").Append(Words(block)).Append('\n');
                break;
            case "p":
                text.Append(Words(block)).Append('\n');
                break;
            case "ul":
                text.AppendJoin("", block.Children.Select(item => $"- {Words(item)}\n"));
                break;
            case "figure":
                text.Append("$$").Append(new MathFormula(block.Children[0]).Tex).Append("$$\n\n").Append(Words(block.Children[1])).Append('\n');
                break;
            case "table":
                WriteTable(text, block);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block.OuterHtml, "A part of the page that has no Markdown yet.");
        }
    }

    private static void WriteTable(StringBuilder text, IElement table)
    {
        if (table.QuerySelector("caption") is { } caption)
        {
            text.Append('*').Append(Words(caption)).Append("*\n\n");
        }

        foreach (var row in table.QuerySelectorAll("tr"))
        {
            text.Append("| ").AppendJoin(" | ", row.Children.Select(Words)).Append(" |\n");
            if (row.ParentElement!.LocalName == "thead")
            {
                text.Append('|').Insert(text.Length, "---|", row.ChildElementCount).Append('\n');
            }
        }
    }

    private static string Words(INode element) => Blank().Replace(string.Concat(element.ChildNodes.Select(node => node switch
    {
        IElement { LocalName: "a" } link => $"[{Words(link)}]({link.GetAttribute("href")})",
        IText words => Escape(words.Data),
        _ => throw new ArgumentOutOfRangeException(nameof(element), element.NodeName, "A part of a sentence that has no Markdown yet."),
    })), " ").Trim(' ');

    private static string Escape(string text) => text
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal);

    [GeneratedRegex(@"[ \r\n\t]+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
