using KneeLoad.Web.Data.Formats;
using KneeLoad.Web.Features.Runs;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Runs;

public sealed class SplitsTests
{
    [Fact]
    public void A_steady_run_is_cut_at_each_kilometre_between_its_records()
    {
        var traces = Steady(seconds: 840, metresPerSecond: 3);

        var splits = Splits.Of(traces, 1000);

        Assert.Equal([1000, 1000, 520], splits.Select(split => Math.Round(split.Length.Metres, 6)));
        Assert.Equal(1000.0 / 3, splits[0].Time.TotalSeconds, 6);
        Assert.Equal(1000.0 / 3, splits[1].Time.TotalSeconds, 6);
        Assert.Equal(840, splits.Sum(split => split.Time.TotalSeconds), 6);
    }

    [Fact]
    public void A_pause_belongs_to_the_kilometre_that_it_falls_in()
    {
        double[] seconds = [0, 100, 400, 500, 900];
        double[] metres = [0, 400, 400, 1000, 2000];

        var splits = Splits.Of(new RunTraces { Seconds = seconds, DistanceMetres = metres }, 1000);

        Assert.Equal([Duration.FromSeconds(500), Duration.FromSeconds(400)], splits.Select(split => split.Time));
    }

    [Fact]
    public void What_was_not_measured_stays_unknown_and_zero_cadence_counts_for_nothing()
    {
        var traces = Steady(400, 3) with { CadenceStepsPerMinute = [.. Enumerable.Range(0, 401).Select(i => i < 100 ? 0.0 : 170)] };

        var split = Splits.Of(traces, 1000)[0];

        Assert.Null(split.HeartRate);
        Assert.Null(split.Climb);
        Assert.Equal(170, split.Cadence!.Value.StepsPerMinute);
    }

    [Fact]
    public void Distance_that_steps_back_never_cuts_twice()
    {
        double[] metres = [0, 600, 1100, 900, 1200, 1600];

        var splits = Splits.Of(new RunTraces { Seconds = [0, 100, 200, 300, 400, 500], DistanceMetres = metres }, 1000);

        Assert.Equal(2, splits.Count);
    }

    [Fact]
    public void Without_distance_there_are_no_splits() => Assert.Empty(Splits.Of(new RunTraces { Seconds = [0, 1, 2] }, 1000));

    private static RunTraces Steady(int seconds, double metresPerSecond) => new()
    {
        Seconds = [.. Enumerable.Range(0, seconds + 1).Select(i => (double)i)],
        DistanceMetres = [.. Enumerable.Range(0, seconds + 1).Select(i => i * metresPerSecond)],
    };
}
