using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KneeLoad.Testing;
using YamlDotNet.RepresentationModel;

namespace KneeLoad.Architecture.Tests.Documents;

/// <summary>Documents, forms and the picture of the house speak of the repository as it is.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Kinds = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];

    [Fact]
    public void Every_place_that_a_document_names_is_there()
    {
        var missing = DocumentPaths.Documents()
            .SelectMany(document => DocumentPaths.Missing(document, File.ReadAllText(Path.Combine(Repository.Root, document))));

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("[a](gone.md)", "README.md: gone.md")]
    [InlineData("[a](docs/gone.md#part)", "README.md: docs/gone.md")]
    [InlineData("see `src/Gone/Away.cs`", "README.md: src/Gone/Away.cs")]
    [InlineData("held by `GoneTests`", "README.md: GoneTests")]
    public void A_place_that_is_not_there_is_named(string text, string expected) => Assert.Equal([expected], DocumentPaths.Missing("README.md", text));

    [Theory]
    [InlineData("[a](docs/method.md#part), [b](https://example.org/gone.md), `src/Web`, `DocumentTests`, `src/*/gone`")]
    public void A_place_that_is_there_is_passed_by(string text) => Assert.Empty(DocumentPaths.Missing("README.md", text));

    [Fact]
    public void The_picture_shows_every_room_of_the_drawing()
    {
        var svg = XDocument.Load(Path.Combine(Repository.Root, "docs", "images", "house.svg"));
        var shown = svg.Descendants()
            .Where(element => element.Name.LocalName == "text")
            .Select(element => element.Value.Split(':')[0])
            .ToHashSet(StringComparer.Ordinal);

        var hidden = HouseRules.Rooms.Where(room => room.Contains('/', StringComparison.Ordinal)).Where(room => !shown.Contains(room.Split('/')[1]));

        Assert.Empty(hidden);
    }

    [Fact]
    public void Each_version_of_the_changelog_has_its_day_and_known_kinds_of_changes()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "CHANGELOG.md"));

        var wrong = lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal) && !Version().IsMatch(line))
            .Concat(lines.Where(line => line.StartsWith("### ", StringComparison.Ordinal) && !Kinds.Contains(line[4..])));

        Assert.Empty(wrong);
        Assert.Distinct(lines.Where(line => line.StartsWith("- ", StringComparison.Ordinal)));
        Assert.True(lines.Count(line => Version().IsMatch(line)) > 1);
    }

    [Fact]
    public void Each_issue_form_asks_something_and_each_question_has_a_key_of_its_own()
    {
        var forms = Directory.GetFiles(Path.Combine(Repository.Root, ".github", "ISSUE_TEMPLATE"), "*.yml")
            .Where(path => Path.GetFileName(path) != "config.yml")
            .ToList();

        Assert.True(forms.Count >= 3);
        Assert.All(forms, path =>
        {
            var form = Yaml(path);
            var questions = ((YamlSequenceNode)form["body"]).Cast<YamlMappingNode>().Where(part => part["type"].ToString() != "markdown").ToList();

            Assert.NotEmpty(form["name"].ToString());
            Assert.NotEmpty(form["description"].ToString());
            Assert.NotEmpty(questions);
            Assert.Distinct(questions.Select(question => question["id"].ToString()));
            Assert.All(questions, question => Assert.NotEmpty(question["attributes"]["label"].ToString()));
        });
        Assert.NotEmpty(Yaml(Path.Combine(Repository.Root, ".github", "ISSUE_TEMPLATE", "config.yml")).Children);
    }

    [Fact]
    public void The_development_container_has_the_tools_of_the_readme()
    {
        using var container = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, ".devcontainer", "devcontainer.json")));

        var features = container.RootElement.GetProperty("features").GetRawText();
        var installed = container.RootElement.GetProperty("onCreateCommand").GetString()!;

        Assert.All(new[] { "dotnet", "node" }, tool => Assert.Contains(tool, features, StringComparison.Ordinal));
        Assert.All(new[] { "chromium", "postgresql" }, tool => Assert.Contains(tool, installed, StringComparison.Ordinal));
    }

    private static YamlMappingNode Yaml(string path)
    {
        using var reader = new StreamReader(path);
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    [GeneratedRegex(@"^## (Unreleased|\d+\.\d+\.\d+ - \d{4}-\d\d-\d\d)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Version();
}
