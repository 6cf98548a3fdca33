using System.Globalization;
using System.Text.RegularExpressions;
using KneeLoad.Testing;

namespace KneeLoad.Architecture.Tests.Documents;

/// <summary>One decision, as its file in docs/decisions states it.</summary>
/// <param name="FileName">Name of the file, as "077-jobs-run-on-hangfire.md".</param>
/// <param name="Title">The choice in one sentence.</param>
/// <param name="Field">The part of the program that it is about.</param>
/// <param name="Accepted">The day on which it was accepted.</param>
/// <param name="Successor">The file of the decision that supersedes this one; null while it stands.</param>
/// <param name="Replaced">The files of the decisions that this one supersedes.</param>
internal sealed partial record Decision(string FileName, string Title, string Field, string Accepted, string? Successor, IReadOnlyList<string> Replaced)
{
    /// <summary>The folder, from the root of the checkout.</summary>
    public const string Folder = "docs/decisions";

    /// <summary>Number of the decision, from 1.</summary>
    public int Number => int.TryParse(FileName.Split('-')[0], CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The name that its number and title ask for.</summary>
    public string ExpectedFileName =>
        $"{Number:000}-{NotInAName().Replace(Title.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal), "-").Trim('-')}.md";

    /// <summary>Reads every decision, in the order of their numbers.</summary>
    /// <exception cref="FormatException">A file lacks a part, or has its parts in another order.</exception>
    public static IReadOnlyList<Decision> All() =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder), "*.md")
            .Where(path => Path.GetFileName(path) != "README.md")
            .Order(StringComparer.Ordinal)
            .Select(path => Parse(Path.GetFileName(path), File.ReadAllText(path)))];

    /// <summary>Reads one decision.</summary>
    /// <exception cref="FormatException">It lacks a part, or has its parts in another order.</exception>
    public static Decision Parse(string fileName, string text)
    {
        var file = Whole().Match(text);
        if (!file.Success)
        {
            throw new FormatException($"{fileName} needs a title, a field, and the parts Question, Choice, Given up and Status in this order.");
        }

        var status = StatusLine().Match(file.Groups["status"].Value);
        if (!status.Success)
        {
            throw new FormatException(
                $"{fileName} has another status than \"Accepted on DATE.\", with \"Superseded on DATE by [title](file).\" or \"It replaces "
                    + $"[title](file).\" behind it.");
        }

        return new(
            fileName,
            file.Groups["title"].Value,
            file.Groups["field"].Value,
            status.Groups["accepted"].Value,
            status.Groups["successor"] is { Success: true } successor ? successor.Value : null,
            [.. status.Groups["replaced"].Captures.Select(capture => capture.Value)]);
    }

    [GeneratedRegex(
        @"\A# (?<title>[^\n]+)\n\nField: (?<field>\w+)\n\n## Question\n\n[^#\n].+?\n\n## Choice\n\n[^#\n].+?\n\n## Given up\n\n[^#\n].+?\n\n## "
            + @"Status\n\n(?<status>[^\n]+)\n\z",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"\AAccepted on (?<accepted>\d{4}-\d\d-\d\d)\.( Superseded on \d{4}-\d\d-\d\d by \[[^\]]+\]\((?<successor>[^)]+)\)\.)?( It replaces "
            + @"\[[^\]]+\]\((?<replaced>[^)]+)\)\.)*\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex StatusLine();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NotInAName();
}
