using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Runs.Repeats;

public sealed class JoinedRunTests
{
    private static readonly LoadCell Cell = new(Gait.Run, false, 30, 80, 0, 5000, 1800, 4800);

    /// <summary>Ten kilometres of a watch that measured nothing else.</summary>
    private static RunMetrics Bare => Histories.Run(0, 10).Metrics with { Lacks = [RunLack.Cadence, RunLack.Gradient] };

    private static RunMetrics Full => Histories.Run(0, 5).Metrics with
    {
        HeartRate = new HeartRate(150),
        Cadence = new Cadence(160),
        Steps = 4800,
        ContactTimeMs = 240,
        VerticalOscillationMm = 85,
        StepLength = new Distance(1.1),
        Ascent = new Distance(50),
        Descent = new Distance(60),
        FootStrike = new(FootStrikeSource.Sensor, new(0.5), Certainty.B, 4000),
    };

    [Fact]
    public void What_the_kept_one_lacks_comes_from_the_other()
    {
        var joined = JoinedRun.Fill(new(Bare, CellTable.Empty), new(Full, CellTable.Empty)).Metrics;

        Assert.Equal((new HeartRate(150), new Cadence(160), 4800), (joined.HeartRate, joined.Cadence, joined.Steps));
        Assert.Equal((240, 85, new Distance(1.1)), (joined.ContactTimeMs, joined.VerticalOscillationMm, joined.StepLength));
        Assert.Equal((new Distance(50), new Distance(60)), (joined.Ascent, joined.Descent));
        Assert.Equal(FootStrikeSource.Sensor, joined.FootStrike.Source);
        Assert.Equal([RunLack.Gradient], joined.Lacks);
        Assert.Equal(new Distance(10_000), joined.Distance);
    }

    [Fact]
    public void What_the_kept_one_has_stays()
    {
        var own = Full with { HeartRate = new HeartRate(140), Cadence = new Cadence(170), Steps = 9, ContactTimeMs = 200, Descent = new Distance(1) };

        var joined = JoinedRun.Fill(new(own, CellTable.Empty), new(Full, CellTable.Empty)).Metrics;

        Assert.Equal(own, joined);
    }

    [Fact]
    public void A_guess_of_the_landing_gives_way_to_a_sensor_and_a_sensor_to_nothing()
    {
        var guess = Full with { FootStrike = new(FootStrikeSource.Guess, new(0.84), Certainty.D, 0) };

        Assert.Equal(FootStrikeSource.Sensor, JoinedRun.Fill(new(guess, CellTable.Empty), new(Full, CellTable.Empty)).Metrics.FootStrike.Source);
        Assert.Equal(FootStrikeSource.Sensor, JoinedRun.Fill(new(Full, CellTable.Empty), new(guess, CellTable.Empty)).Metrics.FootStrike.Source);
    }

    [Fact]
    public void Cells_with_cadence_come_scaled_to_the_kept_length()
    {
        var joined = JoinedRun.Fill(new(Bare, new([Cell with { CadenceBin = null }])), new(Full, new([Cell])));

        Assert.Equal([Cell with { Metres = 10_000, Seconds = 3600, Steps = 9600 }], joined.Cells.Cells);
    }

    [Fact]
    public void Cells_stay_where_nothing_of_them_is_missing_or_the_other_has_none()
    {
        var own = new CellTable([Cell with { CadenceBin = 85 }]);

        Assert.Equal(own, JoinedRun.Fill(new(Full, own), new(Full, new([Cell]))).Cells);
        Assert.Equal(own, JoinedRun.Fill(new(Bare, own), new(Full, CellTable.Empty)).Cells);
        Assert.Equal(own, JoinedRun.Fill(new(Bare with { Distance = null }, own), new(Full, new([Cell]))).Cells);
    }

    [Fact]
    public void What_was_given_is_named()
    {
        Assert.Equal(
            [JoinedQuantity.HeartRate, JoinedQuantity.Cadence, JoinedQuantity.Form, JoinedQuantity.FootStrike, JoinedQuantity.Climb],
            JoinedRun.Given(Bare, Full));
        Assert.Empty(JoinedRun.Given(Full, Full));
        Assert.Empty(JoinedRun.Given(Full, Bare));
        Assert.Empty(JoinedRun.Given(Bare, Bare with { FootStrike = new(FootStrikeSource.Guess, new(0.84), Certainty.D, 0) }));
    }

    [Fact]
    public void A_share_takes_its_part_of_sums_and_leaves_means()
    {
        var whole = Full with { Walking = new Distance(100), Downhill = new(new(10), new(20), new(30)), Extrapolated = Duration.FromSeconds(40) };

        var part = JoinedRun.Part(new(whole, new([Cell])), new Fraction(0.25));

        Assert.Equal((new Distance(1250), new Distance(25), 1200), (part.Metrics.Distance, part.Metrics.Walking, part.Metrics.Steps));
        Assert.Equal((whole.Timer * 0.25, whole.Moving * 0.25), (part.Metrics.Timer, part.Metrics.Moving));
        Assert.Equal((new Distance(12.5), new Distance(15)), (part.Metrics.Ascent, part.Metrics.Descent));
        Assert.Equal(new DownhillMetres(new(2.5), new(5), new(7.5)), part.Metrics.Downhill);
        Assert.Equal((Duration.FromSeconds(10), 1000), (part.Metrics.Extrapolated, part.Metrics.FootStrike.RecordedSteps));
        Assert.Equal((whole.HeartRate, whole.Cadence, whole.ContactTimeMs), (part.Metrics.HeartRate, part.Metrics.Cadence, part.Metrics.ContactTimeMs));
        Assert.Equal([Cell with { Metres = 1250, Seconds = 450, Steps = 1200 }], part.Cells.Cells);
        Assert.Null(JoinedRun.Part(new(Bare with { Distance = null }, CellTable.Empty), new Fraction(0.5)).Metrics.Distance);
    }
}
