using System.Text;

namespace KneeLoad.Architecture.Tests.Documents;

/// <summary>Writes the index of the decisions.</summary>
internal static class DecisionIndex
{
    /// <summary>The fields in the order of the index, each with its heading.</summary>
    public static readonly IReadOnlyList<(string Field, string Heading)> Fields =
    [
        ("house", "The house"),
        ("reading", "Reading files"),
        ("ground", "Ground and maps"),
        ("model", "The model"),
        ("data", "Data and storage"),
        ("machine", "Background work"),
        ("accounts", "Accounts and access"),
        ("mail", "Mail"),
        ("pages", "Pages and words"),
        ("tests", "Tests and builds"),
    ];

    /// <summary>The index as Markdown: the decisions that stand by field, then the superseded ones.</summary>
    public static string Of(IReadOnlyList<Decision> decisions)
    {
        var text = new StringBuilder();
        text.Append("""
            # Decisions

            One file states one choice. Its title is the choice; the file names the question, the reason, what was given up, and whether the
            choice still stands.

            **To add one**, copy the newest file, take the next number, and name the file after its title. **To replace one**, write "Superseded on
            DATE by" with a link to its successor behind its status, and "It replaces" with a link back behind that of the successor. Then run
            Architecture.Tests with KNEELOAD_APPROVE=1, which writes this index from the files.

            """);
        foreach (var (field, heading) in Fields)
        {
            text.Append($"\n## {heading}\n\n");
            foreach (var decision in decisions.Where(decision => decision.Field == field && decision.Successor is null))
            {
                text.Append($"- {Link(decision)} ({decision.Accepted})\n");
            }
        }

        text.Append("\n## Superseded\n\n");
        foreach (var decision in decisions.Where(decision => decision.Successor is not null))
        {
            var successor = decisions.FirstOrDefault(other => other.FileName == decision.Successor);
            text.Append($"- {Link(decision)}, by {(successor is null ? decision.Successor : Link(successor))}\n");
        }

        return text.ToString();
    }

    private static string Link(Decision decision) => $"[{decision.Number:000}. {decision.Title}]({decision.FileName})";
}
