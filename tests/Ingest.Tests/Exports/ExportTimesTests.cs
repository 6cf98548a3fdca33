using System.Globalization;
using System.Text.Json;
using KneeLoad.Ingest.Exports.Values;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Exports;

/// <summary>Moments of exports: numbers of any unit since 1970, and texts with or without a zone.</summary>
public sealed class ExportTimesTests
{
    [Theory]
    [InlineData("1646128800")]
    [InlineData("1646128800.0")]
    [InlineData("1646128800000")]
    [InlineData("1646128800000000")]
    [InlineData("1646128800000000000")]
    [InlineData("2022-03-01T10:00:00Z")]
    [InlineData("2022-03-01 12:00:00 +0200")]
    [InlineData("2022-03-01T06:30:00.000-03:30")]
    public void A_moment_is_one_whatever_unit_or_zone_it_is_written_in(string text) =>
        Assert.Equal(1_646_128_800, ExportTimes.Of(text)?.UnixSeconds);

    [Fact]
    public void A_host_whose_decimal_sign_is_a_comma_reads_the_same_moment()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NumberGroupSeparator) = (",", ".");
        try
        {
            CultureInfo.CurrentCulture = comma;

            Assert.Equal(1_646_128_800.5, ExportTimes.Of("1646128800.5")?.UnixSeconds);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_text_without_a_zone_is_the_runners_clock()
    {
        var time = ExportTimes.Of("2022-03-01 10:00:00")!.Value;

        Assert.Equal((Instant.FromUtc(2022, 3, 1, 10, 0), true), (time.Instant, time.IsLocal));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("7300000000")]
    [InlineData("2026.03.02")]
    [InlineData("1646128800,5")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_number_that_counts_something_else_is_no_moment(string? text) => Assert.Null(ExportTimes.Of(text));

    [Fact]
    public void A_value_that_is_neither_number_nor_text_is_no_moment() => Assert.Null(ExportTimes.Of(JsonDocument.Parse("[true]").RootElement[0]));
}
