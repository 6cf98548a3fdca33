using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Analysis.Gradients;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Analysis.Tests.Gradients;

/// <summary>Ascent and descent count hills and leave the sensor's wandering out.</summary>
public sealed class ClimbTests
{
    [Fact]
    public void A_hill_counts_once_up_and_once_down()
    {
        var climb = Climb.BetweenTurns([0, 10, 20, 30, 20, 10, 5], 2);

        Assert.Equal(30, climb.Ascent.Metres);
        Assert.Equal(25, climb.Descent.Metres);
    }

    [Fact]
    public void Turns_below_the_threshold_are_part_of_the_hill()
    {
        var climb = Climb.BetweenTurns([0, 5, 4, 10, 9, 15, 14.5, 0], 2);

        Assert.Equal(15, climb.Ascent.Metres);
        Assert.Equal(15, climb.Descent.Metres);
    }

    [Fact]
    public void Wandering_below_the_threshold_is_no_climb()
    {
        double[] flat = [.. Enumerable.Range(0, 1000).Select(i => 100 + Math.Sin(i))];

        Assert.Equal(default, Climb.BetweenTurns(flat, 2.1));
        Assert.Equal(default, Climb.BySteps(flat, 2.1));
    }

    [Fact]
    public void Steps_count_once_they_reach_the_threshold()
    {
        var climb = Climb.BySteps([100, 101, 102, 101, 104, 103, 100], 2);

        Assert.Equal(4, climb.Ascent.Metres);
        Assert.Equal(4, climb.Descent.Metres);
    }

    [Fact]
    public void Ascent_less_descent_is_the_gain_in_height_to_within_two_thresholds() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat[]>(), values =>
        {
            double[] altitude = [.. (values ?? []).Select(value => value.Get % 500)];
            if (altitude.Length == 0)
            {
                return true;
            }

            var gain = altitude[^1] - altitude[0];
            return new[] { Climb.BetweenTurns(altitude, 2), Climb.BySteps(altitude, 2) }
                .All(climb => Math.Abs(climb.Ascent.Metres - climb.Descent.Metres - gain) <= 4 + 1e-6);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_recording_of_every_second_and_a_thinned_one_agree()
    {
        static double Hills(double s) => 100 + (20 * Math.Sin(s / 120));

        var dense = MadeActivity.Lasting(3600).Speed(3).Field(RecordField.EnhancedAltitude, Hills).Analyse().Metrics;
        var thin = MadeActivity.At([.. Enumerable.Range(0, 901).Select(i => 4.0 * i)]).Speed(3).Field(RecordField.EnhancedAltitude, Hills).Analyse().Metrics;

        Assert.Equal(dense.Ascent!.Value.Metres, thin.Ascent!.Value.Metres, 0.05 * dense.Ascent.Value.Metres);
    }

    [Fact]
    public void A_device_that_holds_its_altitude_has_every_step_counted()
    {
        // It moves by a metre and stays: 5 up, 5 down.
        var run = MadeActivity.At([.. Enumerable.Range(0, 300).Select(i => 5.0 * i)]).Speed(3)
            .Field(RecordField.EnhancedAltitude, s => 100 + Math.Min(Math.Floor(s / 100), 14 - Math.Floor(s / 100))).Analyse().Metrics;

        Assert.Equal(7, run.Ascent!.Value.Metres, 9);
        Assert.Equal(7, run.Descent!.Value.Metres, 9);
    }

    [Fact]
    public void A_coarse_sensor_that_moves_with_every_record_is_not_taken_for_a_held_altitude()
    {
        // Whole metres to and fro on flat ground.
        var run = MadeActivity.At([.. Enumerable.Range(0, 300).Select(i => 5.0 * i)]).Speed(3)
            .Field(RecordField.EnhancedAltitude, s => 100 + (s / 5 % 2)).Analyse().Metrics;

        Assert.Equal(0, run.Ascent!.Value.Metres, 9);
    }

    [Fact]
    public void Small_hills_count_where_altitude_is_calm_and_not_where_it_wanders()
    {
        // Nine whole hills of 1.8 m in smart recording, once smooth and once with 0.1 m to and fro on top.
        static double Hills(double s) => 100 + (0.9 * Math.Sin(2 * Math.PI * s / 400));
        double[] times = [.. Enumerable.Range(0, 1001).Select(i => 4.0 * i)];

        var calm = MadeActivity.At(times).Speed(3).Field(RecordField.EnhancedAltitude, Hills).Analyse().Metrics;
        var restless = MadeActivity.At(times).Speed(3).Field(RecordField.EnhancedAltitude, s => Hills(s) + (s / 4 % 2 * 0.1)).Analyse().Metrics;

        Assert.Equal(9 * 1.8, calm.Ascent!.Value.Metres, 0.1);
        Assert.Equal(0, restless.Ascent!.Value.Metres, 9);
    }

    [Theory]
    [InlineData(5, 30)]
    [InlineData(6, 0)]
    public void A_slope_goes_on_across_a_timer_that_stops_for_a_moment(int seconds, double descent)
    {
        // 30 m down while the timer stood, on flat ground before and after.
        var run = MadeActivity.At([.. Enumerable.Range(0, 600).Select(i => i < 300 ? i : i + seconds - 1.0)]).Speed(3)
            .Field(RecordField.EnhancedAltitude, s => s < 300 ? 130 : 100)
            .Pause(299.2, 298.8 + seconds).Analyse().Metrics;

        Assert.Equal(descent, run.Descent!.Value.Metres, 0.5);
    }
}
