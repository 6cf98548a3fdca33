using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Json;
using KneeLoad.Ingest.Remarks;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Exports;

public sealed class GarminByHandReaderTests
{
    // 2021-09-08T01:46:40Z in milliseconds.
    private const string Start = "\"startTimeGmt\":1631065600000.0";

    [Fact]
    public void A_run_has_its_start_zone_time_and_length_in_our_units()
    {
        var run = Assert.Single(Read($$"""
            {"name":"Forest","activityType":"running",{{Start}},"startTimeLocal":1631072800000,"duration":1800500,"distance":500050}
            """).Activities);

        Assert.Equal((ActivityFormat.GarminExport, "running", "Forest", "Garmin"), (run.Format, run.SportText, run.Name, run.Maker));
        Assert.Equal(Instant.FromUtc(2021, 9, 8, 1, 46, 40), run.Start);
        Assert.Equal(Offset.FromHours(2), run.UtcOffset);
        Assert.Equal((Duration.FromMilliseconds(1_800_500), Duration.FromMilliseconds(1_800_500)), (run.TotalTimer, run.TotalElapsed));
        Assert.Equal(5000.5, run.TotalDistance!.Value.Metres);
        Assert.Equal(0, run.Records.Count);
    }

    [Theory]
    [InlineData("\"manualActivity\":true,\"deviceId\":7", 1)]
    [InlineData("\"manualActivity\":false", 0)]
    [InlineData("\"deviceId\":0", 1)]
    [InlineData("\"deviceId\":null", 1)]
    [InlineData("\"deviceId\":3412345678", 0)]
    [InlineData("\"avgHr\":140.0", 0)]
    [InlineData("\"maxHr\":0", 1)]
    [InlineData("\"splits\":[{\"a\":1}]", 0)]
    [InlineData("\"other\":{\"deviceId\":7}", 1)]
    public void What_a_device_recorded_lies_beside_the_list_and_is_passed_over(string fields, int runs) =>
        Assert.Equal(runs, Read("{" + Start + "," + fields + "}").Activities.Count);

    [Theory]
    [InlineData("\"startTimeGmt\":0")]
    [InlineData("\"startTimeGmt\":-1")]
    [InlineData("\"startTimeGmt\":1e14")]
    [InlineData("\"startTimeGmt\":\"2021-09-08\"")]
    [InlineData("\"name\":\"Forest\"")]
    public void A_run_without_a_start_is_none(string fields)
    {
        var result = Read("{" + fields + ",\"manualActivity\":true}");

        Assert.Equal((ReadStatus.LeftAside, ReadFault.NoActivity), (result.Status, result.Fault));
        Assert.Equal(RemarkKind.ListHoldsNoRunByHand, result.Reason);
    }

    [Fact]
    public void The_second_name_of_the_start_serves_where_the_first_is_missing()
    {
        Assert.Equal(Instant.FromUtc(2021, 9, 8, 1, 46, 40), Read("""{"beginTimestamp":1631065600000,"manualActivity":true}""").Activities[0].Start);
        Assert.Equal(Instant.FromUtc(2021, 9, 8, 1, 46, 40), ReadRun("\"beginTimestamp\":5").Activities[0].Start);
    }

    [Theory]
    [InlineData(18 * 3600, true)]
    [InlineData((18 * 3600) + 1, false)]
    [InlineData(-18 * 3600, true)]
    [InlineData((-18 * 3600) - 1, false)]
    public void A_zone_beyond_eighteen_hours_is_unknown(int seconds, bool isKnown)
    {
        var local = 1_631_065_600_000 + (1000L * seconds);

        var run = ReadRun($"\"startTimeLocal\":{local}").Activities[0];

        Assert.Equal(isKnown ? Offset.FromSeconds(seconds) : null, run.UtcOffset);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-5", "-5")]
    [InlineData("1e11", "1e9")]
    [InlineData("null", "null")]
    [InlineData("\"30\"", "[1]")]
    public void A_time_or_length_that_cannot_be_is_unknown(string duration, string distance)
    {
        var run = ReadRun($"\"duration\":{duration},\"distance\":{distance}").Activities[0];

        Assert.Null(run.TotalTimer);
        Assert.Null(run.TotalDistance);
    }

    [Fact]
    public void The_kind_of_activity_is_more_than_the_sport()
    {
        Assert.Equal("trail_running", ReadRun("""
            "sportType":"RUNNING","activityType":"trail_running"
            """).Activities[0].SportText);
        Assert.Equal("RUNNING", ReadRun("""
            "sportType":"RUNNING","activityType":{"a":1}
            """).Activities[0].SportText);
    }

    [Fact]
    public void A_list_cut_after_a_run_gives_that_run_and_says_so()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes("[{\"summarizedActivitiesExport\":[{" + Start + "},{\"na")];

        var result = GarminByHandReader.Read(content);

        Assert.Equal((ReadStatus.Partial, ReadFault.Truncated, (long)content.Length), (result.Status, result.Fault, result.ByteOffset));
        Assert.Single(result.Activities);
    }

    [Fact]
    public void A_list_cut_before_any_run_is_left_aside()
    {
        var result = GarminByHandReader.Read(Encoding.UTF8.GetBytes("""[{"summarizedActivitiesExport":[{"na"""));

        Assert.Equal((ReadStatus.LeftAside, ReadFault.UnknownFormat), (result.Status, result.Fault));
    }

    [Fact]
    public void A_list_is_known_by_its_name_within_the_first_four_thousand_bytes()
    {
        const int HeadBytes = 4096;
        const string Mark = "\"summarizedactivitiesexport\"";

        Assert.True(GarminByHandReader.IsExport(Encoding.UTF8.GetBytes(new string(' ', HeadBytes - Mark.Length) + Mark)));
        Assert.False(GarminByHandReader.IsExport(Encoding.UTF8.GetBytes(new string(' ', HeadBytes - Mark.Length + 1) + Mark)));
        Assert.False(GarminByHandReader.IsExport([]));
    }

    [Theory]
    [InlineData("\\uD83C")]
    [InlineData("\\uDFC3 and on")]
    public void Half_a_sign_in_a_name_leaves_the_run_without_one(string name)
    {
        var run = Assert.Single(ReadRun($"\"name\":\"{name}\"").Activities);

        Assert.Null(run.Name);
        Assert.NotNull(run.Start);
    }

    [Fact]
    public void Bytes_that_are_no_text_leave_a_property_unread()
    {
        byte[] content =
            [.. "[{\"summarizedActivitiesExport\":[{\""u8, 0xC3, 0x28, .. "\":1,\"startTimeGmt\":1631065600000,\"name\":\""u8, 0xFF, .. "\"}]}]"u8];

        Assert.Null(Assert.Single(GarminByHandReader.Read(content).Activities).Name);
    }

    private static ReadResult ReadRun(string fields) => Read("{" + Start + "," + fields + "}");

    private static ReadResult Read(string activity) =>
        GarminByHandReader.Read(Encoding.UTF8.GetBytes("[{\"summarizedActivitiesExport\":[" + activity + "]}]"));
}
