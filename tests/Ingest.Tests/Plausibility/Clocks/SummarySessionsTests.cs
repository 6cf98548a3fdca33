using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility.Clocks;

public sealed class SummarySessionsTests
{
    [Fact]
    public void A_session_over_two_others_that_hold_its_records_is_a_summary()
    {
        var own = SummarySessions.Without([Session(0, 3600, records: 0), Session(0, 1700, records: 100), Session(1800, 1800, records: 100)]);

        Assert.Equal([1700, 1800], own.Select(session => session.TotalElapsed!.Value.TotalSeconds));
        Assert.Equal(new ActivityNote(NoteKind.SummaryLeftOut, 1), Assert.Single(own[0].Notes));
        Assert.Empty(own[1].Notes);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_summary_has_at_most_half_as_many_records_of_its_own(int records, bool isSummary) =>
        Assert.Equal(isSummary ? 2 : 3, SummarySessions.Without([Session(0, 3600, records), Session(0, 1700, 100), Session(1800, 1800, 100)]).Count);

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void The_parts_may_stick_out_by_a_minute(int seconds, bool isSummary)
    {
        var behind = SummarySessions.Without([Session(0, 3600, 0), Session(0, 1700, 100), Session(1800, 1800 + seconds, 100)]);
        var before = SummarySessions.Without([Session(seconds, 3600, 0), Session(0, 1700, 100), Session(1800, 1800, 100)]);

        Assert.Equal(isSummary ? 2 : 3, behind.Count);
        Assert.Equal(isSummary ? 2 : 3, before.Count);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void The_parts_may_overlap_by_a_minute(int seconds, bool isSummary) => Assert.Equal(
        isSummary ? 2 : 3,
        SummarySessions.Without([Session(0, 3600, 0), Session(0, 1800, 100), Session(1800 - seconds, 1800, 100)]).Count);

    [Fact]
    public void One_part_alone_makes_no_summary()
    {
        Activity[] all = [Session(0, 3600, 0), Session(0, 1800, 100), Session(5000, 1800, 100)];

        Assert.Same(all, SummarySessions.Without(all));
    }

    [Fact]
    public void Sessions_of_the_same_length_do_not_sum_up_one_another()
    {
        Activity[] all = [Session(0, 3600, 0), Session(0, 3600, 100), Session(10, 3600, 100)];

        Assert.Same(all, SummarySessions.Without(all));
    }

    [Fact]
    public void Two_activities_and_activities_without_a_session_are_no_summaries()
    {
        Activity[] two = [Session(0, 3600, 0), Session(0, 1800, 100)];
        Activity[] noSession = [Session(0, 3600, 0) with { HasSession = false }, Session(0, 1700, 100), Session(1800, 1800, 100)];

        Assert.Same(two, SummarySessions.Without(two));
        Assert.Same(noSession, SummarySessions.Without(noSession));
    }

    [Fact]
    public void A_session_without_a_start_or_a_length_spans_nothing()
    {
        Activity[] noStart = [Session(0, 3600, 0) with { Start = null }, Session(0, 1700, 100), Session(1800, 1800, 100)];
        Activity[] noLength = [Session(0, 0, 0), Session(0, 1700, 100), Session(1800, 1800, 100)];
        Activity[] nothing = [Session(0, 3600, 0) with { TotalElapsed = null }, Session(0, 1700, 100), Session(1800, 1800, 100)];

        Assert.Same(noStart, SummarySessions.Without(noStart));
        Assert.Same(noLength, SummarySessions.Without(noLength));
        Assert.Same(nothing, SummarySessions.Without(nothing));
    }

    [Fact]
    public void The_timer_stands_in_for_an_elapsed_time_that_is_not_stated()
    {
        var summary = Session(0, 3600, 0) with { TotalElapsed = null, TotalTimer = Duration.FromSeconds(3600) };

        Assert.Equal(2, SummarySessions.Without([summary, Session(0, 1700, 100), Session(1800, 1800, 100)]).Count);
    }

    private static Activity Session(int start, int seconds, int records) => new()
    {
        Format = ActivityFormat.Fit,
        HasSession = true,
        Start = MadeActivity.Morning + Duration.FromSeconds(start),
        TotalElapsed = Duration.FromSeconds(seconds),
        Records = new RecordStream(records, null, []),
    };
}
