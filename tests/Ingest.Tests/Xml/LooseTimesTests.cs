using System.Text;
using KneeLoad.Ingest.Xml;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Xml;

/// <summary>The edges of the times that the schema knows not; the plain ones are told in <see cref="XmlTimesTests"/>.</summary>
public sealed class LooseTimesTests
{
    [Theory]
    [InlineData("100000000", 100_000_000)]
    [InlineData("99999999999", 99_999_999_999)]
    [InlineData("100000000000", 100_000_000)]
    [InlineData("7299999999999", 7_299_999_999.999)]
    [InlineData("1714543923.25", 1_714_543_923.25)]
    public void A_number_counts_seconds_and_from_eleven_zeros_on_milliseconds(string text, double seconds) =>
        Assert.Equal(seconds, Read(text)!.Value.UnixSeconds, 3);

    [Theory]
    [InlineData("99999999")]
    [InlineData("7300000000000")]
    [InlineData("-1714543923")]
    [InlineData("+1714543923")]
    [InlineData("1.7e9")]
    public void A_number_before_1973_or_beyond_2200_is_no_time(string text) => Assert.Null(Read(text));

    [Theory]
    [InlineData("1/2/2024 12:00:00 AM", 0)]
    [InlineData("1/2/2024 1:00:00 am", 1)]
    [InlineData("1/2/2024 11:00:00 AM", 11)]
    [InlineData("1/2/2024 12:00:00 PM", 12)]
    [InlineData("1/2/2024 1:00:00 PM", 13)]
    [InlineData("1/2/2024 11:00:00 pm", 23)]
    public void Twelve_is_the_first_hour_of_a_half_day(string text, int hour) => Assert.Equal(hour, Read(text)!.Value.ToInstant().InUtc().Hour);

    [Theory]
    [InlineData("1/2/2024 0:00:00 AM")]
    [InlineData("1/2/2024 13:00:00 PM")]
    public void A_half_day_has_hours_from_one_to_twelve(string text) => Assert.Null(Read(text));

    [Theory]
    [InlineData("12/11/2024 06:00", true)]
    [InlineData("12/12/2024 06:00", false)]
    [InlineData("12/13/2024 06:00", false)]
    [InlineData("13/12/2024 06:00", false)]
    [InlineData("12.11.2024 06:00", false)]
    [InlineData("2024/12/11 06:00", false)]
    public void A_day_is_unsure_where_both_readings_are_days_and_they_differ(string text, bool isUnsure) =>
        Assert.Equal(isUnsure, Read(text)!.Value.IsDayUnsure);

    [Theory]
    [InlineData("13/13/2024 06:00")]
    [InlineData("2024/2/30 06:00")]
    [InlineData("24/1/2 06:00")]
    [InlineData("2024/1 06:00")]
    [InlineData("2024/1/2/3 06:00")]
    [InlineData("2024/x/2 06:00")]
    [InlineData("2024//2 06:00")]
    [InlineData("20240102 6")]
    [InlineData("2024010 06:00")]
    [InlineData("2024/1/2")]
    [InlineData("T06:00")]
    [InlineData("2024/1/2 06")]
    [InlineData("2024/1/2 06:0")]
    [InlineData("2024/1/2 06:00:")]
    [InlineData("2024/1/2 006:00")]
    [InlineData("2024/1/2 06:00:00 CEST")]
    public void What_says_no_one_day_and_hour_is_no_time(string text) => Assert.Null(Read(text));

    [Theory]
    [InlineData("2024-05-01 6:2:3 +02:00", 120)]
    [InlineData("2024-05-01T08:12:03+02:00[Europe/Berlin]", 120)]
    [InlineData("2024-05-01 08:12:03 gmt", 0)]
    [InlineData("2024-05-01 08:12:03 PM UTC", 0)]
    [InlineData("2024-05-01 08:12", null)]
    public void A_zone_may_stand_apart_and_its_name_behind(string text, int? minutes) => Assert.Equal(minutes, Read(text)!.Value.OffsetMinutes);

    [Fact]
    public void A_time_of_sixty_letters_is_the_longest()
    {
        const string Time = "2024/05/01 06:12:03";

        Assert.NotNull(Read(Time.PadRight(60)));
        Assert.Null(Read(Time.PadRight(61)));
        Assert.Null(Read(string.Empty));
    }

    [Fact]
    public void A_mailed_date_is_in_universal_time() =>
        Assert.Equal(Instant.FromUtc(2024, 5, 1, 6, 12, 3), Read("Wed, 01 May 2024 06:12:03 GMT")!.Value.ToInstant());

    private static XmlTime? Read(string text) => LooseTimes.TryRead(Encoding.UTF8.GetBytes(text), out var time) ? time : null;
}
