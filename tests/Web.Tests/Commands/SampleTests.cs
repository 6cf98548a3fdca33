using System.Text.Json;
using KneeLoad.Testing;
using KneeLoad.Testing.Samples;
using KneeLoad.Web.Commands;

namespace KneeLoad.Web.Tests.Commands;

/// <summary>The files in samples/: made by the builders, and what <c>inspect --json</c> says of each, approved by a reader.</summary>
public sealed class SampleTests
{
    private const string Expected = ".expected.json";

    private static readonly string Folder = Path.Combine(Repository.Root, "samples");
    private static readonly Dictionary<string, byte[]> Made = SampleFiles.OfEachKind().ToDictionary(sample => sample.Name, sample => sample.Content);

    public static TheoryData<string> Names => [.. Made.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sample_is_what_its_builder_makes(string name) =>
        Assert.Equal(Made[name], File.ReadAllBytes(Path.Combine(Folder, name)));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Sample_says_what_was_approved(string name)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        await CommandLine.RunAsync(["inspect", "--json", Path.Combine(Folder, name)], output, error);

        var document = output.ToString().Replace(Folder + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);
        Assert.Equal(Approved.Text($"samples/{name}{Expected}", document), document);
    }

    [Fact]
    public async Task Course_beside_a_run_counts_for_nothing()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        await CommandLine.RunAsync(["analyze", "--json", Path.Combine(Folder, "course.fit"), Path.Combine(Folder, "big-endian.fit")], output, error);

        var document = JsonDocument.Parse(output.ToString()).RootElement;
        var runs = document.GetProperty("runs").EnumerateArray().Where(run => run.GetProperty("isRun").GetBoolean());
        Assert.EndsWith("big-endian.fit", Assert.Single(runs).GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(document.GetProperty("weeks").EnumerateArray()).GetProperty("runs").GetInt32());
    }

    [Fact]
    public void Folder_holds_each_sample_with_its_document_and_nothing_else()
    {
        var files = Directory.EnumerateFiles(Folder).Select(Path.GetFileName);

        Assert.Equal(
            Made.Keys.SelectMany(name => new[] { name, name + Expected }).Append("README.md").Order(StringComparer.Ordinal),
            files.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Readme_tells_what_the_sample_shows(string name) =>
        Assert.Contains($"| `{name}` |", File.ReadAllText(Path.Combine(Folder, "README.md")), StringComparison.Ordinal);
}
