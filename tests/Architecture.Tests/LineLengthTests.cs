using KneeLoad.Testing;

namespace KneeLoad.Architecture.Tests;

/// <summary>A line of code fits a screen, so that nobody scrolls sideways.</summary>
public sealed class LineLengthTests
{
    /// <summary>The longest line. [characters]</summary>
    private const int Longest = 160;

    private static readonly string[] Endings = [".cs", ".cshtml", ".ts"];
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "wwwroot", "Migrations"];

    /// <summary>The files that may hold longer lines, each with its reason.</summary>
    private static readonly Dictionary<string, string> Excepted = new(StringComparer.Ordinal)
    {
        ["src/Web/Features/WeeklyMail/Letters/LetterAsHtml.cs"] = "the HTML of a mail: a break within it would be sent",
        ["tests/Ingest.Tests/Exports/AppleHealthReaderTests.cs"] = "lines of an export as its service writes them",
        ["tests/Ingest.Tests/Exports/ExportTests.cs"] = "lines of an export as its service writes them",
        ["tests/Ingest.Tests/Exports/SplitRunTests.cs"] = "lines of an export as its service writes them",
        ["tests/Testing/Samples/ExportSamples.cs"] = "lines of an export as its service writes them",
        ["tests/Testing/Samples/TableSamples.cs"] = "lines of an export as its service writes them",
        ["tests/Testing/Samples/GpxSamples.cs"] = "lines of a file as its app writes them",
        ["tests/Web.Tests/Data/Providers/MigrationTests.cs"] = "SQL that lists every column of a table",
        ["tests/Web.Tests/Data/Providers/MigratorTests.cs"] = "SQL that makes a lock as the framework does",
        ["tests/Web.Tests/Erasures/Markers.cs"] = "a file that is made within a raw string",
        ["tests/Web.Tests/Exports/TakenBackTests.cs"] = "JSON of a forged export",
        ["tests/Web.Tests/Work/LargeTableTests.cs"] = "SQL that fills tables, a statement a line",
    };

    [Fact]
    public void No_line_is_longer_than_a_screen()
    {
        var files = new[] { "src", "tests" }
            .SelectMany(tree => Directory.EnumerateFiles(Path.Combine(Repository.Root, tree), "*", SearchOption.AllDirectories))
            .Where(path => Endings.Contains(Path.GetExtension(path)) && !path.Split(Path.DirectorySeparatorChar).Any(NotOurs.Contains))
            .ToDictionary(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), LongLines, StringComparer.Ordinal);

        var tooLong = files.Where(file => !Excepted.ContainsKey(file.Key)).SelectMany(file => file.Value.Select(line => $"{file.Key}:{line}"));
        var needless = Excepted.Keys.Where(file => !files.TryGetValue(file, out var lines) || lines.Count == 0);

        Assert.True(files.Count > 900);
        Assert.Empty(tooLong);
        Assert.Empty(needless);
    }

    private static List<int> LongLines(string path) =>
        [.. File.ReadLines(path).Index().Where(line => line.Item.Length > Longest).Select(line => line.Index + 1)];
}
