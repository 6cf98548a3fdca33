using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KneeLoad.Ingest;
using KneeLoad.Testing;

namespace KneeLoad.Architecture.Tests;

/// <summary>Conventions that a reader should be able to trust, each failure listed at once.</summary>
public sealed partial class HouseTests
{
    private const int MostLines = 300;
    private static readonly string[] EmptyWords = ["Manager", "Helper", "Utils", "Info"];

    private static readonly Assembly[] Documented = [typeof(ActivityReader).Assembly, typeof(Analysis.Runs.RunMetrics).Assembly];

    private static IEnumerable<string> SourceFiles => SourceFilesOf("src");

    private static IEnumerable<string> SourceFilesOf(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)
                && !path.Contains("/bin/", StringComparison.Ordinal)
                && !path.Contains("/node_modules/", StringComparison.Ordinal)
                && !path.Contains("/Migrations/", StringComparison.Ordinal));

    [Fact]
    public void Quantities_are_readonly_record_structs()
    {
        var quantities = typeof(Ingest.Quantities.Distance).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(Ingest.Quantities.Distance).Namespace)
            .ToList();

        var others = quantities
            .Where(type => !type.IsValueType
                || type.GetCustomAttribute<System.Runtime.CompilerServices.IsReadOnlyAttribute>() is null
                || type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is null);

        Assert.True(quantities.Count >= 5);
        Assert.Empty(others);
    }

    [Fact]
    public void Public_types_of_Ingest_and_Analysis_are_sealed()
    {
        var open = Documented.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false });

        Assert.Empty(open);
    }

    [Fact]
    public void Public_members_of_Ingest_and_Analysis_are_documented()
    {
        var missing = Documented.SelectMany(assembly =>
        {
            var written = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member").SelectMany(Names)
                .ToHashSet(StringComparer.Ordinal);
            return assembly.GetExportedTypes().SelectMany(type => Members(type).Where(name => !written.Contains(name)));
        });

        Assert.Empty(missing);
    }

    [Fact]
    public void Namespace_equals_folder()
    {
        var wrong = SourceFiles.Where(path => !path.EndsWith("Program.cs", StringComparison.Ordinal))
            .Where(path =>
            {
                var expected = "KneeLoad." + Path.GetDirectoryName(path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.');
                return !File.ReadAllText(Path.Combine(Repository.Root, path)).Contains($"namespace {expected};", StringComparison.Ordinal);
            });

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_source_file_is_too_long_to_read()
    {
        var tooLong = SourceFiles.Where(path => File.ReadLines(Path.Combine(Repository.Root, path)).Count() > MostLines);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_type_hides_behind_an_empty_word()
    {
        var empty = Documented.Append(typeof(Program).Assembly).SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("KneeLoad.", StringComparison.Ordinal) == true
                && EmptyWords.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)))
            .Select(type => type.FullName);

        Assert.Empty(empty);
    }

    [Fact]
    public void Caught_exceptions_are_named_exception()
    {
        var others = new[] { "src", "tests" }.SelectMany(SourceFilesOf)
            .SelectMany(path => CaughtName().Matches(File.ReadAllText(Path.Combine(Repository.Root, path)))
                .Where(match => match.Groups["name"].Value != "exception")
                .Select(match => $"{path}: {match.Value}"));

        Assert.Empty(others);
    }

    /// <summary>The members that one entry documents: its own, and a positional record's parameters as the properties they are.</summary>
    private static IEnumerable<string> Names(XElement member)
    {
        var name = member.Attribute("name")!.Value;
        yield return name;
        if (name.StartsWith("T:", StringComparison.Ordinal))
        {
            foreach (var parameter in member.Elements("param"))
            {
                yield return $"P:{name[2..]}.{parameter.Attribute("name")!.Value}";
            }
        }
    }

    private static IEnumerable<string> Members(Type type)
    {
        yield return "T:" + Name(type);
        const BindingFlags declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var property in type.GetProperties(declared).Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract"))
        {
            yield return $"P:{Name(type)}.{property.Name}";
        }

        foreach (var field in type.GetFields(declared).Where(field => !field.IsSpecialName))
        {
            yield return $"F:{Name(type)}.{field.Name}";
        }
    }

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    [GeneratedRegex(@"\bcatch \([\w.]+ (?<name>\w+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex CaughtName();
}
