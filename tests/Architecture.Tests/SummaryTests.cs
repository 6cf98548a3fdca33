using System.Text.RegularExpressions;
using KneeLoad.Testing;

namespace KneeLoad.Architecture.Tests;

/// <summary>The subject of a summary is the thing itself, so that a stranger understands it.</summary>
public sealed partial class SummaryTests
{
    /// <summary>Trees in which it holds.</summary>
    private static readonly string[] Trees = ["tests", "src"];

    [Fact]
    public void No_summary_hides_its_subject_behind_a_question_word()
    {
        var files = Trees.SelectMany(tree => Directory.EnumerateFiles(Path.Combine(Repository.Root, tree), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"))
            .ToList();

        var hidden = files.SelectMany(path => Hidden(File.ReadAllText(path)).Select(summary => $"{Path.GetRelativePath(Repository.Root, path)}: {summary}"))
            .ToList();

        Assert.True(files.Count > 500);
        Assert.True(hidden.Count == 0, string.Join('\n', hidden));
    }

    [Theory]
    [InlineData("/// <summary>What is left.</summary>", 1)]
    [InlineData("/// <summary>\n    /// Whose it is, on\n/// two lines.\n/// </summary>", 1)]
    [InlineData("/// <summary>Asks for what is left.</summary>\n/// <summary>Whatever comes.</summary>", 0)]
    public void A_question_word_is_seen_at_the_beginning_alone(string source, int count) => Assert.Equal(count, Hidden(source).Count());

    private static IEnumerable<string> Hidden(string source) => QuestionWords().Matches(source).Select(match => match.Groups[1].Value.Trim());

    [GeneratedRegex(@"^\s*/// <summary>(?:\s*///)?\s*((?:What|Who|Whose|Where|Of|As|How)\b.*)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex QuestionWords();
}
