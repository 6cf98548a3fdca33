using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Loads;

namespace KneeLoad.Analysis.Tests.Loads;

public sealed class CellSumsTests
{
    private static readonly CadenceLine Usual = new(129.2, 11.9, IsOwn: false);

    // The reference condition: 2.78 m/s, level, cadence not measured.
    private static readonly LoadCell Reference = new(Gait.Run, false, 28, null, 0, 2780, 1000, 0);

    [Fact]
    public void A_run_without_cells_has_no_load_and_no_peak() =>
        Assert.Equal(new CellSums(new(0), null, new(0), new(new(0), new(0))), CellSums.Of(CellTable.Empty, Usual));

    [Fact]
    public void Missing_cells_are_a_bug()
    {
        Assert.Throws<ArgumentNullException>("cells", () => KneeLoadModel.LoadOf(null!, Usual));
        Assert.Throws<ArgumentNullException>("cells", () => KneeLoadModel.PeakIndexOf(null!, Usual));
        Assert.Throws<ArgumentNullException>("cells", () => CadenceBand.Of(null!));
    }

    [Fact]
    public void At_the_reference_condition_a_kilometre_is_a_knee_kilometre_for_every_laboratory()
    {
        var sums = CellSums.Of(new([Reference]), Usual);

        Assert.Equal(2.78, sums.Load.Value, 12);
        Assert.Equal(1, sums.PeakIndex!.Value, 12);
        Assert.Equal(2780, sums.Covered.Metres);
        Assert.Equal((2.78, 2.78), (Math.Round(sums.Range.Low.Value, 12), Math.Round(sums.Range.High.Value, 12)));
    }

    [Fact]
    public void A_walk_has_half_a_knee_kilometre_a_kilometre_no_peak_and_the_interval_of_walking()
    {
        var sums = CellSums.Of(new([new LoadCell(Gait.Walk, false, 14, 55, -8, 2000, 1400, 2500)]), Usual);

        Assert.Equal((1.0, null, 2000), (sums.Load.Value, sums.PeakIndex, sums.Covered.Metres));
        Assert.Equal((0.6, 1.2), (Math.Round(sums.Range.Low.Value, 12), Math.Round(sums.Range.High.Value, 12)));
    }

    [Fact]
    public void Loads_add_up_and_the_peak_is_the_mean_by_steps()
    {
        // At twice the speed the peak is its square root: 2.0 m/s more than the reference would do; here 2.78 and 4.4 m/s.
        var fast = new LoadCell(Gait.Run, false, 44, null, 0, 4400, 1000, 0);

        var sums = CellSums.Of(new([Reference, fast]), Usual);

        var (slowSteps, fastSteps) = ((129.2 + (11.9 * 2.78)) / 60 * 1000, (129.2 + (11.9 * 4.4)) / 60 * 1000);
        Assert.Equal(2.78 + (4.4 * Math.Pow(4.4 / 2.78, -0.78)), sums.Load.Value, 9);
        Assert.Equal((slowSteps + (fastSteps * Math.Sqrt(4.4 / 2.78))) / (slowSteps + fastSteps), sums.PeakIndex!.Value, 9);
        Assert.Equal(7180, sums.Covered.Metres);
    }

    [Fact]
    public void Counted_steps_weigh_the_peak_where_there_are_any()
    {
        // Both at the usual cadence of their speed, one of them counted twice as long.
        var usual = 129.2 + (11.9 * 2.78);
        var counted = Reference with { CadenceBin = 81, Metres = 5560, Seconds = 2000, Steps = usual / 60 * 2000 };
        var fast = new LoadCell(Gait.Run, false, 44, null, 0, 4400, 1000, 0);

        var sums = CellSums.Of(new([counted, fast]), Usual);

        var fastSteps = (129.2 + (11.9 * 4.4)) / 60 * 1000;
        Assert.Equal((counted.Steps + (fastSteps * Math.Sqrt(4.4 / 2.78))) / (counted.Steps + fastSteps), sums.PeakIndex!.Value, 9);
    }

    [Theory]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(300)]
    public void Any_number_of_cells_gives_the_sum_of_each_by_itself(int count)
    {
        LoadCell[] cells =
        [
            .. Enumerable.Range(0, count).Select(i => new LoadCell(
                i % 7 == 0 ? Gait.Walk : Gait.Run, i % 5 == 0, 15 + (i % 45), i % 3 == 0 ? null : 70 + (i % 20), (i % 19) - 9,
                100 + i, 40 + (i % 30), i % 3 == 0 ? 0 : 100 + i)),
        ];

        var sums = CellSums.Of(new([.. cells]), Usual);

        Assert.Equal(cells.Sum(cell => KneeLoadModel.LoadPerKilometre(cell, Usual) * cell.Metres) / 1000, sums.Load.Value, 9);
        Assert.Equal(cells.Sum(cell => cell.Metres), sums.Covered.Metres, 9);
        var steps = cells.Where(cell => cell.Gait == Gait.Run)
            .Select(cell => (Weight: cell.CadenceBin is null ? Usual.At(cell.Speed).StepsPerMinute / 60 * cell.Seconds : cell.Steps, Cell: cell))
            .ToList();
        Assert.Equal(
            steps.Sum(step => step.Weight * KneeLoadModel.PeakOfStep(step.Cell.Speed, step.Cell.RelativeStepLength(Usual))) / steps.Sum(step => step.Weight),
            sums.PeakIndex!.Value,
            9);
    }

    [Theory]
    [InlineData(21, 0, true)]
    [InlineData(22, 0, false)]
    [InlineData(50, 0, false)]
    [InlineData(51, 0, true)]
    [InlineData(30, 6, false)]
    [InlineData(30, -6, false)]
    [InlineData(30, 7, true)]
    [InlineData(30, -7, true)]
    public void Beyond_what_was_measured_the_interval_is_a_quarter_wider_to_either_side(int speedBin, int gradientBin, bool isBeyond)
    {
        var cell = new LoadCell(Gait.Run, false, speedBin, null, gradientBin, 100 * speedBin, 1000, 0);

        Assert.Equal(isBeyond, KneeLoadModel.IsExtrapolated(cell));
        Assert.False(KneeLoadModel.IsExtrapolated(cell with { Gait = Gait.Walk }));

        // What lies between the laboratories is the speed alone: a normal exponent of deviation 0.13.
        var sums = CellSums.Of(new([cell]), Usual);
        var logSpeed = Math.Log(Math.Clamp(speedBin / 10.0, 2.2, 5.0) / 2.78);
        var beyond = isBeyond ? 0.25 * sums.Load.Value : 0;
        Assert.Equal((sums.Load.Value * Math.Exp(-1.959964 * 0.13 * Math.Abs(logSpeed))) - beyond, sums.Range.Low.Value, 5);
        Assert.Equal((sums.Load.Value * Math.Exp(1.959964 * 0.13 * Math.Abs(logSpeed))) + beyond, sums.Range.High.Value, 5);
    }
}
