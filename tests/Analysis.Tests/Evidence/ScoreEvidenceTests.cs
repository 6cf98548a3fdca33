using System.Reflection;
using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Analysis.Tests.Evidence;

/// <summary>Every number has a source or a reason, and the points follow from the published ratios.</summary>
public sealed class ScoreEvidenceTests
{
    [Fact]
    public void Points_of_a_spike_follow_from_the_hazard_ratios()
    {
        var scale = Choices.PointsPerLogHazard.Value;

        Assert.Equal(Choices.SpikePoints.Value, (int)Math.Round(scale * Math.Log(Choices.MiddleHazard.Value)));
        Assert.Equal(Choices.DoublePoints.Value, (int)Math.Round(scale * Math.Log(Published.DoubleSpikeHazard.Value.Value)));
    }

    [Fact]
    public void The_middle_hazard_ratio_lies_within_both_published_intervals()
    {
        var middle = Choices.MiddleHazard.Value;

        Assert.InRange(middle, Published.ModestSpikeHazard.Value.Low, Published.ModestSpikeHazard.Value.High);
        Assert.InRange(middle, Published.LargeSpikeHazard.Value.Low, Published.LargeSpikeHazard.Value.High);
    }

    [Fact]
    public void The_most_points_are_those_of_the_rows() =>
        Assert.Equal(
            Choices.MostPoints.Value,
            Choices.DoublePoints.Value + Choices.MostHardSurfacePoints.Value + Choices.MostHeelStrikePoints.Value);

    [Fact]
    public void Whatever_is_weaker_than_a_single_run_gives_less_than_one() => Assert.All(
        [Choices.WeekPoints.Value[0].Points, Choices.MostDescentPoints.Value],
        points => Assert.True(points < Choices.SpikePoints.Value));

    [Fact]
    public void Every_interval_holds_its_estimate() =>
        Assert.All(
            Values(typeof(Published)).Select(Value).OfType<RatioEstimate>(),
            ratio => Assert.InRange(ratio.Value, ratio.Low, ratio.High));

    [Fact]
    public void Every_published_number_names_source_and_place() =>
        Assert.All(Values(typeof(Published)), cited =>
        {
            Assert.NotNull(cited.GetType().GetProperty("Source")!.GetValue(cited));
            Assert.NotEmpty((string)cited.GetType().GetProperty("Place")!.GetValue(cited)!);
        });

    [Fact]
    public void Every_choice_gives_its_reason() =>
        Assert.All(Values(typeof(Choices)), chosen => Assert.True(((string)chosen.GetType().GetProperty("Reason")!.GetValue(chosen)!).Length > 10));

    [Fact]
    public void Every_source_stands_once_and_its_identifier_is_one()
    {
        var sources = Values(typeof(Sources)).Cast<Source>().ToList();

        Assert.Equal(sources.Count, sources.Select(source => source.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(sources.Where(source => source.Doi is not null), source => Assert.Matches(@"^10\.\d{4,9}/\S+$", source.Doi));
        Assert.All(sources, source => Assert.StartsWith("https://", source.Address, StringComparison.Ordinal));
    }

    private static IEnumerable<object> Values(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)!);

    private static object? Value(object cited) => cited.GetType().GetProperty("Value")!.GetValue(cited);
}
