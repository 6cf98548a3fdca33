using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility;

/// <summary>One distance and one time, agreed from all that state and all that measure them.</summary>
public sealed class DistanceTests
{
    private const RecordField Distance = RecordField.Distance;

    [Theory]
    [InlineData(1800)]
    [InlineData(1650)]
    [InlineData(1960)]
    public void A_stated_total_holds_where_a_measured_one_confirms_it(double stated)
    {
        var believed = MadeActivity.Lasting(600).Positions().Column().Total(stated).Believe();

        Assert.Equal(stated, believed.TotalDistance!.Value.Metres);
        Assert.Empty(believed.Notes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(900)]
    [InlineData(21_474_836.47)]
    [InlineData(42_195)]
    public void A_stated_total_that_nothing_confirms_gives_way_to_the_measured_one(double stated)
    {
        var believed = MadeActivity.Lasting(600).Positions().Column().Total(stated).Believe();

        Assert.Null(believed.TotalDistance);
        Assert.Equal(1800, believed.Records[Distance]![600]);
        Assert.Equal(stated, Assert.Single(believed.Notes, note => note.Kind == NoteKind.DistanceFromRecords).Stated);
    }

    [Theory]
    [InlineData(2_500, true)]
    [InlineData(1_300, true)]
    [InlineData(3_000, false)]
    [InlineData(900, false)]
    public void Indoors_the_runner_may_have_corrected_the_distance(double stated, bool holds)
    {
        var believed = MadeActivity.Lasting(600).Column().Total(stated).With(made => made with { SubSport = "treadmill" }).Believe();

        Assert.Equal(holds ? stated : null, believed.TotalDistance?.Metres);
    }

    [Fact]
    public void A_column_that_begins_anew_is_added_up()
    {
        var believed = MadeActivity.Lasting(600).Column(i => i < 300 ? 3 * i : 3 * (i - 300)).Believe();

        Assert.Equal(3 * 599, believed.Records[Distance]![600]!.Value, 3.0);
        Assert.Contains(believed.Notes, note => note.Kind == NoteKind.DistanceBeganAnew);
    }

    [Theory]
    [InlineData(11_000)]
    [InlineData(500)]
    public void UP_15_A_leap_of_the_column_is_left_out(double metres)
    {
        var believed = MadeActivity.Lasting(600).Column(i => i < 300 ? 3 * i : (3 * i) + metres).Total(1800 + metres).Believe();

        Assert.Equal(1800, believed.Records[Distance]![600]!.Value, 5.0);
    }

    [Fact]
    public void A_leap_of_the_column_that_is_taken_back_costs_nothing()
    {
        var believed = MadeActivity.Lasting(600).Column(i => i is >= 300 and < 310 ? (3 * i) + 5_000 : 3 * i).Believe();

        Assert.Equal(1800, believed.Records[Distance]![600]!.Value, 10.0);
    }

    [Fact]
    public void A_column_that_catches_up_after_a_tunnel_is_believed()
    {
        var run = MadeActivity.Lasting(600).Column(i => i is >= 200 and < 300 ? 600 : 3 * i);

        var believed = run.Believe();

        Assert.Equal(1800, believed.Records[Distance]![600]);
        Assert.Empty(believed.Notes);
    }

    [Fact]
    public void Speed_times_time_measures_where_nothing_else_does()
    {
        var believed = MadeActivity.Lasting(600).Field(RecordField.Speed, _ => 3).Total(0).Believe();

        Assert.Equal(1800, believed.Records[Distance]![600]!.Value, 1e-6);
        Assert.Contains(believed.Notes, note => note.Kind == NoteKind.DistanceFromSpeed);
    }

    [Fact]
    public void A_pods_own_column_measures_where_nothing_else_does()
    {
        var believed = MadeActivity.Lasting(600).Developer("Distance", "km", i => 0.003 * i, Distance).Believe();

        Assert.Equal(1800, believed.Records[Distance]![600]!.Value, 1e-6);
    }

    [Fact]
    public void Two_measurements_that_agree_outvote_a_third()
    {
        var believed = MadeActivity.Lasting(600).Positions().Column(i => 0.5 * i).Field(RecordField.Speed, _ => 3).Total(0).Believe();

        Assert.Null(believed.TotalDistance);
        Assert.Contains(believed.Notes, note => note.Kind == NoteKind.DistanceFromPositions);
    }

    [Theory]
    [InlineData(5_000, 1_500, true)]
    [InlineData(21_474_836.47, 1_500, false)]
    [InlineData(42_195, 600, false)]
    public void A_total_without_records_is_believed_where_a_runner_can_have_covered_it(double metres, double seconds, bool isBelieved)
    {
        var believed = MadeActivity.Lasting(600)
            .Total(metres)
            .Timer(seconds)
            .With(made => made with { Records = RecordStream.Empty, Start = MadeActivity.Morning })
            .Build();
        var run = Assert.Single(KneeLoad.Ingest.Plausibility.BelievedActivities.Of(
            [believed with { Records = RecordStream.Empty }], new(null, MadeActivity.Now)));

        Assert.Equal(isBelieved ? metres : null, run.TotalDistance?.Metres);
    }

    [Fact]
    public void Lap_totals_that_count_on_from_the_start_are_no_sum()
    {
        var laps = Enumerable.Range(1, 5)
            .Select(lap => new Lap(
                MadeActivity.Morning + Duration.FromSeconds(120 * (lap - 1)), null, Duration.FromSeconds(120 * lap), new Distance(360 * lap)))
            .ToList();
        var run = MadeActivity.Lasting(600).Column().Total(360 * 15).Timer(120 * 15).With(made => made with { Laps = laps });

        var believed = run.Believe();

        Assert.Equal(1800, believed.TotalDistance!.Value.Metres);
        Assert.Equal(600, believed.TotalTimer!.Value.TotalSeconds);
    }

    [Fact]
    public void A_timer_that_ran_on_over_night_gives_way_to_the_records()
    {
        var believed = MadeActivity.Lasting(600).Column().Total(1800).Timer(86_400).With(made => made with { TotalElapsed = Duration.FromHours(26) }).Believe();

        Assert.Equal(600, believed.TotalTimer!.Value.TotalSeconds);
        Assert.Null(believed.TotalElapsed);
    }

    [Fact]
    public void A_timer_that_stood_at_lights_holds()
    {
        var believed = MadeActivity.Lasting(600).Column(i => 3 * Math.Min(i, 300)).Total(900).Timer(310).Believe();

        Assert.Equal(310, believed.TotalTimer!.Value.TotalSeconds);
        Assert.Empty(believed.Notes);
    }
}
