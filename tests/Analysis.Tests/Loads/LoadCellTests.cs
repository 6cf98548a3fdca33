using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Tests.Loads;

public sealed class LoadCellTests
{
    // 3 m/s for 1000 s with 2750 steps: 165 a minute.
    private static readonly LoadCell Cell = new(Gait.Run, false, 30, 82, 0, 3000, 1000, 2750);

    // 120 + 15 v: 165 at 3 m/s.
    private static readonly CadenceLine Usual = new(120, 15, IsOwn: true);

    [Fact]
    public void Speed_and_cadence_are_those_of_its_sums_and_not_of_its_bins()
    {
        Assert.Equal((new Speed(3), new Cadence(165)), (Cell.Speed, Cell.Cadence));
        Assert.Equal(new Speed(0), (Cell with { Seconds = 0 }).Speed);
        Assert.Null((Cell with { Seconds = 0 }).Cadence);
        Assert.Null((Cell with { CadenceBin = null }).Cadence);
    }

    [Theory]
    [InlineData(Gait.Run, 0, true)]
    [InlineData(Gait.Run, 1, false)]
    [InlineData(Gait.Run, -1, false)]
    [InlineData(Gait.Run, null, false)]
    [InlineData(Gait.Walk, 0, false)]
    public void Level_running_is_running_on_ground_that_was_measured_to_be_level(Gait gait, int? gradient, bool isLevel) =>
        Assert.Equal(isLevel, (Cell with { Gait = gait, GradientBin = gradient }).IsLevelRunning);

    // Usual 165: with 150 steps they are a tenth longer. Below 130 a count is not believed, between 130 and 140 by degrees.
    [Theory]
    [InlineData(165, 1.0)]
    [InlineData(150, 1.1)]
    [InlineData(220, 0.75)]
    [InlineData(140, 165.0 / 140)]
    [InlineData(135, 1 + (0.5 * ((165.0 / 135) - 1)))]
    [InlineData(130, 1.0)]
    [InlineData(80, 1.0)]
    public void Steps_are_longer_by_usual_cadence_over_cadence_as_far_as_it_is_believed(double stepsPerMinute, double ratio) =>
        Assert.Equal(ratio, (Cell with { Steps = stepsPerMinute * 1000 / 60 }).RelativeStepLength(Usual), 12);

    [Fact]
    public void Without_a_cadence_steps_are_as_long_as_usual()
    {
        Assert.Equal(1, (Cell with { CadenceBin = null }).RelativeStepLength(Usual));
        Assert.Equal(1, (Cell with { Steps = 0 }).RelativeStepLength(Usual));
        Assert.Equal(1, (Cell with { Seconds = 0 }).RelativeStepLength(Usual));
    }
}
