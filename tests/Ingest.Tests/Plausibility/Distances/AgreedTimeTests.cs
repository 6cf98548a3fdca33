using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Plausibility.Distances;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility.Distances;

/// <summary>Recordings of ten minutes: a tenth and a minute more may be stated, and a tenth and a minute less than was moved.</summary>
public sealed class AgreedTimeTests
{
    [Theory]
    [InlineData(600, true)]
    [InlineData(720, true)]
    [InlineData(721, false)]
    public void An_elapsed_time_far_beyond_the_records_is_none(double seconds, bool holds)
    {
        var agreed = Of(Made().With(run => run with { TotalElapsed = Duration.FromSeconds(seconds) }));

        Assert.Equal(holds ? Duration.FromSeconds(seconds) : null, agreed.TotalElapsed);
        Assert.Empty(agreed.Notes);
    }

    [Theory]
    [InlineData(720, 720, null)]
    [InlineData(721, 600, NoteKind.TimerFromRecords)]
    [InlineData(50_000, 600, NoteKind.TimerFromRecords)]
    public void A_timer_cannot_have_run_longer_than_the_recording(double stated, double seconds, NoteKind? note)
    {
        var agreed = Of(Made().Timer(stated));

        Assert.Equal(seconds, agreed.TotalTimer!.Value.TotalSeconds);
        Assert.Equal(note, agreed.Notes.SingleOrDefault()?.Kind);
        Assert.Equal(note is null ? null : stated, agreed.Notes.SingleOrDefault()?.Stated);
    }

    // Moved for all of 600 s: nine tenths less a minute are 480.
    [Theory]
    [InlineData(480, 480)]
    [InlineData(479, 600)]
    [InlineData(1, 600)]
    public void A_timer_cannot_have_run_shorter_than_the_runner_moved(double stated, double seconds) =>
        Assert.Equal(seconds, Of(Made().Timer(stated)).TotalTimer!.Value.TotalSeconds);

    [Fact]
    public void Without_a_distance_column_a_short_timer_holds() =>
        Assert.Equal(1, Of(MadeActivity.Lasting(600).Timer(1)).TotalTimer!.Value.TotalSeconds);

    [Fact]
    public void Standing_is_no_moving()
    {
        // Moves for the first 200 s alone: 0.9 times 200 less 60 are 120.
        var made = MadeActivity.Lasting(600).Column(i => Math.Min(i, 200));

        Assert.Equal(120, Of(made.Timer(120)).TotalTimer!.Value.TotalSeconds);
        Assert.Equal(600, Of(made.Timer(119)).TotalTimer!.Value.TotalSeconds);
    }

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0.51, 600)]
    public void Half_a_metre_a_second_is_standing(double speed, double seconds) =>
        Assert.Equal(seconds, Of(MadeActivity.Lasting(600).Column(i => speed * i).Timer(1)).TotalTimer!.Value.TotalSeconds);

    [Fact]
    public void A_gap_between_records_counts_half_a_minute_of_moving_at_most()
    {
        // Ten gaps of 60 s: 300 s of moving, so that 210 hold.
        var made = MadeActivity.Lasting(10).Times((i, time) => time + (59 * i)).Column(i => 200 * i);

        Assert.Equal(210, Of(made.Timer(210)).TotalTimer!.Value.TotalSeconds);
        Assert.Equal(600, Of(made.Timer(209)).TotalTimer!.Value.TotalSeconds);
    }

    [Fact]
    public void Pauses_are_neither_running_nor_moving()
    {
        // Stands from 100 to 400 by the timer: 300 s can have run, and as many moved.
        var made = Made().With(run => run with { Pauses = [new Pause(At(100), At(400))] });

        Assert.Equal(390, Of(made.Timer(390)).TotalTimer!.Value.TotalSeconds);
        Assert.Equal(300, Of(made.Timer(391)).TotalTimer!.Value.TotalSeconds);
    }

    [Fact]
    public void Gaps_and_late_records_are_passed_over()
    {
        var made = MadeActivity.Lasting(600)
            .Column(i => i % 2 == 0 ? 3 * i : double.NaN)
            .Times((i, time) => i is 300 ? double.NaN : i is 302 ? time - 200 : time);

        Assert.Equal(600, Of(made.Timer(479)).TotalTimer!.Value.TotalSeconds);
    }

    [Fact]
    public void The_laps_come_before_the_records_their_sum_before_the_last()
    {
        Assert.Equal((590, NoteKind.TimerFromLaps), Timer(Laps(90, 500)));
        Assert.Equal((610, NoteKind.TimerFromLaps), Timer(Laps(300, 610)));
        Assert.Equal((600, NoteKind.TimerFromRecords), Timer(Laps(5000, 6000)));
        Assert.Equal((600, NoteKind.TimerFromRecords), Timer(Laps()));
        Assert.Equal((600, NoteKind.TimerFromRecords), Timer(Laps(0)));
    }

    [Fact]
    public void A_timer_that_is_not_stated_or_zero_stays_so()
    {
        Assert.Null(Of(Made()).TotalTimer);
        Assert.Equal(Duration.Zero, Of(Made().Timer(0)).TotalTimer);
    }

    [Fact]
    public void Records_of_one_moment_say_nothing()
    {
        var run = MadeActivity.Lasting(1).Times((i, time) => time - i).Timer(50_000).Build();

        Assert.Same(run, AgreedTime.Of(run, RecordClock.Of(run)!));
    }

    private static MadeActivity Made() => MadeActivity.Lasting(600).Column();

    private static Instant At(double second) => MadeActivity.Morning + Duration.FromSeconds(second);

    private static Activity Of(MadeActivity made)
    {
        var run = made.Build();
        return AgreedTime.Of(run, RecordClock.Of(run)!);
    }

    private static (double Seconds, NoteKind Note) Timer(MadeActivity made) =>
        Of(made) is var agreed ? (agreed.TotalTimer!.Value.TotalSeconds, agreed.Notes.Single().Kind) : default;

    private static MadeActivity Laps(params double[] seconds) => Made().Timer(50_000).With(run => run with
    {
        Laps = [.. seconds.Select(timer => new Lap(null, null, Duration.FromSeconds(timer), null))],
    });
}
