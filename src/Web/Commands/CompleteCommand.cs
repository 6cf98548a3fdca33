using System.CommandLine;
using System.CommandLine.Parsing;

namespace KneeLoad.Web.Commands;

/// <summary>
/// The verb <c>complete</c>: what may follow in a line that is being typed, for a shell that asks with <c>complete -C</c>
/// and hands the line over in <c>COMP_LINE</c> and <c>COMP_POINT</c> (Bash Reference Manual, 8.6).
/// </summary>
internal static class CompleteCommand
{
    /// <summary>The verb.</summary>
    /// <param name="root">The program with all its verbs.</param>
    public static Command Create(Command root)
    {
        // The shell adds the command, the word that is typed and the one before it.
        var words = new Argument<string[]>("WORD") { Arity = ArgumentArity.ZeroOrMore, Hidden = true };
        var command = new Command("complete", "Names what may follow in a line that is being typed: complete -C 'kneeload complete' kneeload.") { words };
        command.SetAction(parsed =>
        {
            var line = Environment.GetEnvironmentVariable("COMP_LINE") ?? "";
            var at = int.TryParse(Environment.GetEnvironmentVariable("COMP_POINT"), out var point) ? point : line.Length;
            foreach (var label in Following(root, line[..Math.Clamp(at, 0, line.Length)]))
            {
                parsed.InvocationConfiguration.Output.WriteLine(label);
            }
        });
        return command;
    }

    // The first word is the program, whatever path it was called by. Options are named once a dash is typed.
    private static IEnumerable<string> Following(Command root, string typed)
    {
        var words = CommandLineParser.SplitCommandLine(typed).Skip(1).ToList();
        var begun = typed.EndsWith(' ') || words.Count == 0 ? "" : words[^1];
        return root.Parse(begun.Length == 0 ? words : words[..^1]).GetCompletions()
            .Select(completion => completion.Label)
            .Where(label => begun.Length > 0 ? label.StartsWith(begun, StringComparison.Ordinal) : char.IsLetter(label[0]));
    }
}
