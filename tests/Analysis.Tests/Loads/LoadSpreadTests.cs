using KneeLoad.Analysis.Loads;

namespace KneeLoad.Analysis.Tests.Loads;

public sealed class LoadSpreadTests
{
    // The normal distribution's 97.5th percentile.
    private const double Quantile = 1.959963985;
    private static readonly LoadCell Cell = new(Gait.Run, false, 30, 80, 0, 3000, 1000, 2600);

    [Fact]
    public void Without_running_or_walking_there_is_no_load_to_be_unsure_of() => Assert.Equal((0, 0), Range(0));

    [Fact]
    public void The_interval_follows_from_both_exponents_spreads_and_from_how_far_their_means_lie_from_the_models()
    {
        // A relative step of e^0.1 and the reference speed: only the step's exponent speaks. The laboratories have it at 3.33 m/s.
        var own = 1.30 - (1.10 * Math.Log(3.33 / 2.78));
        var centre = (0.86 - own) * 0.1;
        var (low, high) = Range(1000, (Cell, 1000, 0, 0.1));

        Assert.Equal(Math.Min(1, Math.Exp(centre - (Quantile * 0.45 * 0.1))), low, 6);
        Assert.Equal(Math.Max(1, Math.Exp(centre + (Quantile * 0.45 * 0.1))), high, 6);
    }

    [Fact]
    public void Spreads_of_speed_and_step_add_up_as_squares()
    {
        var own = 1.30 - (1.10 * Math.Log(3.33 / 2.78));
        var centre = (0.86 - own) * -0.2;
        var deviation = Math.Sqrt(Math.Pow(0.45 * 0.2, 2) + Math.Pow(0.13 * 0.3, 2));
        var (low, high) = Range(1000, (Cell, 1000, 0.3, -0.2));

        Assert.Equal(Math.Exp(centre - (Quantile * deviation)), low, 6);
        Assert.Equal(Math.Exp(centre + (Quantile * deviation)), high, 6);
    }

    [Fact]
    public void Cells_weigh_by_their_load()
    {
        // Three quarters of the load at e^0.4 times the reference speed are e^0.3 in the mean.
        var (low, high) = Range(4000, (Cell, 3000, 0.4, 0), (Cell, 1000, 0, 0));

        Assert.Equal(4 * Math.Exp(-Quantile * 0.13 * 0.3), low, 6);
        Assert.Equal(4 * Math.Exp(Quantile * 0.13 * 0.3), high, 6);
    }

    [Fact]
    public void A_walk_widens_it_by_its_metres_whatever_its_load()
    {
        var walk = Cell with { Gait = Gait.Walk, Metres = 2000 };

        Assert.Equal((1.6, 2.2), Range(2000, (Cell, 1000, 0, 0), (walk, 9999, 9, 9)));
    }

    [Fact]
    public void The_load_itself_always_lies_in_it()
    {
        Assert.Equal((0.2, 1.2), Range(200, (Cell with { Gait = Gait.Walk, Metres = 2000 }, 0, 0, 0)));
        Assert.Equal((0.6, 9.0), Range(9000, (Cell with { Gait = Gait.Walk, Metres = 2000 }, 0, 0, 0)));
    }

    private static (double Low, double High) Range(double kneeMetres, params (LoadCell Cell, double KneeMetres, double LogSpeed, double LogStep)[] cells)
    {
        var spread = default(LoadSpread);
        foreach (var (cell, metres, logSpeed, logStep) in cells)
        {
            spread.Add(cell, metres, logSpeed, logStep);
        }

        var range = spread.RangeOf(kneeMetres);
        return (Math.Round(range.Low.Value, 9), Math.Round(range.High.Value, 9));
    }
}
