using KneeLoad.Analysis.Evidence;
using MathNet.Numerics.LinearRegression;

namespace KneeLoad.Analysis.Tests.Evidence;

/// <summary>The population's line of cadence over speed is fitted again from the published means.</summary>
public sealed class CadenceFitTests
{
    private static readonly double[][] Means = PublishedTable.Read("cadence-by-speed.csv");

    [Fact]
    public void The_means_in_the_code_are_the_published_ones()
    {
        var code = new[]
            {
                Published.VanOeverenCadence, Published.HamnerCadence, Published.WillerCadence, Published.LuedkeCadence, Published.PosterCadence,
                Published.LeastEnergyCadence,
            }
            .SelectMany(cited => cited.Value);

        Assert.Equal(Means.Select(mean => (mean[0], mean[1])), code.Select(mean => (mean.Speed.MetresPerSecond, mean.Cadence.StepsPerMinute)));
    }

    [Fact]
    public void The_line_is_their_least_squares_the_cadence_of_least_energy_left_out()
    {
        var usual = Means[..^1];

        var line = SimpleRegression.Fit([.. usual.Select(mean => mean[0])], [.. usual.Select(mean => mean[1])]);

        Assert.Equal(15, usual.Length);
        Assert.Equal(Choices.PopulationIntercept.Value.StepsPerMinute, line.Item1, 0.05);
        Assert.Equal(Choices.PopulationSlope.Value, line.Item2, 0.05);
        Assert.Equal(6.2, Math.Sqrt(usual.Average(mean => Math.Pow(mean[1] - line.Item1 - (line.Item2 * mean[0]), 2))), 0.05);
    }
}
