using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility.Clocks;

public sealed class ActivityPartsTests
{
    private const int Day = 86_400;
    private const int Quarter = 900;
    private static readonly BeliefContext Context = new(null, MadeActivity.Now);

    [Fact]
    public void A_recording_without_a_gap_is_the_same_activity()
    {
        var run = MadeActivity.Lasting(600).Build();

        Assert.Same(run, Assert.Single(ActivityParts.Of(run, Context)));
    }

    [Fact]
    public void A_recording_without_times_is_the_same_activity()
    {
        var timeless = MadeActivity.Lasting(10).Times((_, _) => double.NaN).With(run => run with { Start = MadeActivity.Morning }).Build();
        var empty = new Activity { Format = ActivityFormat.Gpx, Records = RecordStream.Empty };

        Assert.Same(timeless, Assert.Single(ActivityParts.Of(timeless, Context)));
        Assert.Same(empty, Assert.Single(ActivityParts.Of(empty, Context)));
    }

    [Theory]
    [InlineData(Quarter, 1)]
    [InlineData(Quarter + 1, 2)]
    public void A_gap_of_just_over_a_quarter_of_an_hour_parts(int gap, int parts) => Assert.Equal(parts, Parts(WithGap(300, gap)).Count);

    [Fact]
    public void The_parts_of_one_file_say_how_many_they_are_and_begin_with_their_first_record()
    {
        var parts = Parts(WithGap(300, 3600));

        Assert.Equal([300, 301], parts.Select(part => part.Records.Count));
        Assert.Equal(MadeActivity.Morning, parts[0].Start);
        Assert.Equal(MadeActivity.Morning + Duration.FromSeconds(299 + 3600), parts[1].Start);
        Assert.All(parts, part => Assert.Equal(new ActivityNote(NoteKind.PartOfFile, 2), Assert.Single(part.Notes)));
    }

    [Fact]
    public void Totals_of_the_whole_belong_to_no_part()
    {
        var run = WithGap(300, 3600).Total(1800).Timer(600).With(made => made with
        {
            TotalElapsed = Duration.FromHours(2),
            TotalAscent = new Distance(10),
            TotalDescent = new Distance(12),
        });

        Assert.All(Parts(run), part =>
        {
            Assert.Null(part.TotalElapsed);
            Assert.Null(part.TotalTimer);
            Assert.Null(part.TotalDistance);
            Assert.Null(part.TotalAscent);
            Assert.Null(part.TotalDescent);
        });
    }

    [Fact]
    public void A_part_has_the_laps_that_begin_in_it_and_their_sum()
    {
        var later = 299 + 3600;
        var parts = Parts(WithGap(300, 3600).With(made => made with
        {
            Laps = [Lap(0, 100, 300), Lap(100, 199, 600), Lap(later, 300, 900)],
        }));

        Assert.Equal([2, 1], parts.Select(part => part.Laps.Count));
        Assert.Equal([new Distance(900), new Distance(900)], parts.Select(part => part.TotalDistance!.Value));
        Assert.Equal([299, 300], parts.Select(part => part.TotalTimer!.Value.TotalSeconds));
    }

    [Fact]
    public void A_lap_that_does_not_state_its_distance_leaves_the_sum_unknown()
    {
        var parts = Parts(WithGap(300, 3600).With(made => made with { Laps = [Lap(0, 100, 300), Lap(100, 199, null)] }));

        Assert.Null(parts[0].TotalDistance);
        Assert.Equal(299, parts[0].TotalTimer!.Value.TotalSeconds);
    }

    [Fact]
    public void A_part_has_the_pauses_within_it_and_the_gap_is_none()
    {
        var parts = Parts(WithGap(300, 3600).With(made => made with { Pauses = [Pause(10, 20), Pause(299, 299 + 3600), Pause(4000, 4010)] }));

        Assert.Equal([Pause(10, 20)], parts[0].Pauses);
        Assert.Equal([Pause(4000, 4010)], parts[1].Pauses);
    }

    [Fact]
    public void Times_between_heartbeats_stay_with_the_first_part()
    {
        var parts = Parts(WithGap(300, 3600).With(made => made with { BeatIntervalsMilliseconds = new ushort[] { 800, 801 } }));

        Assert.Equal(2, parts[0].BeatIntervalsMilliseconds.Length);
        Assert.True(parts[1].BeatIntervalsMilliseconds.IsEmpty);
    }

    [Fact]
    public void A_session_is_cut_by_the_runner_and_not_by_a_gap() =>
        Assert.Single(Parts(WithGap(300, 3600).With(made => made with { HasSession = true })));

    [Fact]
    public void A_single_record_after_a_gap_is_a_button_pressed_and_no_activity()
    {
        var part = Assert.Single(Parts(WithGap(600, 3600)));

        Assert.Equal(600, part.Records.Count);
        Assert.Equal(1, Assert.Single(part.Notes, note => note.Kind == NoteKind.RecordsOfOtherTimes).Count);
    }

    [Fact]
    public void Gaps_at_one_record_in_ten_part_and_at_more_they_do_not()
    {
        // Twenty records: two gaps are a tenth of them, three are more.
        Assert.Equal(3, Parts(Gaps(5, 10)).Count);
        Assert.Single(Parts(Gaps(5, 10, 15)));

        static MadeActivity Gaps(params int[] before) =>
            MadeActivity.Lasting(19).Times((i, time) => time + (3600 * before.Count(record => i >= record)));
    }

    [Fact]
    public void Records_without_a_time_before_the_next_one_are_no_gap()
    {
        var run = MadeActivity.Lasting(600).Times((i, time) => i is >= 300 and < 310 ? double.NaN : i >= 310 ? time + 3600 : time);

        Assert.Single(Parts(run));
    }

    [Fact]
    public void Days_apart_are_two_activities_where_both_can_have_been()
    {
        var parts = Parts(MadeActivity.Lasting(600).Times((i, time) => i < 300 ? time - Day : time));

        Assert.Equal([300, 301], parts.Select(part => part.Records.Count));
        Assert.Equal(MadeActivity.Morning - Duration.FromDays(1), parts[0].Start);
    }

    [Fact]
    public void Of_a_session_over_days_the_larger_part_stays()
    {
        var part = Assert.Single(Parts(MadeActivity.Lasting(600)
            .Times((i, time) => i < 250 ? time - (2 * Day) : time)
            .With(made => made with { HasSession = true, Start = MadeActivity.Morning - Duration.FromDays(2) })));

        Assert.Equal(351, part.Records.Count);
        Assert.Equal(MadeActivity.Morning + Duration.FromSeconds(250), part.Start);
        Assert.Equal(250, Assert.Single(part.Notes).Count);
    }

    [Fact]
    public void A_few_records_of_another_day_are_strays_and_a_twentieth_of_the_rest_is_an_activity()
    {
        // 400 records beside 20 and beside 19.
        var twenty = Parts(MadeActivity.Lasting(419).Times((i, time) => i < 20 ? time - (2 * Day) : time));
        var nineteen = Parts(MadeActivity.Lasting(418).Times((i, time) => i < 19 ? time - (2 * Day) : time));

        Assert.Equal([20, 400], twenty.Select(part => part.Records.Count));
        Assert.Equal(400, Assert.Single(nineteen).Records.Count);
    }

    [Theory]
    [InlineData(3600, true)]
    [InlineData(3601, false)]
    public void A_start_up_to_an_hour_before_the_first_record_is_the_watch_looking_for_satellites(int seconds, bool isTrue)
    {
        var start = MadeActivity.Morning - Duration.FromSeconds(seconds);
        var run = MadeActivity.Lasting(600).With(made => made with { Start = start, TotalElapsed = Duration.FromHours(2) }).Build();

        var part = Assert.Single(ActivityParts.Of(run, Context));

        Assert.Equal(isTrue ? start : MadeActivity.Morning, part.Start);
        Assert.Equal(isTrue, part.TotalElapsed is not null);
    }

    [Theory]
    [InlineData(600, true)]
    [InlineData(601, false)]
    public void A_start_after_the_last_record_is_none(int seconds, bool isTrue)
    {
        var start = MadeActivity.Morning + Duration.FromSeconds(seconds);
        var part = Assert.Single(Parts(MadeActivity.Lasting(600).With(made => made with { Start = start })));

        Assert.Equal(isTrue ? start : MadeActivity.Morning, part.Start);
    }

    private static IReadOnlyList<Activity> Parts(MadeActivity made) => ActivityParts.Of(made.Build(), Context);

    private static MadeActivity WithGap(int before, int gap) =>
        MadeActivity.Lasting(600).Times((i, time) => i < before ? time : time + gap - 1);

    private static Instant At(int second) => MadeActivity.Morning + Duration.FromSeconds(second);

    private static Pause Pause(int from, int to) => new(At(from), At(to));

    private static Lap Lap(int start, int seconds, double? metres) =>
        new(At(start), Duration.FromSeconds(seconds), Duration.FromSeconds(seconds), metres is { } length ? new Distance(length) : null);
}
