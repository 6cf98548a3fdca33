using System.CommandLine;

namespace KneeLoad.Web.Commands.Terms;

/// <summary>Finds options that a verb does not have, and the name that was most likely meant.</summary>
internal static class OptionFaults
{
    /// <summary>The letters of a name that may be mistyped. [1]</summary>
    private const double MostWrong = 0.4;

    /// <summary>The faults of the options and arguments, a sentence each.</summary>
    /// <param name="parsed">The parsed arguments.</param>
    /// <param name="arguments">The same as they were given, settings of the service left out.</param>
    /// <param name="takesSettings">Whether the verb takes these too.</param>
    public static IEnumerable<string> Of(ParseResult parsed, IEnumerable<string> arguments, bool takesSettings)
    {
        var options = parsed.CommandResult.Command.Options.Concat(parsed.RootCommandResult.Command.Options).ToList();
        var known = options.SelectMany(option => option.Aliases.Append(option.Name)).ToHashSet(StringComparer.Ordinal);
        var strange = arguments.TakeWhile(token => token != "--").Where(IsOption).Select(token => token.Split('=')[0])
            .Where(name => !known.Contains(name) && !known.Contains(name.Split(':')[0])).Distinct(StringComparer.Ordinal).ToList();
        foreach (var token in strange)
        {
            yield return $"There is no option "
                + $"{token}.{Meant(token, options.Select(option => option.Name).Concat(takesSettings ? SettingNames.All.Select(name => "--" + name) : []))}";
        }

        // What follows a strange option may be its value, and where nothing was meant to follow, all is said.
        foreach (var token in strange.Count > 0 ? [] : parsed.UnmatchedTokens)
        {
            yield return $"Nothing is known of {token}.{Meant(token, parsed.CommandResult.Command.Subcommands.Select(one => one.Name))}";
        }

        foreach (var fault in strange.Count > 0 || parsed.UnmatchedTokens.Count > 0 ? [] : parsed.Errors)
        {
            yield return fault.Message;
        }
    }

    // A single dash is standard input, and a number may be below zero.
    private static bool IsOption(string token) => token is ['-', not (>= '0' and <= '9' or '.'), ..];

    private static string Meant(string token, IEnumerable<string> names)
    {
        var nearest = names.Select(name => (Name: name, Wrong: Distance(token.ToUpperInvariant(), name.ToUpperInvariant())))
            .OrderBy(one => one.Wrong)
            .FirstOrDefault();
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
