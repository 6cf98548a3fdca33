using System.Text.RegularExpressions;
using KneeLoad.Testing;

namespace KneeLoad.Architecture.Tests.Documents;

/// <summary>Finds the places in the repository that documents name, and tells which are not there.</summary>
internal static partial class DocumentPaths
{
    private static readonly Lazy<HashSet<string>> TestClasses = new(() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .ToHashSet(StringComparer.Ordinal));

    /// <summary>The documents that name places of today, from the root of the checkout. The changelog and superseded decisions speak of earlier ones.</summary>
    public static IEnumerable<string> Documents()
    {
        var superseded = Decision.All()
            .Where(decision => decision.Successor is not null)
            .Select(decision => decision.FileName)
            .ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Append(Path.Combine(Repository.Root, "tests", "README.md"))
            .Append(Path.Combine(Repository.Root, "samples", "README.md"))
            .Where(path => Path.GetFileName(path) != "CHANGELOG.md" && !superseded.Contains(Path.GetFileName(path)))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The links, paths and test classes of a document that lead nowhere.</summary>
    /// <param name="document">Its path, from the root of the checkout; links are relative to it.</param>
    /// <param name="text">Its words.</param>
    public static IEnumerable<string> Missing(string document, string text)
    {
        var folder = Path.Combine(Repository.Root, Path.GetDirectoryName(document)!);
        var links = Link().Matches(text).Select(match => match.Groups["to"].Value).Where(link => !Exists(Path.Combine(folder, link)));
        var paths = Quoted().Matches(text).Select(match => match.Groups["path"].Value).Where(path => !Exists(Path.Combine(Repository.Root, path)));
        var tests = TestClass().Matches(text).Select(match => match.Groups["name"].Value).Where(name => !TestClasses.Value.Contains(name));
        return links.Concat(paths).Concat(tests).Distinct(StringComparer.Ordinal).Select(missing => $"{document}: {missing}");
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    [GeneratedRegex(@"\]\((?![a-z]+:|#)(?<to>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Link();

    // A pattern or a placeholder in it makes it no path.
    [GeneratedRegex(
        @"`(?<path>(src|tests|docs|samples|\.ci|\.github|\.devcontainer)/[\w./-]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"`(?<name>[A-Z]\w+Tests)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TestClass();
}
