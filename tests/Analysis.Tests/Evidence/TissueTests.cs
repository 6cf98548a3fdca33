using System.Reflection;
using System.Text.RegularExpressions;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Testing;

namespace KneeLoad.Analysis.Tests.Evidence;

/// <summary>Each published number says which part of the body it is of; a formula mixes no two.</summary>
public sealed partial class TissueTests
{
    private static readonly Dictionary<string, ICited> Numbers = typeof(Published).GetProperties(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(property => property.Name, property => (ICited)property.GetValue(null)!, StringComparer.Ordinal);

    private static readonly Dictionary<string, Tissue> Chosen = typeof(Choices).GetProperties(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(
            property => property.Name,
            property => (Tissue)property.PropertyType.GetProperty("Tissue")!.GetValue(property.GetValue(null))!,
            StringComparer.Ordinal);

    /// <summary>Files of the analysis that compute with published numbers or with our own.</summary>
    public static TheoryData<string> Formulas =>
    [
        .. Directory.EnumerateFiles(Analysis, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Analysis, path).Replace('\\', '/'))
            .Where(file => !file.StartsWith("Evidence/", StringComparison.Ordinal)
                && !file.StartsWith("obj/", StringComparison.Ordinal)
                && !file.StartsWith("bin/", StringComparison.Ordinal))
            .Where(file => Tissues(file).Any())
            .Order(StringComparer.Ordinal),
    ];

    private static string Analysis => Path.Combine(Repository.Root, "src", "Analysis");

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_formula_mixes_no_tissues(string file) => Assert.Single(Tissues(file).Distinct());

    [Fact]
    public void The_load_of_a_run_is_of_the_kneecap_walking_too()
    {
        Assert.Equal([Tissue.KneecapJoint], Tissues("Loads/KneeLoadModel.cs").Distinct());
        Assert.Equal(Tissue.KneecapJoint, Chosen["WalkingLoad"]);
    }

    [Fact]
    public void The_walk_of_another_joint_is_part_of_no_formula() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Analysis, "*.cs", SearchOption.AllDirectories),
            path => File.ReadAllText(path).Contains("Published." + nameof(Published.WalkingLoadPerDistance), StringComparison.Ordinal));

    [Fact]
    public void A_load_names_its_tissue_and_an_injury_of_any_site_names_none()
    {
        Assert.All(Numbers.Where(number => number.Value.Outcome is Outcome.Load), number => Assert.NotEqual(Tissue.None, number.Value.Tissue));
        Assert.All(
            Numbers.Where(number => number.Value.Outcome is Outcome.OveruseInjury or Outcome.AnyInjury or Outcome.DistanceRelatedInjury),
            number => Assert.Equal(Tissue.None, number.Value.Tissue));
        Assert.All(Numbers.Where(number => number.Value.Outcome is Outcome.KneeInjury), number => Assert.Equal(Tissue.Knee, number.Value.Tissue));
    }

    [Fact]
    public void Spikes_are_of_overuse_injury_of_any_site_and_two_week_growth_of_distance_related_injury()
    {
        Assert.All(
            [Published.ModestSpikeHazard, Published.LargeSpikeHazard, Published.DoubleSpikeHazard],
            hazard => Assert.Equal(Outcome.OveruseInjury, hazard.Outcome));
        Assert.Equal(Outcome.DistanceRelatedInjury, Published.NoviceGrowthHazard.Outcome);
        Assert.Equal((2, 874), (Published.NoviceGrowthWeeks.Value, Published.NoviceGrowthRunners.Value));
    }

    private static IEnumerable<Tissue> Tissues(string file)
    {
        var code = File.ReadAllText(Path.Combine(Analysis, file));
        return Named().Matches(code)
            .Select(match => match.Groups["list"].Value is "Published"
                ? Numbers.GetValueOrDefault(match.Groups["name"].Value)?.Tissue ?? Tissue.None
                : Chosen.GetValueOrDefault(match.Groups["name"].Value))
            .Where(tissue => tissue is not Tissue.None);
    }

    [GeneratedRegex(@"\b(?<list>Published|Choices)\.(?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
