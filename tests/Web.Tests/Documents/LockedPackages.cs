using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KneeLoad.Testing;

namespace KneeLoad.Web.Tests.Documents;

/// <summary>The packages of both lock files, with the licences that lie beside them.</summary>
internal static partial class LockedPackages
{
    /// <summary>Package folders that npm left out, as they are of other systems.</summary>
    private const string OfAnotherSystem = "@esbuild/";

    private static readonly string Web = Path.Combine(Repository.Root, "src", "Web");

    private static readonly string NuGet = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>All packages by name, those that only build the program last.</summary>
    public static IReadOnlyList<LockedPackage> All() => [.. OfNuGet()
        .Concat(OfNpm())
        .OrderByDescending(package => package.IsShipped)
        .ThenBy(package => package.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The list that is served: a line a package, then each licence text once.</summary>
    public static string List()
    {
        var packages = All();
        var text = new StringBuilder("KneeLoad is under the MIT licence. It is made with these packages; their licences follow in full.\n\n");
        foreach (var package in packages)
        {
            text.Append($"{package.Name} | {package.Version} | {package.Licence}{(package.Copyright is { } line ? " | " + line : "")}\n");
        }

        var texts = packages.Where(package => package.IsShipped).SelectMany(package => package.Texts.Select(one => (package.Name, Text: one)));
        foreach (var one in texts.GroupBy(one => one.Text, one => one.Name, StringComparer.Ordinal))
        {
            text.Append($"\n==== {string.Join(", ", one)}\n\n{one.Key}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<LockedPackage> OfNuGet() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "packages.lock.json", SearchOption.AllDirectories)
            .Where(path => !path.Contains("node_modules", StringComparison.Ordinal))
            .SelectMany(path => JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("dependencies").EnumerateObject())
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() is not "Project")
            .Select(package => (package.Name, Version: package.Value.GetProperty("resolved").GetString()!))
            .Distinct()
            .Select(package => NuGetPackage(package.Name, package.Version));

    private static LockedPackage NuGetPackage(string name, string version)
    {
        var folder = Path.Combine(NuGet, name.ToLowerInvariant(), version);
        var about = XDocument.Load(Path.Combine(folder, $"{name.ToLowerInvariant()}.nuspec")).Root!.Elements().Single();
        string? Said(string element) => about.Elements().FirstOrDefault(one => one.Name.LocalName == element)?.Value.Trim();
        var licence = about.Elements().FirstOrDefault(one => one.Name.LocalName == "license");
        return new(
            name,
            version,
            licence?.Attribute("type")?.Value is "expression" ? licence.Value.Trim() : TitleOf(Path.Combine(folder, licence?.Value.Trim() ?? "")),
            OneLine(Said("copyright") ?? Said("authors")),
            IsShipped: true,
            TextsIn(folder));
    }

    private static IEnumerable<LockedPackage> OfNpm()
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Web, "package-lock.json")));
        foreach (var (path, package) in locked.RootElement
            .GetProperty("packages")
            .EnumerateObject()
            .Where(entry => entry.Name.Length > 0)
            .Select(entry => (entry.Name, entry.Value)))
        {
            var isShipped = !(package.TryGetProperty("dev", out var dev) && dev.GetBoolean());
            var folder = Path.Combine(Web, path);
            yield return new(
                path["node_modules/".Length..],
                package.GetProperty("version").GetString()!,
                package.GetProperty("license").GetString()! + (isShipped ? "" : " (only builds)"),
                Copyright: null,
                isShipped,
                isShipped && !path.Contains(OfAnotherSystem, StringComparison.Ordinal) ? TextsIn(folder) : []);
        }
    }

    private static IReadOnlyList<string> TextsIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder).Where(file => LicenceFile().IsMatch(Path.GetFileName(file))).Order(StringComparer.OrdinalIgnoreCase)
            .Select(file => string.Join('\n', File.ReadAllText(file).ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim()),
    ];

    // A licence that is a file and no name: its own first line that says something.
    private static string TitleOf(string file) => OneLine(File.ReadLines(file).Select(line => line.Trim(' ', '#', '=', '*')).First(line => line.Length > 0))!;

    private static string? OneLine(string? text) => text is null ? null : Blank().Replace(text, " ").Replace('|', '/');

    [GeneratedRegex("^(licen[sc]e|notices?|copying|third-party-notices)(\\..*)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LicenceFile();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}

/// <summary>A package of a lock file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The locked version.</param>
/// <param name="Licence">Its licence, as it names it.</param>
/// <param name="Copyright">Whose it is; null where its licence text says so.</param>
/// <param name="IsShipped">False for what only builds the program.</param>
/// <param name="Texts">The texts that lie beside it.</param>
internal sealed record LockedPackage(string Name, string Version, string Licence, string? Copyright, bool IsShipped, IReadOnlyList<string> Texts);
