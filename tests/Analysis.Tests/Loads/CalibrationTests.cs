using KneeLoad.Analysis.Loads;

namespace KneeLoad.Analysis.Tests.Loads;

/// <summary>The load formula against the published tables, row by row.</summary>
public sealed class CalibrationTests(ITestOutputHelper output)
{
    [Fact]
    public void With_a_free_scale_for_each_study_the_24_rows_lie_within_3_3_and_8_2_percent() =>
        Judge(Calibration.FreeScale, rms: 0.033, worst: 0.082);

    [Fact]
    public void Against_the_reference_condition_of_each_study_the_24_rows_lie_within_4_1_and_9_9_percent() =>
        Judge(Calibration.SingleReference, rms: 0.041, worst: 0.099);

    [Fact]
    public void A_row_follows_by_hand_from_the_reference_row_of_its_study()
    {
        // Hagen's 12 km/h at 10 % more steps: 366.64, from 470.14 at 10 km/h (2.7778 m/s).
        var row = Calibration.SingleReference.Rows.Single(one => one.Published.MegapascalSecondsPerKilometre is 366.64);

        var expected = 470.14 * Math.Pow(12.0 / 10, -0.78) * Math.Pow(1 / 1.1, 1.30 - (1.10 * Math.Log(12 / 3.6 / 2.78)));

        Assert.Equal(expected, row.ModelMegapascalSecondsPerKilometre, 6);
        Assert.Equal((expected / 366.64) - 1, row.Deviation.Value, 9);
    }

    [Fact]
    public void The_reference_row_of_each_study_deviates_by_nothing() =>
        Assert.Equal(
            [470.14, 787],
            Calibration.SingleReference.Rows.Where(row => Math.Abs(row.Deviation.Value) < 1e-12).Select(row => row.Published.MegapascalSecondsPerKilometre));

    [Fact]
    public void Two_laboratories_differ_by_67_percent() =>
        Assert.Equal(67, Calibration.LaboratoriesDifferBy.Percent, 0.5);

    private void Judge(Calibration calibration, double rms, double worst)
    {
        foreach (var row in calibration.Rows)
        {
            output.WriteLine(
                $"{row.Study.Id} {row.Published.Speed.MetresPerSecond:F2} m/s {row.Published.GradientDegrees,3} deg cadence x{row.Published.CadenceRatio:F1}: "
                + $"published {row.Published.MegapascalSecondsPerKilometre,6:F2}, model {row.ModelMegapascalSecondsPerKilometre,6:F2}, "
                    + $"{row.Deviation.Value,7:P1}");
        }

        output.WriteLine($"{calibration.Rows.Count} rows: rms {calibration.RootMeanSquare.Percent:F2} %, worst {calibration.Worst.Percent:F2} %");
        Assert.Equal(24, calibration.Rows.Count);
        Assert.InRange(calibration.RootMeanSquare.Value, 0, rms);
        Assert.InRange(calibration.Worst.Value, 0, worst);
    }

    [Fact]
    public void The_rows_deviate_by_3_2_percent_in_the_mean_square_and_by_8_1_at_the_worst_as_the_choice_says()
    {
        Assert.Equal(0.032, Calibration.FreeScale.RootMeanSquare.Value, 0.0006);
        Assert.Equal(0.081, Calibration.FreeScale.Worst.Value, 0.0006);
    }
}
