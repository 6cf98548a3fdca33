using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Tests.Words;

/// <summary>The sentences as resources: complete in every language, without numbers of their own, all of them used.</summary>
public sealed partial class TextFileTests
{
    private static readonly List<TextFile> English = [.. TextFile.All.Where(file => file.Language.Length == 0)];

    private static readonly HashSet<string> Keys =
        English.SelectMany(file => file.Texts.Keys.Select(name => $"{file.Topic}.{name}")).ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void Every_language_has_every_text_with_the_same_placeholders()
    {
        var faults =
            from file in English
            from language in Language.All.Where(language => language != Language.English)
            let other = TextFile.All.SingleOrDefault(one => one.Topic == file.Topic && one.Language == language.Tag)
            from text in file.Texts
            where other?.Texts.GetValueOrDefault(text.Key) is not { } translated || !Placeholders(translated).SetEquals(Placeholders(text.Value))
            select $"{language.Tag} {file.Topic}.{text.Key}";

        Assert.NotEmpty(Keys);
        Assert.Empty(faults);
    }

    [Fact]
    public void No_text_types_a_number()
    {
        var faults = TextFile.All.SelectMany(file => file.Texts
            .Where(text => Template.Of(text.Value).Any(piece => Number().IsMatch(piece.Words)))
            .Select(text => $"{file.Topic}.{text.Key}: {text.Value}"));

        Assert.Empty(faults);
    }

    [Fact]
    public void PR_12_No_text_says_what_the_model_forbids()
    {
        string[] forbidden = ["% risk", "Runners say", "you are safe", "is safe to", "detraining"];
        var faults = TextFile.All
            .SelectMany(file => file.Texts.Values)
            .Where(text => forbidden.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase)));

        Assert.Empty(faults);
    }

    [Fact]
    public void Every_text_that_is_asked_for_exists()
    {
        var missing = Asked()
            .Where(key => !key.EndsWith('.')
                && !Keys.Contains(key)
                && !Keys.Contains(key + ".One")
                && !Keys.Any(known => known.StartsWith(key + ".", StringComparison.Ordinal)));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_text_is_asked_for()
    {
        var asked = Asked();
        var idle = Keys.Where(key => !asked.Contains(key)
            && !asked.Contains(Ending().Replace(key, ""))
            && !asked.Any(prefix => prefix.EndsWith('.') && key.StartsWith(prefix, StringComparison.Ordinal)));

        Assert.Empty(idle);
    }

    /// <summary>Keys and beginnings of keys in code and pages: a topic, a dot and a name in quotes.</summary>
    private static HashSet<string> Asked()
    {
        var topics = English.Select(file => file.Topic).ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Web"), "*.cs*", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/node_modules/", StringComparison.Ordinal))
            .SelectMany(path => Key().Matches(File.ReadAllText(path)).Select(match => match.Groups["key"].Value))
            .Where(key => topics.Contains(key[..key.IndexOf('.', StringComparison.Ordinal)]))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> Placeholders(string text) =>
        Template.Of(text).Select(piece => piece.Placeholder).OfType<string>().ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("\"(?<key>[A-Z][A-Za-z]+\\.[A-Za-z0-9.]*)[\"{]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Key();

    /// <summary>A digit that is no part of a symbol such as c0.</summary>
    [GeneratedRegex(@"(?<![\p{L}])[0-9]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\.(One|Many)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ending();
}
