using System.Diagnostics;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Commands;
using KneeLoad.Web.Tests.Hosting;

namespace KneeLoad.Web.Tests.Documents;

/// <summary>Commands that the documents show are run here, so that none of them grows stale.</summary>
public sealed partial class DocumentedCommandTests
{
    private const string Run = "dotnet run --project src/Web -c Release -- ";
    private static readonly string[] Documents = ["README.md", "docs/self-hosting.md", "samples/README.md"];

    // Commands with a test of their own, or that start the very run that this test is part of.
    private static readonly string[] TestedElsewhere =
    [
        Run + "demo",
        "./test.sh",
        "dotnet run --project tests/Testing -- samples",
    ];

    private static IEnumerable<string> Shown => Documents
        .SelectMany(document => Block().Matches(File.ReadAllText(Path.Combine(Repository.Root, document))))
        .SelectMany(block => block.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public static TheoryData<string> Verbs => [.. Shown.Where(line => line.StartsWith(Run, StringComparison.Ordinal))
        .Select(line => line[Run.Length..]).Where(line => line.StartsWith("inspect", StringComparison.Ordinal) || line.StartsWith("analyze", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_documented_verb_does_what_it_says(string arguments)
    {
        var words = arguments.Split(' ').Select(word => word.StartsWith("samples", StringComparison.Ordinal) ? Path.Combine(Repository.Root, word) : word);
        var output = new StringWriter();
        var error = new StringWriter();

        var code = await CommandLine.RunAsync([.. words], output, error);

        Assert.Equal("", error.ToString());
        Assert.Equal(0, code);
        Assert.NotEmpty(output.ToString());
    }

    [Fact]
    public void Every_documented_command_is_run_by_some_test()
    {
        var unknown = Shown.Where(line => !TestedElsewhere.Contains(line)
            && !Verbs.Any(verb => line == Run + verb.Data)
            && line is not (Run + "serve --data ~/kneeload"
                or "dotnet publish src/Web -c Release -o /opt/kneeload"
                or "dotnet /opt/kneeload/KneeLoad.Web.dll serve --data /var/lib/kneeload"));

        Assert.Empty(unknown);
    }

    [Fact]
    public async Task A_published_copy_serves_its_pages_with_style()
    {
        var folder = Directory.CreateTempSubdirectory("kneeload-publish");
        try
        {
            using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", "src/Web", "-c", "Release", "-v", "quiet", "-o", folder.FullName])
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
            var said = await publish.StandardOutput.ReadToEndAsync();
            await publish.WaitForExitAsync();
            Assert.True(publish.ExitCode == 0, said);

            using var service = await ServiceProcess.StartAsync(
                Path.Combine(folder.FullName, "data"), program: Path.Combine(folder.FullName, "KneeLoad.Web.dll"), verb: "serve");
            using var client = new HttpClient { BaseAddress = service.Address };
            var page = await client.GetStringAsync("/");
            using var sheet = await client.GetAsync(Stylesheet().Match(page).Groups["path"].Value);

            Assert.Equal("text/css", sheet.Content.Headers.ContentType?.MediaType);
            Assert.True(Directory.EnumerateFiles(Path.Combine(folder.FullName, "samples", "demo")).Any());
            Assert.Equal(0, await service.StopAsync());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("```sh\n(?<lines>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"(?<path>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stylesheet();
}
