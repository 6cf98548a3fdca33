using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>Means of what sensors recorded: weighted by time, fillers left out.</summary>
public sealed class RunDynamicsTests
{
    [Fact]
    public void Means_are_weighted_by_time()
    {
        // The first record stands for 1 s, the second for 9 s, the last for none.
        var run = MadeActivity.At(0, 1, 10).Speed(3).Field(RecordField.HeartRate, [100, 150, 200]).Analyse();

        Assert.Equal(145, run.Metrics.HeartRate!.Value.BeatsPerMinute, 9);
    }

    [Fact]
    public void Fillers_are_left_out()
    {
        var run = MadeActivity.Lasting(600).Speed(3).Cadence(s => s % 2 == 0 ? 170 : 0)
            .Field(RecordField.StanceTime, s => s % 3 == 0 ? 0 : 240)
            .Field(RecordField.StanceTimeBalance, s => s % 3 == 0 ? 0 : 50.5)
            .Field(RecordField.VerticalOscillation, s => s % 3 == 0 ? 0 : 88)
            .Field(RecordField.StepLength, s => s % 3 == 0 ? 0 : 1060)
            .Field(RecordField.HeartRate, s => s % 3 == 0 ? 0 : 150)
            .Analyse().Metrics;

        Assert.Equal(170, run.Cadence!.Value.StepsPerMinute, 9);
        Assert.Equal(240, run.ContactTimeMs!.Value, 9);
        Assert.Equal(50.5, run.ContactBalancePercent!.Value, 9);
        Assert.Equal(88, run.VerticalOscillationMm!.Value, 9);
        Assert.Equal(1.06, run.StepLength!.Value.Metres, 9);
        Assert.Equal(150, run.HeartRate!.Value.BeatsPerMinute, 9);
    }

    [Fact]
    public void A_column_of_fillers_was_not_measured()
    {
        var run = MadeActivity.Lasting(600).Speed(3).Cadence(170)
            .Field(RecordField.StanceTime, 0).Field(RecordField.StanceTimeBalance, 0).Field(RecordField.VerticalOscillation, 0)
            .Analyse().Metrics;

        Assert.Null(run.ContactTimeMs);
        Assert.Null(run.ContactBalancePercent);
        Assert.Null(run.VerticalOscillationMm);
        Assert.Null(run.DutyFactor);
        Assert.Null(run.PeakVerticalForceBodyWeights);
        Assert.Equal(FootStrikeSource.None, run.FootStrike.Source);
    }

    [Fact]
    public void Contact_time_of_a_pod_serves_where_the_watch_has_none()
    {
        var run = MadeActivity.Lasting(600).Speed(3).Cadence(180)
            .Developer("Ground Time", _ => 200, "Milliseconds", RecordField.StanceTime)
            .Developer("Vertical Oscillation", _ => 7.5, "Centimeters", RecordField.VerticalOscillation)
            .Analyse().Metrics;

        Assert.Equal(200, run.ContactTimeMs!.Value, 9);
        Assert.Equal(75, run.VerticalOscillationMm!.Value, 9);
        Assert.Equal(0.3, run.DutyFactor!.Value.Value, 9);
        Assert.Equal(2.880, run.PeakVerticalForceBodyWeights!.Value, 3);
    }

    [Fact]
    public void A_step_without_flight_is_no_running_step()
    {
        var run = MadeActivity.Lasting(600).Speed(3).Cadence(150).Field(RecordField.StanceTime, 400).Analyse().Metrics;

        Assert.Null(run.DutyFactor);
        Assert.Null(run.PeakVerticalForceBodyWeights);
    }

    [Fact]
    public void Without_a_sensor_step_length_is_metres_over_steps()
    {
        var run = MadeActivity.Lasting(600).Speed(3).Cadence(180).Analyse().Metrics;

        Assert.Equal(1, run.StepLength!.Value.Metres, 9);
    }

    [Theory]
    [InlineData("FS")]
    [InlineData("Footstrike Type")]
    [InlineData("FootStrike_Left")]
    public void A_recorded_foot_strike_is_knowledge(string name)
    {
        // A quarter of the records on the heel, a quarter mid, a quarter fore, a quarter fillers.
        var run = MadeActivity.Lasting(800).Speed(3).Cadence(180).Developer(name, s => (s % 4) switch { 0 => 6, 1 => 10, 2 => 11, _ => 0 }).Analyse();

        Assert.Equal(FootStrikeSource.Sensor, run.Metrics.FootStrike.Source);
        Assert.Equal(1 / 3.0, run.Metrics.FootStrike.HeelShare!.Value.Value, 3);
        Assert.Equal(1800, run.Metrics.FootStrike.RecordedSteps, 1.0);
        Assert.Equal(200, run.Cells.Cells.Where(cell => cell.RecordedForefoot).Sum(cell => cell.Seconds), 3);
    }

    [Fact]
    public void A_column_without_a_name_tells_no_foot_strike()
    {
        var run = MadeActivity.Lasting(800).Speed(3).Cadence(180).Developer("", _ => 12).Analyse();

        Assert.Equal(FootStrikeSource.None, run.Metrics.FootStrike.Source);
        Assert.DoesNotContain(run.Cells.Cells, cell => cell.RecordedForefoot);
    }

    [Fact]
    public void Each_foot_counts_for_half()
    {
        var run = MadeActivity.Lasting(800).Speed(3).Cadence(180).Developer("Footstrike L", _ => 3).Developer("Footstrike R", _ => 13).Analyse();

        Assert.Equal(0.5, run.Metrics.FootStrike.HeelShare!.Value.Value, 9);
        // The mean of 3 and 13 is a midfoot landing.
        Assert.DoesNotContain(run.Cells.Cells, cell => cell.RecordedForefoot);
    }

    [Fact]
    public void With_contact_time_and_cadence_there_is_a_guess_within_the_published_range()
    {
        var grounded = Guess(contactMilliseconds: 290);
        var aerial = Guess(contactMilliseconds: 190);

        Assert.Equal(FootStrikeSource.Guess, grounded.Source);
        Assert.Equal(Certainty.D, grounded.Certainty);
        Assert.Equal(0, grounded.RecordedSteps);
        Assert.True(grounded.HeelShare > aerial.HeelShare);
        Assert.All([grounded, aerial], guess => Assert.InRange(
            guess.HeelShare!.Value.Value, Published.FewestHeelStrikers.Value.Value, Published.MostHeelStrikers.Value.Value));
    }

    private static FootStrike Guess(double contactMilliseconds) =>
        MadeActivity.Lasting(600).Speed(3).Cadence(165).Field(RecordField.StanceTime, contactMilliseconds).Analyse().Metrics.FootStrike;
}
