using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using MathNet.Numerics.LinearRegression;

namespace KneeLoad.Analysis.Tests.Evidence;

/// <summary>Each constant of the load formula that is a fit is fitted again from the published tables.</summary>
public sealed class LoadFitTests(ITestOutputHelper output)
{
    private const double Reference = 2.78;

    private static readonly Row[] Hagen =
        [.. PublishedTable.Read("hagen-2023.csv").Select(row => new Row(IsHagen: true, row[0] / 3.6, 0, 1 / row[1], row[2]))];

    private static readonly Row[] VanHooren =
        [.. PublishedTable.Read("van-hooren-2024.csv").Select(row => new Row(IsHagen: false, row[0], row[1], 1, row[2]))];

    private static readonly Row[] All = [.. Hagen, .. VanHooren];

    [Fact]
    public void The_tables_in_the_code_are_the_published_ones()
    {
        Assert.Equal(
            Hagen.Select(row => (row.Speed, row.Value)).Order(),
            Published.HagenStressImpulse.Value.Select(row => (row.Speed.MetresPerSecond, row.MegapascalSecondsPerKilometre)).Order());
        Assert.Equal(
            VanHooren.Select(row => (row.Speed, row.Gradient, row.Value)),
            Published.VanHoorenStressImpulse.Value.Select(row => (row.Speed.MetresPerSecond, row.GradientDegrees, row.MegapascalSecondsPerKilometre)));
    }

    [Fact]
    public void Speed_step_length_their_product_and_slope_are_a_joint_fit_with_one_scale_a_study()
    {
        var fit = Fit(All, Crossed);

        output.WriteLine(fit.ToString());
        Assert.Equal(Choices.SpeedExponent.Value, fit.Terms[0], 0.011);
        Assert.Equal(Choices.StepLengthExponent.Value, fit.Terms[1], 0.01);
        Assert.Equal(Choices.StepLengthBySpeed.Value, fit.Terms[2], 0.01);
        Assert.Equal(Choices.GradientSlope.Value, fit.Terms[3], 0.0001);
        Assert.InRange(fit.Rms, 0.031, 0.0315);
    }

    [Fact]
    public void The_curve_of_the_gradient_is_a_fit_of_four_rows_to_the_level_one_and_no_part_of_the_joint_fit()
    {
        var level = VanHooren.Single(row => row is { Speed: Reference, Gradient: 0 }).Value;
        var slopes = VanHooren.Where(row => row.Gradient is not 0).ToArray();

        var own = MultipleRegression.QR(
            [.. slopes.Select(row => new[] { row.Gradient, row.Gradient * row.Gradient })],
            [.. slopes.Select(row => Math.Log(row.Value / level))]);
        var joint = Fit(All, row => [LogSpeed(row), LogStep(row), row.Gradient, row.Gradient * row.Gradient]);

        Assert.Equal(Choices.GradientCurve.Value, own[1], 0.000005);
        Assert.Equal(Choices.GradientSlope.Value, own[0], 0.0001);
        Assert.Equal(0.0003, joint.Terms[3], 0.00005);
    }

    [Fact]
    public void With_a_step_length_that_weighs_more_at_low_speed_the_joint_deviation_falls()
    {
        var plain = Fit(All, row => [LogSpeed(row), LogStep(row), row.Gradient, row.Gradient * row.Gradient]);
        var crossed = Fit(All, Crossed);

        output.WriteLine($"{plain}\n{crossed}");
        Assert.InRange(plain.Rms, 0.035, 0.037);
        Assert.True(crossed.Rms < plain.Rms && crossed.Worst < plain.Worst);
    }

    [Theory]
    [InlineData(8, 1.50)]
    [InlineData(16, 0.72)]
    public void At_the_slowest_and_the_fastest_speed_the_power_of_step_length_is_near_that_of_Hagens_rows_alone(double kilometresPerHour, double own)
    {
        var rows = Hagen.Where(row => Math.Abs((row.Speed * 3.6) - kilometresPerHour) < 1e-6).ToArray();

        var measured = MultipleRegression.QR([.. rows.Select(row => new[] { LogStep(row), 1 })], [.. rows.Select(row => Math.Log(row.Value))])[0];

        Assert.Equal(own, measured, 0.01);
        Assert.Equal(measured, KneeLoadModel.StepLengthExponentAt(LogSpeed(rows[0])), 0.08);
    }

    [Fact]
    public void Four_laboratories_give_four_exponents_of_step_length()
    {
        var hagen = MultipleRegression.QR([.. Hagen.Select(row => new[] { LogSpeed(row), LogStep(row), 1 })], [.. Hagen.Select(row => Math.Log(row.Value))])[1];
        var usual = Choices.PopulationIntercept.Value.StepsPerMinute + (Choices.PopulationSlope.Value * 3.33);
        var vanHooren = MultipleRegression.QR(
            [[Math.Log(usual / (usual - 10)), 1], [0, 1], [Math.Log(usual / (usual + 10)), 1]],
            [.. Published.VanHoorenByCadence.Value.Select(Math.Log)])[0];
        var (longer, shorter) = (Published.StepLengthLoad.Value.Longer.Value, Published.StepLengthLoad.Value.Shorter.Value);
        var willson2014 = (Exponent(1 + longer, 1.1) + Exponent(1 + shorter, 0.9)) / 2;
        var middle = (Published.ShorterStepsLoad.Value.Least.Value + Published.ShorterStepsLoad.Value.Most.Value) / 2;
        var willson2015 = Exponent(1 + middle, 0.9);
        double[] laboratories = [hagen, willson2014, willson2015, vanHooren];

        output.WriteLine(string.Join(", ", laboratories.Select(one => $"{one:F2}")));
        Assert.Equal([1.14, 1.06, 1.05, 0.18], laboratories.Select(one => Math.Round(one, 2)));
        Assert.Equal(0.86, laboratories.Average(), 0.005);
        Assert.Equal(0.45, Deviation(laboratories), 0.005);
    }

    [Fact]
    public void Four_laboratories_give_four_exponents_of_speed()
    {
        var hagen = Slope(Hagen.Where(row => row.Step is 1));
        var vanHooren = Slope(VanHooren.Where(row => row.Gradient is 0));
        var petersen = Exponent(Published.SlowOverFastLoad.Value, 8.02 / 15.78);
        var doyle = (Exponent(1 + Published.FasterRunningLoad.Value.ToMiddle.Value, 3.1 / 2.5)
            + Exponent(1 + Published.FasterRunningLoad.Value.ToFast.Value, 4.2 / 2.5)) / 2;
        double[] laboratories = [hagen, vanHooren, petersen, doyle];

        output.WriteLine(string.Join(", ", laboratories.Select(one => $"{one:F2}")));
        Assert.Equal([-0.85, -0.59, -0.87, -0.74], laboratories.Select(one => Math.Round(one, 2)));
        Assert.InRange(laboratories.Average(), Choices.SpeedExponent.Value - 0.02, Choices.SpeedExponent.Value + 0.02);
        Assert.Equal(0.13, Deviation(laboratories), 0.005);
    }

    [Fact]
    public void The_peak_of_a_step_lies_among_the_published_changes()
    {
        var (least, most) = (Published.FasterRunningPeak.Value.Least.Value, Published.FasterRunningPeak.Value.Most.Value);
        double[] bySpeed = [Exponent(1 + least, 3.1 / 2.5), Exponent(1 + most, 4.2 / 2.5)];
        double[] byStep =
        [
            Exponent(1 + Published.KneecapForceAtFasterSteps.Value.Value, 1 / (1 + Published.FasterSteps.Value.Value)),
            Exponent(1 + Published.StepLengthPeak.Value.Longer.Value, 1.1),
            Exponent(1 + Published.StepLengthPeak.Value.Shorter.Value, 0.9),
        ];

        Assert.InRange(Choices.PeakSpeedExponent.Value, bySpeed.Min(), bySpeed.Max());
        Assert.InRange(Choices.PeakStepLengthExponent.Value, byStep.Min(), byStep.Max());
    }

    private static double[] Crossed(Row row) => [LogSpeed(row), LogStep(row), LogSpeed(row) * LogStep(row), row.Gradient, row.Gradient * row.Gradient];

    private static double LogSpeed(Row row) => Math.Log(row.Speed / Reference);

    private static double LogStep(Row row) => Math.Log(row.Step);

    private static double Exponent(double change, double ratio) => Math.Log(change) / Math.Log(ratio);

    private static double Slope(IEnumerable<Row> rows)
    {
        Row[] some = [.. rows];
        return MultipleRegression.QR([.. some.Select(row => new[] { LogSpeed(row), 1 })], [.. some.Select(row => Math.Log(row.Value))])[0];
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    private static FitResult Fit(Row[] rows, Func<Row, double[]> terms)
    {
        double[][] columns = [.. rows.Select(row => new[] { row.IsHagen ? 1.0 : 0, row.IsHagen ? 0 : 1.0 }.Concat(terms(row)).ToArray())];
        var found = MultipleRegression.QR(columns, [.. rows.Select(row => Math.Log(row.Value))]);
        double[] deviations = [.. rows.Select((row, i) => (Math.Exp(columns[i].Zip(found, (a, b) => a * b).Sum()) / row.Value) - 1)];
        return new(found[2..], Math.Sqrt(deviations.Average(one => one * one)), deviations.Max(Math.Abs));
    }

    private sealed record Row(bool IsHagen, double Speed, double Gradient, double Step, double Value);

    private sealed record FitResult(double[] Terms, double Rms, double Worst)
    {
        public override string ToString() => $"{string.Join(", ", Terms.Select(term => $"{term:F5}"))}; rms {Rms:P2}, worst {Worst:P1}";
    }
}
