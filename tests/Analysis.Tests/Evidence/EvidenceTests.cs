using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Testing;

namespace KneeLoad.Analysis.Tests;

/// <summary>Every number of the model stands once, with its source or its reason.</summary>
public sealed partial class EvidenceTests
{
    /// <summary>None, one, half and whole; minutes and hours, per cent, kilometres and milliseconds.</summary>
    private static readonly double[] Arithmetic = [0, 1, 2, 60, 100, 1000];

    /// <summary>Numbers that are no claim about runners: the calendar, the globe, and how bytes and bits are laid out.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["Advice/Habits.cs"] = "7",
        ["Loads/CellSums.cs"] = "128",
        ["Loads/CellTableBuilder.cs"] = "128 256",
        ["Risk/RedFlags.cs"] = "4 8 16 32 64",
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
            from number in Numbers(File.ReadAllText(path)).Distinct()
            where !Arithmetic.Contains(number) && !Allowed(file).Contains(number)
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
            from text in Texts(File.ReadAllText(path))
            // Without a blank it is a name or a unit.
            where text.Contains(' ', StringComparison.Ordinal) && text.Any(char.IsAsciiDigit)
            select $"{Path.GetFileName(path)}: {text}";

        Assert.Empty(strays);
    }

    [Fact]
    public void A_stray_number_in_a_text_is_found() =>
        Assert.Equal(
            ["Over , up to 30 %, in   hours.", "6 in a hole", "plain 5"],
            Texts("// \"9\"\nInvariant($\"Over {x.Value:0.00} of 10, up to 30 %, in {At(-6):0} 1,000 hours.\"); y = \"plain 5\";"));

    [Fact]
    public void A_stray_number_is_found() =>
        Assert.Equal([-0.0, 1.64, 6_371_008.8, 3], Numbers("x = 0 + 1.64; // 99\nvar y2 = \"7 of 8\"; z = 6_371_008.8 - row[3];"));

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

    private static double[] Numbers(string source) =>
    [
        .. Number().Matches(NoCode().Replace(source, string.Empty))
            .Select(match => double.Parse(match.Value.Replace("_", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture)),
    ];

    /// <summary>What texts say themselves, without scales, units and the length of a week; and what is computed within them.</summary>
    private static IEnumerable<string> Texts(string source)
    {
        foreach (var text in Text().Matches(source).Select(match => match.Groups["text"].Value).Where(text => text.Length > 0))
        {
            yield return NoClaim().Replace(Hole().Replace(text, string.Empty), string.Empty);
            foreach (var number in Hole().Matches(text).SelectMany(hole => Number().Matches(hole.Groups["code"].Value)).Select(match => match.Value)
                .Where(number => !Arithmetic.Contains(double.Parse(number, CultureInfo.InvariantCulture))))
            {
                yield return $"{number} in a hole";
            }
        }
    }

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

    /// <summary>Comments and strings.</summary>
    [GeneratedRegex("""//[^\n]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])'""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NoCode();

    /// <summary>A string; comments are taken with it, so that quotes in them open nothing.</summary>
    [GeneratedRegex("""//[^\n]*|"(?<text>(?:\\.|[^"\\])*)[\x22]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Text();

    /// <summary>A hole of an interpolated string, its format aside.</summary>
    [GeneratedRegex(@"\{(?<code>[^{}:]*)(:[^{}]*)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Hole();

    /// <summary>The scale of pain, no points, hours that a rate is given in, and weeks as 7 and 21 days.</summary>
    [GeneratedRegex(" of 10\\b|\\b0 points|fore 0|1,000(?= hours)|\\b7 days|the 21 before", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NoClaim();

    /// <summary>A decimal number that is no part of a name.</summary>
    [GeneratedRegex(@"(?<![\w.])\d[\d_]*(\.\d+)?(e-?\d+)?(?![\w])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();
}
