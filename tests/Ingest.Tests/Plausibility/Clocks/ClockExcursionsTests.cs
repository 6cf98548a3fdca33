using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility.Clocks;

public sealed class ClockExcursionsTests
{
    private const int Quarter = 900;
    private static readonly BeliefContext Context = new(null, MadeActivity.Now);
    private static readonly double Morning = MadeActivity.UnixSeconds(MadeActivity.Morning);

    [Fact]
    public void A_clock_that_goes_on_is_the_same_activity()
    {
        var run = MadeActivity.Lasting(600).Build();
        var single = MadeActivity.Lasting(0).Build();

        Assert.Same(run, ClockExcursions.Undone(run, Context));
        Assert.Same(single, ClockExcursions.Undone(single, Context));
    }

    [Fact]
    public void A_leap_that_never_comes_back_stays()
    {
        var run = MadeActivity.Lasting(600).Times((i, time) => i < 300 ? time : time + 5000).Build();

        Assert.Same(run, ClockExcursions.Undone(run, Context));
    }

    [Theory]
    [InlineData(Quarter, false)]
    [InlineData(Quarter + 1, true)]
    public void A_leap_is_a_step_of_more_than_a_quarter_of_an_hour_and_so_is_the_way_back(int step, bool isUndone)
    {
        // One record ahead, then back to the second at which the clock left: both steps are as given.
        var run = MadeActivity.Lasting(600).Times((i, time) => i == 300 ? time - 1 + step : i > 300 ? time - 2 : time).Build();

        Assert.Equal(isUndone, !ReferenceEquals(run, ClockExcursions.Undone(run, Context)));
    }

    [Fact]
    public void Records_of_an_excursion_go_on_from_where_the_clock_left_it()
    {
        var run = MadeActivity.Lasting(20).Times((i, time) => i is >= 5 and < 10 ? time + 5000 : time).Build();

        var undone = ClockExcursions.Undone(run, Context);

        Assert.Equal(Enumerable.Range(0, 21).Select(second => Morning + second), undone.Records.TimeUnixSeconds!.ToArray());
        Assert.Equal(new ActivityNote(NoteKind.ClockLeapsUndone, 5), Assert.Single(undone.Notes));
    }

    [Fact]
    public void A_clock_that_comes_back_far_behind_where_it_left_stays()
    {
        // It left at second 4 and comes back two thousand seconds earlier: that is no excursion.
        var run = MadeActivity.Lasting(20).Times((i, time) => i < 5 ? time : i < 10 ? time + 5000 : time - 2000).Build();

        Assert.Same(run, ClockExcursions.Undone(run, Context));
    }

    [Theory]
    [InlineData(Quarter, true)]
    [InlineData(Quarter + 1, false)]
    public void It_may_come_back_up_to_a_quarter_of_an_hour_later_than_it_would_stand(int late, bool isUndone)
    {
        // Record 4 is the last before; five records on, the clock would stand at second 8 when the tenth comes.
        var run = MadeActivity.Lasting(20).Times((i, time) => i < 5 ? time : i < 10 ? time + 5000 : Morning + 8 + late + (i - 10)).Build();

        Assert.Equal(isUndone, !ReferenceEquals(run, ClockExcursions.Undone(run, Context)));
    }

    [Fact]
    public void Pauses_longer_than_a_quarter_of_an_hour_were_the_marks_of_the_excursion()
    {
        var run = MadeActivity.Lasting(20)
            .Times((i, time) => i is >= 5 and < 10 ? time + 5000 : time)
            .With(made => made with { Pauses = [Pause(2, 2 + Quarter), Pause(4, 5 + Quarter)] })
            .Build();

        Assert.Equal([Pause(2, 2 + Quarter)], ClockExcursions.Undone(run, Context).Pauses);
    }

    [Fact]
    public void Records_of_an_unset_clock_lie_directly_before_the_first_that_can_be()
    {
        // Five records count from 1970 while the watch looks for satellites; then two seconds lie between records.
        var run = MadeActivity.Lasting(14).Times((i, _) => i < 5 ? i : Morning + (2 * (i - 5))).Build();

        var undone = ClockExcursions.Undone(run, Context);

        double[] expected = [Morning - 6, Morning - 5, Morning - 4, Morning - 3, Morning - 2, Morning, Morning + 2];
        Assert.Equal(expected, undone.Records.TimeUnixSeconds!.ToArray()[..7]);
        Assert.Equal(new ActivityNote(NoteKind.ClockLeapsUndone, 5), Assert.Single(undone.Notes));
    }

    [Fact]
    public void The_step_before_the_first_true_record_is_a_minute_at_most()
    {
        var run = MadeActivity.Lasting(4).Times((i, _) => i < 2 ? i : Morning + (300 * (i - 2))).Build();

        var times = ClockExcursions.Undone(run, Context).Records.TimeUnixSeconds!.ToArray();

        Assert.Equal([Morning - 61, Morning - 60, Morning], times[..3]);
    }

    [Fact]
    public void A_single_record_after_the_clock_was_set_lies_one_second_behind()
    {
        var run = MadeActivity.Lasting(2).Times((i, _) => i < 2 ? i : Morning).Build();

        Assert.Equal([Morning - 2, Morning - 1, Morning], ClockExcursions.Undone(run, Context).Records.TimeUnixSeconds!.ToArray());
    }

    [Fact]
    public void Records_without_a_time_keep_none()
    {
        var run = MadeActivity.Lasting(5).Times((i, _) => i == 0 ? double.NaN : i < 3 ? i : Morning + i).Build();

        double[] expected = [double.NaN, Morning + 1, Morning + 2, Morning + 3, Morning + 4, Morning + 5];
        Assert.Equal(expected, ClockExcursions.Undone(run, Context).Records.TimeUnixSeconds!.ToArray());
    }

    [Fact]
    public void A_recording_whose_days_all_cannot_be_stays()
    {
        var run = MadeActivity.Lasting(10).Times((i, _) => i < 5 ? i : 5000 + i).Build();

        Assert.Same(run, ClockExcursions.Undone(run, Context));
    }

    [Fact]
    public void A_recording_without_any_time_stays()
    {
        var run = MadeActivity.Lasting(10).Times((_, _) => double.NaN).With(made => made with { Start = MadeActivity.Morning }).Build();

        Assert.Same(run, ClockExcursions.Undone(run, Context));
    }

    private static Pause Pause(int from, int to) =>
        new(MadeActivity.Morning + Duration.FromSeconds(from), MadeActivity.Morning + Duration.FromSeconds(to));
}
