using System.Text;
using System.Text.RegularExpressions;
using KneeLoad.Testing;

namespace KneeLoad.Architecture.Tests;

/// <summary>The security checks, and the tests that hold each by carrying its id in their names.</summary>
internal static partial class SecurityChecks
{
    private const string List = "tests/Architecture.Tests/checks.txt";

    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["UP"] = "Uploads and readers",
        ["AR"] = "Archives",
        ["AZ"] = "Who may read and change what",
        ["AU"] = "Accounts and sign-ins",
        ["WEB"] = "Pages and replies",
        ["SS"] = "Requests by the server",
        ["MA"] = "Mail",
        ["PR"] = "Privacy",
        ["DO"] = "Floods and bounds",
        ["RE"] = "Crashes and disks",
        ["DB"] = "Databases",
        ["SM"] = "Mail servers",
        ["CL"] = "Clocks and weeks",
        ["OPS"] = "Running it",
    };

    /// <summary>Every check with the tests that hold it, in the order of the list.</summary>
    public static IReadOnlyList<SecurityCheck> All()
    {
        var tests = Tests();
        return [.. File.ReadLines(Path.Combine(Repository.Root, List))
            .Where(line => line is not "" and not ['#', ..])
            .Select(line => line.Split(" | "))
            .Select(parts => new SecurityCheck(parts[0], parts[1], parts.ElementAtOrDefault(2), [.. tests[parts[0]]]))];
    }

    /// <summary>Ids in the names of tests that no check has.</summary>
    public static IEnumerable<string> Unknown()
    {
        var known = All().Select(check => check.Id).ToHashSet(StringComparer.Ordinal);
        return Tests().Where(tests => !known.Contains(tests.Key)).Select(tests => $"{tests.Key}: {tests.First()}");
    }

    /// <summary>The document of the checks.</summary>
    public static string Document()
    {
        var checks = All();
        var text = new StringBuilder();
        text.Append("""
            # Security checks

            Checks from outside, each with the tests that hold it. A test carries the ids of its checks at the front of its name; a run of
            everything fails if a test named here fails or is not there. Made from the names of the tests and the list of checks by
            Architecture.Tests with KNEELOAD_APPROVE=1.

            """);
        foreach (var group in checks.GroupBy(check => check.Id.Split('-')[0]))
        {
            text.Append($"\n## {group.Key}: {Groups[group.Key]}\n\n| id | what must hold | held by |\n|---|---|---|\n");
            foreach (var check in group)
            {
                text.Append($"| {check.Id} | {check.Words} | {check.Answer} |\n");
            }
        }

        return text.ToString();
    }

    private static ILookup<string, string> Tests() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .SelectMany(TestsOf)
        .ToLookup(held => held.Id, held => held.Test, StringComparer.Ordinal);

    private static IEnumerable<(string Id, string Test)> TestsOf(string path)
    {
        var text = File.ReadAllText(path);
        return TestName().Matches(text).SelectMany(match => match.Groups["id"].Captures.Select(id =>
            (id.Value.Replace('_', '-'), $"{ClassName().Match(text).Groups["name"].Value}.{match.Groups["name"].Value}")));
    }

    [GeneratedRegex(
        @"\bpublic (async )?(void|Task|Property) (?<name>((?<id>(UP|AR|AZ|AU|WEB|SS|MA|PR|DO|RE|DB|SM|CL|OPS)_\d\d)_)+\w+)\(",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TestName();

    [GeneratedRegex(@"\bclass (?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ClassName();
}

/// <summary>One check of the list.</summary>
/// <param name="Id">Its name, as "UP-07".</param>
/// <param name="Words">What must hold.</param>
/// <param name="Note">What is missing beside its tests after "part: ", or the reason for which it cannot apply; null where there is nothing to say.</param>
/// <param name="Tests">The tests that hold it, as class and name.</param>
internal sealed record SecurityCheck(string Id, string Words, string? Note, IReadOnlyList<string> Tests)
{
    private const string Part = "part: ";

    /// <summary>Whether it is held, held in part, not applicable yet, or open.</summary>
    public string State => (Note, Tests.Count) switch
    {
        (null, 0) => "open",
        (null, _) => "held",
        (_, 0) => "cannot apply",
        _ => "in part",
    };

    /// <summary>The answer of the document.</summary>
    public string Answer => State switch
    {
        "open" => "**open**",
        "cannot apply" => $"*cannot apply yet:* {Note}",
        "in part" => $"{Names}<br>*in part:* {Note![Part.Length..]}",
        _ => Names,
    };

    /// <summary>Whether its note fits its tests.</summary>
    public bool IsSound => Note is null || Tests.Count > 0 == Note.StartsWith(Part, StringComparison.Ordinal);

    private string Names => string.Join("<br>", Tests.Select(test => $"`{test}`"));
}
