using System.CommandLine;
using System.CommandLine.Parsing;

namespace KneeLoad.Web.Commands.Terms;

/// <summary>Finds options that a verb does not have, and the name that was most likely meant.</summary>
internal static class OptionFaults
{
    /// <summary>Of a name so much may be mistyped. [1]</summary>
    private const double MostWrong = 0.4;

    /// <summary>What is wrong with the options and arguments, a sentence each.</summary>
    /// <param name="parsed">The parsed arguments.</param>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var verb = parsed.CommandResult.Command;
        // Where unmatched tokens are no error, the verb takes the service's settings.
        var takesSettings = !verb.TreatUnmatchedTokensAsErrors;
        var strange = Strange(parsed.UnmatchedTokens, takesSettings).ToList();
        var names = verb.Options.Concat(parsed.RootCommandResult.Command.Options).Select(option => option.Name).Concat(takesSettings ? SettingNames.All.Select(name => "--" + name) : []);
        foreach (var token in strange)
        {
            yield return token.StartsWith('-') ? $"There is no option {token}.{Meant(token, names)}" : $"Nothing is known of {token}.{Meant(token, verb.Subcommands.Select(one => one.Name))}";
        }

        foreach (var fault in parsed.Errors.Where(fault => !parsed.UnmatchedTokens.Any(token => fault.Message.Contains($"'{token}'", StringComparison.Ordinal))))
        {
            yield return fault.Message;
        }
    }

    private static IEnumerable<string> Strange(IReadOnlyList<string> unmatched, bool takesSettings)
    {
        for (var i = 0; i < unmatched.Count; i++)
        {
            var name = unmatched[i].Split('=')[0];
            if (takesSettings && name.StartsWith("--", StringComparison.Ordinal) && SettingNames.Has(name[2..]))
            {
                // Its value stands behind it, unless it is a part of it.
                i += unmatched[i].Contains('=', StringComparison.Ordinal) ? 0 : 1;
            }
            else
            {
                yield return name;
                // What follows a strange option may be its value.
                i += name.StartsWith('-') && unmatched[i] == name && i + 1 < unmatched.Count && !unmatched[i + 1].StartsWith('-') ? 1 : 0;
            }
        }
    }

    private static string Meant(string token, IEnumerable<string> names)
    {
        var nearest = names.Select(name => (Name: name, Wrong: Distance(token.ToUpperInvariant(), name.ToUpperInvariant()))).OrderBy(one => one.Wrong).FirstOrDefault();
        return nearest.Name is { } name && nearest.Wrong <= MostWrong * name.Length ? $" Did you mean {name}?" : "";
    }

    // Signs to exchange, add or leave out (Levenshtein 1966).
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
