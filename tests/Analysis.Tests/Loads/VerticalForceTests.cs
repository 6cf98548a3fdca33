using System.Globalization;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Testing;

namespace KneeLoad.Analysis.Tests.Loads;

/// <summary>Peak vertical force against 87 public trials of 37 runners.</summary>
public sealed class VerticalForceTests(ITestOutputHelper output)
{
    private static readonly Trial[] Trials = ReadTrials();

    [Fact]
    public void Leaving_one_runner_out_the_mean_absolute_error_is_at_most_4_percent()
    {
        var errors = Trials.GroupBy(trial => trial.Runner).SelectMany(left =>
        {
            var scale = Trials.Where(trial => trial.Runner != left.Key).Average(trial => trial.Measured / trial.Model);
            return left.Select(trial => (scale * trial.Model / trial.Measured) - 1);
        }).ToArray();

        var mean = errors.Average(Math.Abs);
        var rms = Math.Sqrt(errors.Average(error => error * error));

        output.WriteLine($"{errors.Length} trials: mean absolute error {mean:P1}, rms {rms:P1}");
        Assert.Equal(87, errors.Length);
        Assert.True(mean <= 0.04, $"{mean:P2}");
        Assert.Equal(Published.VerticalForceError.Value.Value, mean, 0.0005);
    }

    [Fact]
    public void The_scale_is_the_mean_of_measured_over_model() =>
        Assert.Equal(Published.VerticalForceScale.Value, Trials.Average(trial => trial.Measured / trial.Model), 0.005);

    [Fact]
    public void Force_follows_from_contact_time_and_cadence_by_hand()
    {
        // 180 steps/min are 3 a second; 1.10 * pi / (2 * 3 * 0.2) = 2.880.
        var force = VerticalForce.PeakBodyWeights(new Cadence(180), 0.2);

        Assert.Equal(2.880, force, 3);
        Assert.Equal(0.3, VerticalForce.DutyFactor(new Cadence(180), 0.2).Value, 12);
    }

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(180, 0)]
    public void Nothing_measured_is_no_argument(double stepsPerMinute, double seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VerticalForce.PeakBodyWeights(new Cadence(stepsPerMinute), seconds));

    private static Trial[] ReadTrials() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Loads", "alcantara-2021.csv"))
            .Where(line => !line.StartsWith('#')).Skip(1)
            .Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())
            .Select(row => new Trial(row[0], row[2], VerticalForce.ModelBodyWeights(new Cadence(60 * row[4]), row[3]))),
    ];

    private sealed record Trial(double Runner, double Measured, double Model);
}
