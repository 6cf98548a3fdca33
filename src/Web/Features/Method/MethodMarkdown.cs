using System.Text;
using KneeLoad.Web.Features.Method.Blocks;

namespace KneeLoad.Web.Features.Method;

/// <summary>Writes the method as Markdown, formulas as TeX.</summary>
internal static class MethodMarkdown
{
    /// <summary>The whole document.</summary>
    public static string Write(MethodDocument document)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(document.Title).Append("\n\n");
        text.Append("Generated from the constants and rules that the code computes with; a test compares it. The same stands in the app under /method.\n");
        foreach (var section in document.Sections)
        {
            text.Append("\n## ").Append(section.Title).Append('\n');
            foreach (var block in section.Blocks)
            {
                text.Append('\n');
                Write(text, block);
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, MethodBlock block)
    {
        switch (block)
        {
            case MethodBlock.Heading heading:
                text.Append("### ").Append(heading.Text).Append('\n');
                break;
            case MethodBlock.Paragraph paragraph:
                text.Append(Escape(paragraph.Text)).Append('\n');
                break;
            case MethodBlock.Items items:
                foreach (var item in items.Texts)
                {
                    text.Append("- ").Append(Escape(item)).Append('\n');
                }

                break;
            case MethodBlock.Formula formula:
                text.Append("$$").Append(formula.Equation.Tex).Append("$$\n\n").Append(Escape(formula.Where)).Append('\n');
                break;
            case MethodBlock.Table table:
                Write(text, table);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, null);
        }
    }

    private static void Write(StringBuilder text, MethodBlock.Table table)
    {
        text.Append('*').Append(Escape(table.Caption)).Append("*\n\n");
        text.Append("| ").AppendJoin(" | ", table.Columns).Append(" |\n");
        text.Append('|').Insert(text.Length, "---|", table.Columns.Count).Append('\n');
        foreach (var row in table.Rows)
        {
            text.Append("| ").AppendJoin(" | ", row.Select(Cell)).Append(" |\n");
        }
    }

    private static string Cell(MethodCell cell) =>
        cell.Address is { } address ? $"[{Escape(cell.Text)}]({address})" : Escape(cell.Text);

    private static string Escape(string text) => text
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal);
}
