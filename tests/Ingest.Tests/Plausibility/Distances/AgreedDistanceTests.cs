using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Plausibility.Distances;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility.Distances;

/// <summary>A stated distance holds where something measured confirms it; else the measured one counts.</summary>
public sealed class AgreedDistanceTests
{
    private static readonly Activity Bare = new() { Format = ActivityFormat.Gpx, Sport = "running", Records = RecordStream.Empty };

    [Fact]
    public void A_stated_total_that_a_measurement_confirms_stays_without_a_note()
    {
        var (agreed, isMeasured) = Of(MadeActivity.Lasting(600).Column().Total(1900), positions: 1810);

        Assert.True(isMeasured);
        Assert.Equal(1900, agreed.TotalDistance!.Value.Metres);
        Assert.Empty(agreed.Notes);
        Assert.NotNull(agreed.Records[RecordField.Distance]);
    }

    [Fact]
    public void A_measurement_that_confirms_takes_the_place_of_a_column_that_does_not()
    {
        // The column says 900, positions and total 1800.
        var (agreed, _) = Of(MadeActivity.Lasting(600).Column(i => 1.5 * i).Total(1800), positions: 1800);

        Assert.Equal(1800, agreed.TotalDistance!.Value.Metres);
        Assert.Null(agreed.Records[RecordField.Distance]);
    }

    [Fact]
    public void A_total_that_nothing_confirms_gives_way_to_the_column_and_says_so()
    {
        var (agreed, isMeasured) = Of(MadeActivity.Lasting(600).Column().Total(5000), positions: 2500);

        Assert.True(isMeasured);
        Assert.Null(agreed.TotalDistance);
        Assert.Equal(new ActivityNote(NoteKind.DistanceFromRecords, Stated: 5000), Assert.Single(agreed.Notes));
    }

    [Fact]
    public void Without_a_stated_total_the_first_measurement_counts_without_a_note()
    {
        Assert.Empty(Of(MadeActivity.Lasting(600).Column(), positions: 1800).Activity.Notes);
        Assert.Empty(Of(MadeActivity.Lasting(600), positions: 1800).Activity.Notes);
        Assert.Equal(
            new ActivityNote(NoteKind.DistanceFromSpeed),
            Assert.Single(Of(MadeActivity.Lasting(600).Field(RecordField.Speed, _ => 3), positions: null).Activity.Notes));
    }

    [Fact]
    public void Two_measurements_that_agree_outvote_a_first_one()
    {
        var (agreed, _) = Of(MadeActivity.Lasting(600).Column(i => 1.5 * i).Field(RecordField.Speed, _ => 3), positions: 1810);

        Assert.Equal(new ActivityNote(NoteKind.DistanceFromPositions), Assert.Single(agreed.Notes));
    }

    // Ten minutes at eight metres a second are 4,800 m.
    [Theory]
    [InlineData(4800, true)]
    [InlineData(4801, false)]
    public void A_measurement_faster_than_any_runner_is_none(double positions, bool isMeasured) =>
        Assert.Equal(isMeasured, Of(MadeActivity.Lasting(600), positions).IsMeasured);

    [Fact]
    public void Laps_that_a_measurement_confirms_take_the_place_of_a_total()
    {
        var (agreed, _) = Of(Laps(9000, 1000, 850), positions: 1800);
        Assert.Equal((1850, NoteKind.DistanceFromLaps), (agreed.TotalDistance!.Value.Metres, agreed.Notes.Single().Kind));
        Assert.Equal(9000, agreed.Notes.Single().Stated);

        // Laps that count on from the start.
        Assert.Equal(1850, Of(Laps(9000, 1000, 1850), positions: 1800).Activity.TotalDistance!.Value.Metres);
        Assert.Null(Of(Laps(9000, 3000), positions: 1800).Activity.TotalDistance);
    }

    [Theory]
    [InlineData(1200, true)]
    [InlineData(1201, false)]
    public void Records_of_less_than_half_of_the_timer_do_not_measure_the_whole(double timer, bool isMeasured)
    {
        var (agreed, measured) = Of(MadeActivity.Lasting(600).Column().Total(3600).Timer(timer), positions: 1800);

        Assert.Equal(isMeasured, measured);
        Assert.Equal(isMeasured ? null : 3600.0, agreed.TotalDistance?.Metres);
    }

    [Fact]
    public void Records_of_less_than_half_count_all_the_same_where_the_total_cannot_be()
    {
        var (agreed, isMeasured) = Of(MadeActivity.Lasting(600).Column().Total(90_000).Timer(1300), positions: 1800);

        Assert.True(isMeasured);
        Assert.Equal(NoteKind.DistanceFromRecords, agreed.Notes.Single().Kind);
    }

    // Indoors the runner may correct by half: 1800 measured and 2700 or 1200 stated.
    [Theory]
    [InlineData("treadmill", 2700, true)]
    [InlineData("treadmill", 2701, false)]
    [InlineData("virtual_activity", 1200, true)]
    [InlineData("trail", 2700, false)]
    [InlineData(null, 2700, false)]
    public void Indoors_a_correction_of_half_holds(string? subSport, double stated, bool holds)
    {
        var made = MadeActivity.Lasting(600).Column().Total(stated).With(run => run with { SubSport = subSport });

        Assert.Equal(holds, Of(made, positions: 1800).Activity.TotalDistance is not null);
        Assert.True(Of(made.Total(2700), positions: null).Activity.TotalDistance is not null);
    }

    [Theory]
    [InlineData(8000, 1000.0, true)]
    [InlineData(8001, 1000.0, false)]
    [InlineData(200_000, null, true)]
    [InlineData(200_001, null, false)]
    [InlineData(200_000, 0.0, true)]
    public void A_total_alone_is_believed_where_a_runner_can_have_covered_it(double metres, double? seconds, bool isBelieved)
    {
        var stated = Bare with
        {
            TotalDistance = new Distance(metres),
            TotalTimer = seconds is { } timer ? Duration.FromSeconds(timer) : null,
        };

        var (agreed, isMeasured) = AgreedDistance.Of(stated, clock: null, positionMetres: null);

        Assert.False(isMeasured);
        Assert.Equal(isBelieved ? metres : null, agreed.TotalDistance?.Metres);
        Assert.Equal(isBelieved ? [] : [new ActivityNote(NoteKind.DistanceNotBelieved, Stated: metres)], agreed.Notes);
    }

    [Fact]
    public void The_elapsed_time_serves_where_no_timer_is_stated()
    {
        var stated = Bare with { TotalDistance = new Distance(8001), TotalElapsed = Duration.FromSeconds(1000) };

        Assert.Null(AgreedDistance.Of(stated, null, null).Activity.TotalDistance);
        Assert.NotNull(AgreedDistance.Of(stated with { TotalTimer = Duration.FromSeconds(1001) }, null, null).Activity.TotalDistance);
    }

    [Fact]
    public void Laps_alone_are_a_total_and_nothing_alone_is_none()
    {
        Lap[] laps = [new(null, null, null, new Distance(1000)), new(null, null, null, null), new(null, null, null, new Distance(850))];

        Assert.Equal(1850, AgreedDistance.Of(Bare with { Laps = laps }, null, null).Activity.TotalDistance!.Value.Metres);
        Assert.Equal(500, AgreedDistance.Of(Bare with { Laps = laps, TotalDistance = new Distance(500) }, null, null).Activity.TotalDistance!.Value.Metres);
        Assert.Same(Bare, AgreedDistance.Of(Bare, null, null).Activity);
        var zero = Bare with { TotalDistance = Distance.Zero };
        Assert.Same(zero, AgreedDistance.Of(zero, null, null).Activity);
    }

    [Fact]
    public void A_column_that_was_put_right_says_what_was_wrong()
    {
        var (anew, _) = Of(MadeActivity.Lasting(600).Column(i => i < 300 ? 3 * i : 3 * (i - 300)), positions: 1800);
        Assert.Equal(new ActivityNote(NoteKind.DistanceBeganAnew, 1), Assert.Single(anew.Notes));
        Assert.Equal(1797, anew.Records[RecordField.Distance]![600]!.Value, 6);

        var (leap, _) = Of(MadeActivity.Lasting(600).Column(i => i < 300 ? 3 * i : 9000 + (3 * i)), positions: 1800);
        Assert.Equal(new ActivityNote(NoteKind.DistanceStepsLeftOut, 1), Assert.Single(leap.Notes));
    }

    private static (Activity Activity, bool IsMeasured) Of(MadeActivity made, double? positions)
    {
        var run = made.Build();
        return AgreedDistance.Of(run, RecordClock.Of(run), positions);
    }

    private static MadeActivity Laps(double total, params double[] metres) => MadeActivity.Lasting(600).Total(total).With(run => run with
    {
        Laps = [.. metres.Select(length => new Lap(null, null, null, new Distance(length)))],
    });
}
