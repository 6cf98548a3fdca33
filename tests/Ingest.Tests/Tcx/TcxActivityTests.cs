using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Tcx;
using KneeLoad.Ingest.Xml;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Tcx;

public sealed class TcxActivityTests
{
    private static readonly Instant Start = Instant.FromUtc(2024, 5, 1, 6, 12, 3);
    private readonly ReadWarnings warnings = new();

    [Fact]
    public void It_begins_with_its_first_point_else_with_its_first_lap_else_with_its_name()
    {
        var named = new TcxActivity(warnings) { Id = "2024-05-01T06:12:03Z" };
        Assert.Equal(Start, named.ToActivity().Start);

        named.BeginLap("2024-05-01T06:12:04Z"u8);
        Assert.Equal(Start + Duration.FromSeconds(1), named.ToActivity().Start);

        Point(named, "2024-05-01T06:12:05Z");
        Assert.Equal(Start + Duration.FromSeconds(2), named.ToActivity().Start);
    }

    [Fact]
    public void Without_any_time_it_has_no_start()
    {
        var made = new TcxActivity(warnings) { Id = "morning" };
        made.BeginLap("soon"u8);

        var activity = made.ToActivity();

        Assert.Null(activity.Start);
        Assert.False(activity.IsLocalTime);
    }

    [Theory]
    [InlineData("2024-05-01T06:12:03", true, null)]
    [InlineData("2024-05-01T06:12:03Z", false, null)]
    [InlineData("2024-05-01T08:12:03+02:00", false, 7200)]
    public void The_zone_is_that_of_its_start(string id, bool isLocal, int? offset)
    {
        var activity = new TcxActivity(warnings) { Id = id }.ToActivity();

        Assert.Equal((isLocal, offset), (activity.IsLocalTime, activity.UtcOffset?.Seconds));
    }

    [Fact]
    public void Totals_are_the_sums_of_the_laps_that_state_them()
    {
        var made = new TcxActivity(warnings);
        var first = made.BeginLap(""u8);
        first.SetTimer("300"u8);
        first.SetDistance("1000"u8);
        made.BeginLap(""u8).SetTimer("200"u8);

        var activity = made.ToActivity();

        Assert.Equal((500, 1000), (activity.TotalTimer!.Value.TotalSeconds, activity.TotalDistance!.Value.Metres));
        Assert.Equal(2, activity.Laps.Count);
        Assert.Null(new TcxActivity(warnings).ToActivity().TotalTimer);
        Assert.Null(new TcxActivity(warnings).ToActivity().TotalDistance);
    }

    [Fact]
    public void A_second_track_of_a_lap_follows_a_pause_and_the_first_of_the_next_lap_does_not()
    {
        var made = new TcxActivity(warnings);
        made.BeginLap(""u8);
        made.BeginTrack();
        Point(made, "2024-05-01T06:12:03Z");
        made.BeginTrack();
        Point(made, "2024-05-01T06:12:13Z");
        made.BeginLap(""u8);
        made.BeginTrack();
        Point(made, "2024-05-01T06:12:23Z");

        Assert.Equal([new Pause(Start, Start + Duration.FromSeconds(10))], made.ToActivity().Pauses);
    }

    [Fact]
    public void A_course_is_said_to_be_a_plan()
    {
        Assert.True(new TcxActivity(warnings) { IsCourse = true }.ToActivity().IsCourse);
        Assert.Equal([RemarkKind.PlannedRoute], warnings.ToRemarks());
    }

    [Fact]
    public void Sport_words_maker_and_product_are_those_of_the_file()
    {
        var activity = new TcxActivity(warnings) { Sport = "Running", Notes = "Along the river", Maker = "Forerunner 745", Product = "3589" }.ToActivity();

        Assert.Equal(("running", "Running", "Along the river"), (activity.Sport, activity.SportText, activity.Name));
        Assert.Equal(("Forerunner 745", "3589", ActivityFormat.Tcx), (activity.Maker, activity.Product, activity.Format));
    }

    private static void Point(TcxActivity made, string time)
    {
        made.Records.Begin();
        made.Records.SetTime(System.Text.Encoding.UTF8.GetBytes(time));
        made.FinishPoint();
    }
}
