using System.Text;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Exports;

/// <summary>Writes the document of an export: what each file of it is, and what each column of each table says.</summary>
internal static class ExportDocument
{
    private static readonly HashSet<string> Documents = new(StringComparer.Ordinal)
    {
        "runs.metrics", "runs.load", "runs.surface", "weeks.load", "assessments.content", "mails.assessment",
    };

    /// <summary>Whether a column holds documents, which CSV has no place for.</summary>
    public static bool IsDocument(ExportTable table, ExportColumn column) => Documents.Contains($"{table.Name}.{column.Name}");

    /// <summary>Writes it as Markdown.</summary>
    public static string Write(Language say)
    {
        var text = new StringBuilder();
        text.Append("# ").AppendLine(say["Exports.Title"]).AppendLine();
        text.AppendLine(say["Exports.Intro"]).AppendLine();
        text.AppendLine(say["Exports.Values", ("encoding", "UTF-8"), ("moments", "ISO 8601"), ("hashes", "SHA-256")]).AppendLine();
        text.AppendLine(say["Exports.Back"]).AppendLine();

        text.Append("## ").AppendLine(say["Exports.Files"]).AppendLine();
        Head(text, say);
        Line(text, ExportNames.Manifest, say["Exports.File.Manifest"]);
        Line(text, ExportNames.Document, say["Exports.File.Document"]);
        foreach (var table in ExportTables.All)
        {
            Line(text, $"{table.Name}.json`, `{table.Name}.csv", say["Exports.Table." + table.Name]);
        }

        Line(text, "originals/HASH/NAME", say["Exports.File.Originals"]);
        Line(text, $"{ExportedTraces.Folder}/KEY.json", say["Exports.File.Traces"]);
        foreach (var table in ExportTables.All)
        {
            text.AppendLine().Append("## ").AppendLine(table.Name).AppendLine();
            Head(text, say);
            foreach (var column in table.Columns)
            {
                var words = say[$"Exports.Column.{table.Name}.{column.Name}"];
                Line(text, column.Name, IsDocument(table, column) ? $"{words} {say["Exports.Column.Document"]}" : words);
            }
        }

        text.AppendLine().Append("## ").AppendLine(ExportedTraces.Folder).AppendLine();
        Head(text, say);
        foreach (var member in ExportedTraces.Members)
        {
            Line(text, member, say["Exports.Trace." + member]);
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Head(StringBuilder text, Language say) =>
        text.Append("| ").Append(say["Exports.Head.Name"]).Append(" | ").Append(say["Exports.Head.Meaning"]).AppendLine(" |").AppendLine("|---|---|");

    private static void Line(StringBuilder text, string name, string meaning) =>
        text.Append("| `").Append(name).Append("` | ").Append(meaning).AppendLine(" |");
}
