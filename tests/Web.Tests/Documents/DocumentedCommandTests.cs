using System.Diagnostics;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Commands;
using KneeLoad.Web.Data;
using KneeLoad.Web.Tests.Hosting;

namespace KneeLoad.Web.Tests.Documents;

/// <summary>Commands that the documents show are run here, so that none of them grows stale.</summary>
[Collection(BuildsCollection.Name)]
public sealed partial class DocumentedCommandTests
{
    private const string Run = "dotnet run --project src/Web -c Release -- ";
    private const string OneClass = "tests/Web.Tests/bin/Release/net10.0/KneeLoad.Web.Tests -class ";
    private const string Migration = "dotnet tool run dotnet-ef migrations add NAME --project src/Web --context ";
    private static readonly string[] OfflineVerbs = ["inspect ", "analyze ", "surface build ", "surface match "];
    private static readonly string[] Documents = ["README.md", "CONTRIBUTING.md", "docs/ground.md", "docs/self-hosting.md", "samples/README.md"];

    // Commands with a test of their own, or that start the very run that this test is part of.
    private static readonly string[] TestedElsewhere =
    [
        Run + "demo",
        "./test.sh",
        "./test.sh --long",
        "./test.sh --mutate",
        "dotnet build tests/Web.Tests -c Release",
        "KNEELOAD_APPROVE=1 tests/Architecture.Tests/bin/Release/net10.0/KneeLoad.Architecture.Tests",
        "dotnet format whitespace --folder .",
        "dotnet tool restore",
        "dotnet run --project tests/Testing -- samples",
        "sudo -u kneeload dotnet /opt/kneeload/KneeLoad.Web.dll password runner@example.org --data /var/lib/kneeload",
    ];

    private static IEnumerable<string[]> Blocks => Documents
        .SelectMany(document => Block().Matches(File.ReadAllText(Path.Combine(Repository.Root, document))))
        .Select(block => block.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The verbs of each block, one a line: a later one may need what an earlier one wrote.</summary>
    public static TheoryData<string> Verbs => [.. Blocks
        .Select(block => string.Join('\n', block.Where(IsVerb).Select(line => line[Run.Length..])))
        .Where(verbs => verbs.Length > 0)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Documented_verbs_do_what_they_say(string verbs)
    {
        using var scratch = new ScratchFolder();
        foreach (var verb in verbs.Split('\n'))
        {
            var output = new StringWriter();
            var error = new StringWriter();

            var code = await CommandLine.RunAsync([.. verb.Split(' ').Select(Placed)], output, error);

            Assert.Equal("", error.ToString());
            Assert.Equal(0, code);
            Assert.NotEmpty(output.ToString());
        }

        string Placed(string word) =>
            word.StartsWith("samples", StringComparison.Ordinal)
                ? Path.Combine(Repository.Root, word)
                : word.EndsWith(".index", StringComparison.Ordinal)
                ? scratch[word]
                : word;
    }

    [Fact]
    public void Every_documented_command_is_run_by_some_test()
    {
        var unknown = Blocks.SelectMany(block => block).Where(line => !TestedElsewhere.Contains(line)
            && !IsVerb(line)
            && !line.StartsWith(OneClass, StringComparison.Ordinal)
            && !line.StartsWith(Migration, StringComparison.Ordinal)
            && line is not (Run + "serve --data ~/kneeload"
                or "dotnet publish src/Web -c Release -o /opt/kneeload"
                or "dotnet /opt/kneeload/KneeLoad.Web.dll serve --data /var/lib/kneeload"
                or "complete -C '/opt/kneeload/kneeload complete' kneeload"));

        Assert.Empty(unknown);
    }

    [Fact]
    public async Task One_class_of_these_tests_runs_by_its_documented_command()
    {
        var command = Blocks.SelectMany(block => block).Single(line => line.StartsWith(OneClass, StringComparison.Ordinal)).Split(' ');
        using var run = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, command[0]), command[1..].Select(word => word.Trim('"')))
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;

        var said = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();

        Assert.True(run.ExitCode == 0, said);
        Assert.DoesNotContain("Total: 0,", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Documented_migrations_name_every_database_with_its_folder()
    {
        var databases = typeof(KneeLoadDbContext).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(KneeLoadDbContext))).Select(type => type.Name);

        var named = Blocks.SelectMany(block => block)
            .Where(line => line.StartsWith(Migration, StringComparison.Ordinal))
            .Select(line => line[Migration.Length..].Split(' '))
            .ToList();

        Assert.Equal(databases.Order(StringComparer.Ordinal), named.Select(words => words[0]).Order(StringComparer.Ordinal));
        Assert.All(named, words => Assert.True(Directory.Exists(Path.Combine(Repository.Root, "src", "Web", words[2])), words[2]));
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
            using var called = Process.Start(new ProcessStartInfo(Path.Combine(folder.FullName, "kneeload"), ["--version"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            })!;
            Assert.StartsWith("0.", await called.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsVerb(string line) =>
        OfflineVerbs.Any(verb => line.StartsWith(Run + verb, StringComparison.Ordinal));

    [GeneratedRegex("```sh\n(?<lines>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"(?<path>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stylesheet();
}
