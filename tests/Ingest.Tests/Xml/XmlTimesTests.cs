using System.Text;
using KneeLoad.Ingest.Xml;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Xml;

public sealed class XmlTimesTests
{
    private static readonly Instant Expected = Instant.FromUtc(2024, 5, 1, 6, 12, 3);

    [Theory]
    [InlineData("2024-05-01T06:12:03Z", 0)]
    [InlineData("2024-05-01T06:12:03", null)]
    [InlineData("2024-05-01 06:12:03Z", 0)]
    [InlineData("2024-05-01T08:12:03+02:00", 120)]
    [InlineData("2024-05-01T08:12:03+0200", 120)]
    [InlineData("2024-04-30T20:42:03-09:30", -570)]
    public void Zones_are_taken_into_account(string text, int? offsetMinutes)
    {
        Assert.True(XmlTimes.TryRead(Encoding.UTF8.GetBytes(text), out var time));

        Assert.Equal(Expected, time.ToInstant());
        Assert.Equal(offsetMinutes, time.OffsetMinutes);
    }

    [Theory]
    [InlineData("2024/05/01 06:12:03", null)]
    [InlineData("2024/05/01T06:12:03Z", 0)]
    [InlineData("01.05.2024 06:12:03", null)]
    [InlineData("1.5.2024 6:12:03", null)]
    [InlineData("2024-5-1T6:12:03Z", 0)]
    [InlineData("20240501T061203Z", 0)]
    [InlineData("2024-05-01 08:12:03 +0200", 120)]
    [InlineData("2024-05-01T08:12:03+02", 120)]
    [InlineData("2024-05-01T06:12:03 UTC", 0)]
    [InlineData("2024-05-01T06:12:03Z[UTC]", 0)]
    [InlineData("2024-05-01 06:12:03 AM", null)]
    [InlineData("Wed, 01 May 2024 06:12:03 GMT", 0)]
    [InlineData("1714543923", 0)]
    [InlineData("1714543923000", 0)]
    [InlineData("2567-05-01T06:12:03Z", 0)]
    [InlineData("  2024-05-01T06:12:03Z ", 0)]
    public void Times_that_the_schema_knows_not_are_read_where_they_say_one_thing(string text, int? offsetMinutes)
    {
        Assert.True(XmlTimes.TryRead(Encoding.UTF8.GetBytes(text), out var time));

        Assert.Equal((Expected, offsetMinutes, false), (time.ToInstant(), time.OffsetMinutes, time.IsDayUnsure));
    }

    [Theory]
    [InlineData("25/04/2024 18:00:00", 25, 4, false)]
    [InlineData("04/25/2024 6:00:00 PM", 25, 4, false)]
    [InlineData("04/05/2024 18:00", 5, 4, true)]
    [InlineData("04-05-2024 18:00", 5, 4, true)]
    [InlineData("04/04/2024 18:00", 4, 4, false)]
    [InlineData("04.05.2024 18:00", 4, 5, false)]
    public void A_day_that_may_be_a_month_is_unsure(string text, int day, int month, bool isUnsure)
    {
        Assert.True(XmlTimes.TryRead(Encoding.UTF8.GetBytes(text), out var time));

        Assert.Equal((Instant.FromUtc(2024, month, day, 18, 0), isUnsure), (time.ToInstant(), time.IsDayUnsure));
    }

    [Theory]
    [InlineData("2024-05-01T06:12:03.5Z", 0.5)]
    [InlineData("2024-05-01T06:12:03.340000Z", 0.34)]
    [InlineData("2024-05-01T06:12:03.123456789123Z", 0.123456789)]
    public void Parts_of_a_second_are_kept(string text, double part)
    {
        Assert.True(XmlTimes.TryRead(Encoding.UTF8.GetBytes(text), out var time));

        Assert.Equal(Expected.ToUnixTimeSeconds() + part, time.UnixSeconds, 6);
    }

    [Theory]
    [InlineData("2016-12-31T23:59:60Z")]
    [InlineData("2016-12-31T24:00:00Z")]
    [InlineData("2017-01-01T00:00:00Z")]
    public void CL_06_A_leap_second_is_the_first_of_the_next_day(string text)
    {
        Assert.True(XmlTimes.TryRead(Encoding.UTF8.GetBytes(text), out var time));

        Assert.Equal(Instant.FromUtc(2017, 1, 1, 0, 0), time.ToInstant());
    }

    [Theory]
    [InlineData("1989-12-31T00:00:00Z")]
    [InlineData("2106-02-07T06:28:15Z")]
    [InlineData("2024-02-29T00:00:00Z")]
    public void Ends_of_the_clocks_of_devices_are_read(string text) =>
        Assert.True(XmlTimes.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2024-05-01")]
    [InlineData("2024-13-01T06:12:03Z")]
    [InlineData("2023-02-29T06:12:03Z")]
    [InlineData("2024-05-01T25:12:03Z")]
    [InlineData("2024-05-01T06:60:03Z")]
    [InlineData("2024-05-01T06:12:61Z")]
    [InlineData("2024-05-01T06:12:03.Z")]
    [InlineData("2024-05-01T06:12:03Q")]
    [InlineData("2024-05-01T06:12:03+25:00")]
    [InlineData("2024-05-01T06:12:03+2")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void What_is_no_time_is_refused(string text) =>
        Assert.False(XmlTimes.TryRead(Encoding.UTF8.GetBytes(text), out _));
}
