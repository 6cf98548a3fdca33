using System.Globalization;
using System.Reflection;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Testing;

namespace KneeLoad.Analysis.Tests;

/// <summary>Every number of the model stands once, with its source or its reason.</summary>
public sealed class EvidenceTests
{
    /// <summary>Numbers that are no claim about runners: the calendar, the globe, and how bytes and bits are laid out.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["Advice/Habits.cs"] = "7",
        ["Loads/CellSums.cs"] = "128",
        ["Loads/CellTableBuilder.cs"] = "128 256",
        ["Diary/RedFlags.cs"] = "4 8 16 32 64",
        ["Risk/WeekRule.cs"] = "4 7",
        ["Runs/CellTableCodec.cs"] = "3 4 5 6 7 8 63",
        ["Runs/SensorColumns.cs"] = "10",
        ["Signals/GreatCircle.cs"] = "6371008.8",
        ["Weeks/LoadSeries.cs"] = "7 28",
        ["Weeks/RollingDays.cs"] = "4 7",
        ["Weeks/TrainingWeek.cs"] = "6 7",
        ["Weeks/WeeklyLoads.cs"] = "3 4",
    };

    [Fact]
    public void Every_number_of_the_analysis_comes_from_here()
    {
        var analysis = Path.Combine(Repository.Root, "src", "Analysis");
        var strays =
            from path in Directory.EnumerateFiles(analysis, "*.cs", SearchOption.AllDirectories)
            let file = Path.GetRelativePath(analysis, path).Replace('\\', '/')
            where !file.StartsWith("Evidence/", StringComparison.Ordinal) && !file.StartsWith("obj/", StringComparison.Ordinal)
                && !file.StartsWith("bin/", StringComparison.Ordinal)
            from number in TypedNumbers.InCode(File.ReadAllText(path)).Distinct()
            where !TypedNumbers.Arithmetic.Contains(number) && !Allowed(file).Contains(number)
            select $"{file}: {number.ToString(CultureInfo.InvariantCulture)}";

        Assert.Empty(strays);
    }

    [Theory]
    [InlineData("Advice")]
    [InlineData("Risk")]
    public void Every_number_in_a_text_comes_from_here(string folder)
    {
        var strays =
            from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Analysis", folder), "*.cs")
            from text in TypedNumbers.InTexts(File.ReadAllText(path))
            select $"{Path.GetFileName(path)}: {text}";

        Assert.Empty(strays);
    }

    [Fact]
    public void Every_published_number_names_source_and_place() =>
        Assert.All(Stated(typeof(Published), typeof(Cited<>)), stated =>
        {
            Assert.NotNull(Get(stated, "Source"));
            Assert.False(string.IsNullOrWhiteSpace((string?)Get(stated, "Place")));
        });

    [Fact]
    public void Every_choice_names_its_reason() =>
        Assert.All(Stated(typeof(Choices), typeof(Chosen<>)), stated => Assert.EndsWith(".", (string?)Get(stated, "Reason"), StringComparison.Ordinal));

    [Fact]
    public void Sources_have_names_of_their_own()
    {
        var sources = typeof(Sources).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => property.GetValue(null)).OfType<Source>().ToArray();

        Assert.NotEmpty(sources);
        Assert.Equal(sources.Length, sources.Select(source => source.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(sources.Where(source => source.Doi is not null), source => Assert.StartsWith("10.", source.Doi, StringComparison.Ordinal));
    }

    private static double[] Allowed(string file) => Exceptions.TryGetValue(file, out var numbers)
        ? [.. numbers.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))]
        : [];

    private static object[] Stated(Type list, Type kind)
    {
        var stated = list.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == kind)
            .Select(property => property.GetValue(null)!)
            .ToArray();
        Assert.NotEmpty(stated);
        return stated;
    }

    private static object? Get(object stated, string property) => stated.GetType().GetProperty(property)!.GetValue(stated);
}
