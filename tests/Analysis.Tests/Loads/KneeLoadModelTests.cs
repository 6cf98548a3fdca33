using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Tests.Loads;

/// <summary>The load formula against the published tables, and at the borders of what they measured.</summary>
public sealed class KneeLoadModelTests(ITestOutputHelper output)
{
    private static readonly CadenceLine Usual = new(129.2, 11.9, IsOwn: false);

    [Fact]
    public void Hagens_published_lines_are_the_least_squares_lines_of_its_table()
    {
        foreach (var line in Published.HagenLines.Value)
        {
            var rows = Published.HagenStressImpulse.Value.Where(row => row.CadenceRatio == line.CadenceRatio).ToArray();

            var (intercept, slope) = MathNet.Numerics.Fit.Line(
                [.. rows.Select(row => row.Speed.KilometresPerHour)],
                [.. rows.Select(row => row.MegapascalSecondsPerKilometre)]);

            output.WriteLine($"cadence x{line.CadenceRatio}: {slope:F2} v + {intercept:F2}, published {line.SlopePerKilometrePerHour} v + {line.Intercept}");
            Assert.Equal(line.SlopePerKilometrePerHour, slope, 0.005);
            Assert.Equal(line.Intercept, intercept, 0.02);
        }
    }

    [Theory]
    [InlineData(0, 0.074)]
    [InlineData(2, -0.037)]
    public void Van_Hoorens_cadence_rows_which_show_almost_no_effect_are_off_as_the_method_page_says(int row, double expected)
    {
        var usual = Usual.At(new Speed(3.33)).StepsPerMinute;
        var published = Published.VanHoorenByCadence.Value;

        var model = KneeLoadModel.RunningLoadPerKilometre(new Speed(3.33), usual / (usual + (10 * (row - 1))), 0, false)
            / KneeLoadModel.RunningLoadPerKilometre(new Speed(3.33), 1, 0, false);

        Assert.Equal(expected, (model / (published[row] / published[1])) - 1, 0.0005);
    }

    [Fact]
    public void One_knee_kilometre_is_a_level_kilometre_at_2_78_metres_a_second_and_usual_cadence()
    {
        Assert.Equal(1, KneeLoadModel.RunningLoadPerKilometre(new Speed(2.78), 1, 0, false), 12);
        Assert.Equal(1, KneeLoadModel.PeakOfStep(new Speed(2.78), 1), 12);
    }

    [Fact]
    public void Load_per_kilometre_falls_with_speed_while_the_peak_of_a_step_rises()
    {
        var (slow, fast) = (new Speed(2.5), new Speed(4.5));

        Assert.True(KneeLoadModel.RunningLoadPerKilometre(slow, 1, 0, false) > KneeLoadModel.RunningLoadPerKilometre(fast, 1, 0, false));
        Assert.True(KneeLoadModel.PeakOfStep(slow, 1) < KneeLoadModel.PeakOfStep(fast, 1));
    }

    [Theory]
    [InlineData(1.0, 2.2)]
    [InlineData(7.0, 5.0)]
    public void Speed_is_held_within_what_was_measured(double speed, double held) =>
        Assert.Equal(
            KneeLoadModel.RunningLoadPerKilometre(new Speed(held), 1, 0, false),
            KneeLoadModel.RunningLoadPerKilometre(new Speed(speed), 1, 0, false));

    [Theory]
    [InlineData(-20, -6)]
    [InlineData(20, 6)]
    public void Gradient_is_held_within_what_was_measured(double degrees, double held) =>
        Assert.Equal(
            KneeLoadModel.RunningLoadPerKilometre(new Speed(3), 1, held, false),
            KneeLoadModel.RunningLoadPerKilometre(new Speed(3), 1, degrees, false));

    [Theory]
    [InlineData(0.5, 0.85)]
    [InlineData(2.0, 1.15)]
    public void Relative_step_length_is_held_within_15_percent(double ratio, double held) =>
        Assert.Equal(
            KneeLoadModel.RunningLoadPerKilometre(new Speed(3), held, 0, false),
            KneeLoadModel.RunningLoadPerKilometre(new Speed(3), ratio, 0, false));

    [Fact]
    public void A_longer_step_weighs_more_at_low_speed()
    {
        double Ratio(double speed) => KneeLoadModel.RunningLoadPerKilometre(new Speed(speed), 1.1, 0, false)
            / KneeLoadModel.RunningLoadPerKilometre(new Speed(speed), 1, 0, false);

        Assert.Equal(Math.Pow(1.1, 1.30), Ratio(2.78), 12);
        Assert.True(Ratio(2.2) > Ratio(2.78) && Ratio(2.78) > Ratio(5.0) && Ratio(5.0) > 1);
    }

    [Fact]
    public void The_interval_of_a_load_lies_about_what_the_laboratories_mean_at_their_own_speed()
    {
        // 5 km at 3.33 m/s with 150 steps/min: only the exponents of speed and of step length differ from the model's.
        var table = new CellTable([new LoadCell(Gait.Run, false, 33, 75, 0, 4995, 1500, 3750)]);
        var logStep = Math.Log(Usual.At(new Speed(3.33)).StepsPerMinute / 150);

        var sums = CellSums.Of(table, Usual);

        var exponent = 1.30 - (1.10 * Math.Log(3.33 / 2.78));
        var middle = sums.Load.Value * Math.Exp((0.86 - exponent) * logStep);
        Assert.Equal(middle, Math.Sqrt(sums.Range.Low.Value * sums.Range.High.Value), 9);
    }

    [Fact]
    public void A_recorded_forefoot_landing_weighs_an_eighth_less()
    {
        var heel = new LoadCell(Gait.Run, false, 30, null, 0, 3000, 1000, 0);

        Assert.Equal(0.875, KneeLoadModel.LoadPerKilometre(heel with { RecordedForefoot = true }, Usual) / KneeLoadModel.LoadPerKilometre(heel, Usual), 12);
    }

    [Fact]
    public void Walking_weighs_the_same_at_any_speed_and_gradient()
    {
        var walk = new LoadCell(Gait.Walk, false, 13, 55, -8, 1300, 1000, 1800);

        Assert.Equal(0.5, KneeLoadModel.LoadPerKilometre(walk, Usual));
        Assert.False(KneeLoadModel.IsExtrapolated(walk));
    }

    [Fact]
    public void A_cells_speed_and_cadence_are_its_own_means_and_its_gradient_the_middle_of_the_bin()
    {
        // 3.04 m/s in bin 30, 171 steps/min in bin 86, downhill bin -2: usual cadence is 165.376, so steps are 3.3 % shorter.
        var cell = new LoadCell(Gait.Run, false, 30, 86, -2, 3040, 1000, 2850);

        var expected = Math.Pow(3.04 / 2.78, -0.78) * Math.Pow(165.376 / 171, 1.30 - (1.10 * Math.Log(3.04 / 2.78))) * Math.Exp(0.0518 + 0.00468);

        Assert.Equal(expected, KneeLoadModel.LoadPerKilometre(cell, Usual), 10);
    }

    [Fact]
    public void Gradient_not_measured_counts_as_level()
    {
        var level = new LoadCell(Gait.Run, false, 30, null, 0, 3000, 1000, 0);

        Assert.Equal(KneeLoadModel.LoadPerKilometre(level, Usual), KneeLoadModel.LoadPerKilometre(level with { GradientBin = null }, Usual));
    }

    [Fact]
    public void The_peak_index_weighs_cells_by_their_steps()
    {
        var slow = new LoadCell(Gait.Run, false, 25, 80, 0, 2500, 1000, 3000);
        var fast = new LoadCell(Gait.Run, false, 40, 90, 0, 400, 100, 300);
        var walk = new LoadCell(Gait.Walk, false, 12, 55, 0, 1200, 1000, 1800);

        var index = KneeLoadModel.PeakIndexOf(new([slow, fast, walk]), Usual);

        var expected = ((3000 * Math.Sqrt(2.5 / 2.78) * Math.Pow(158.95 / 180, 1.83)) + (300 * Math.Sqrt(4 / 2.78) * Math.Pow(176.8 / 180, 1.83))) / 3300;
        Assert.Equal(expected, index!.Value, 10);
    }

    [Fact]
    public void A_whole_run_weighs_what_its_cells_weigh_one_by_one()
    {
        // More cells than one block holds, beyond every border of the formula.
        LoadCell[] cells =
        [
            .. from gait in new[] { Gait.Run, Gait.Walk }
               from speed in Enumerable.Range(8, 50)
               from gradient in new int?[] { null, -9, -2, 0, 3 }
               select new LoadCell(gait, speed % 3 == 0, speed, speed % 4 == 0 ? null : 75 + (speed % 20), gradient, 7 * speed, 70, 180 + speed),
        ];

        var load = KneeLoadModel.LoadOf(new([.. cells]), Usual);
        var peak = KneeLoadModel.PeakIndexOf(new([.. cells]), Usual);

        var running = cells.Where(cell => cell.Gait == Gait.Run)
            .Select(cell => (Steps: cell.Cadence is null ? Usual.At(cell.Speed).StepsPerMinute * cell.Seconds / 60 : cell.Steps,
                Peak: KneeLoadModel.PeakOfStep(cell.Speed, cell.RelativeStepLength(Usual)))).ToArray();
        Assert.Equal(cells.Sum(cell => KneeLoadModel.LoadPerKilometre(cell, Usual) * cell.Metres / 1000), load.Value, 9);
        Assert.Equal(running.Sum(cell => cell.Steps * cell.Peak) / running.Sum(cell => cell.Steps), peak!.Value, 9);
    }

    [Fact]
    public void Without_running_there_is_no_peak_index() =>
        Assert.Null(KneeLoadModel.PeakIndexOf(new([new LoadCell(Gait.Walk, false, 12, 55, 0, 1200, 1000, 1800)]), Usual));

    [Fact]
    public void The_population_line_is_the_fit_to_15_published_means()
    {
        var means = new[]
        {
            Published.VanOeverenCadence, Published.HamnerCadence, Published.WillerCadence, Published.LuedkeCadence, Published.PosterCadence,
        }.SelectMany(study => study.Value).ToArray();

        var (intercept, slope) = MathNet.Numerics.Fit.Line(
            [.. means.Select(mean => mean.Speed.MetresPerSecond)], [.. means.Select(mean => mean.Cadence.StepsPerMinute)]);
        var spread = Math.Sqrt(means.Average(mean => Math.Pow(mean.Cadence.StepsPerMinute - Usual.At(mean.Speed).StepsPerMinute, 2)));

        Assert.Equal(15, means.Length);
        Assert.Equal(Choices.PopulationIntercept.Value.StepsPerMinute, intercept, 0.05);
        Assert.Equal(Choices.PopulationSlope.Value, slope, 0.05);
        Assert.Equal(6.2, spread, 0.05);
    }
}
