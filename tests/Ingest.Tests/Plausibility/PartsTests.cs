using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility;

/// <summary>One file may hold several activities, one twice, or one and its sum.</summary>
public sealed class PartsTests
{
    [Theory]
    [InlineData(901)]
    [InlineData(7_200)]
    [InlineData(2 * 86_400)]
    public void A_gap_of_over_a_quarter_of_an_hour_parts_two_activities(double gap)
    {
        var run = MadeActivity.Lasting(600).Positions().Times((i, time) => i < 300 ? time : time + gap);

        var parts = run.BelieveAll();

        Assert.Equal([300, 301], parts.Select(part => part.Records.Count));
        Assert.Equal([MadeActivity.Morning, MadeActivity.Morning + Duration.FromSeconds(300 + gap)], parts.Select(part => part.Start));
        Assert.All(parts, part => Assert.Equal(2, Assert.Single(part.Notes).Count));
    }

    [Fact]
    public void A_shorter_stop_parts_nothing() =>
        Assert.Single(MadeActivity.Lasting(600).Positions().Times((i, time) => i < 300 ? time : time + 880).BelieveAll());

    [Fact]
    public void A_session_of_fit_is_one_activity_whatever_its_pauses() =>
        Assert.Single(MadeActivity.Lasting(600)
            .Positions()
            .Times((i, time) => i < 300 ? time : time + 7_200)
            .With(made => made with { HasSession = true })
            .BelieveAll());

    [Fact]
    public void A_recorder_of_rare_points_has_gaps_that_part_nothing() =>
        Assert.Single(MadeActivity.Lasting(60).Positions(i => 4_000 * i).Times((i, time) => time + (1_200 * i)).BelieveAll());

    [Fact]
    public void Segments_that_repeat_all_before_them_count_once()
    {
        // Seconds 0 to 100, then 0 to 200, then 0 to 300.
        var run = MadeActivity.Lasting(602)
            .Times((i, _) => MadeActivity.UnixSeconds(MadeActivity.Morning) + Second(i))
            .Positions(i => 3 * Second(i));

        var believed = run.Believe();

        Assert.Equal(301, believed.Records.Count);
        Assert.Equal(302, Assert.Single(believed.Notes).Count);

        static int Second(int record) => record < 101 ? record : record < 302 ? record - 101 : record - 302;
    }

    [Fact]
    public void A_session_that_spans_the_others_is_a_summary()
    {
        var first = Session(0, 600);
        var second = Session(900, 600);
        var sum = Session(0, 1_500) with { Records = RecordStream.Empty, TotalDistance = new(3_600) };

        var believed = BelievedActivities.Of([first, second, sum], new BeliefContext(null, MadeActivity.Now));

        Assert.Equal(2, believed.Count);
        Assert.Contains(believed[0].Notes, note => note.Kind == NoteKind.SummaryLeftOut);
    }

    [Fact]
    public void Sessions_one_after_the_other_are_no_summaries()
    {
        var believed = BelievedActivities.Of([Session(0, 600), Session(600, 600), Session(1_200, 600)], new BeliefContext(null, MadeActivity.Now));

        Assert.Equal(3, believed.Count);
    }

    private static Activity Session(double from, int seconds) =>
        MadeActivity.Lasting(seconds)
            .Times((_, time) => time + from)
            .Column()
            .With(made => made with { HasSession = true, TotalElapsed = Duration.FromSeconds(seconds) })
            .Build();
}
