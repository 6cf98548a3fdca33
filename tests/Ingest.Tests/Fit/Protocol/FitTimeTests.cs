using KneeLoad.Ingest.Fit.Protocol;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit.Protocol;

public sealed class FitTimeTests
{
    private const uint Noon = 1_000_000_000;
    private const int Hour = 3600;

    [Fact]
    public void The_epoch_is_the_last_day_of_1989() => Assert.Equal(Instant.FromUtc(1989, 12, 31, 0, 0), FitTime.ToInstant(0));

    [Fact]
    public void A_thousand_million_seconds_after_it_are_in_September_2021() =>
        Assert.Equal(Instant.FromUtc(2021, 9, 8, 1, 46, 40), FitTime.ToInstant(1_000_000_000));

    [Fact]
    public void The_last_time_lies_in_2126() => Assert.Equal(2126, FitTime.ToInstant(uint.MaxValue - 1).InUtc().Year);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2 * Hour, 2 * Hour)]
    [InlineData((5 * Hour) + 1800, (5 * Hour) + 1800)]
    [InlineData((5 * Hour) + 2700, (5 * Hour) + 2700)]
    [InlineData(-(3 * Hour) - 1800, -(3 * Hour) - 1800)]
    [InlineData(14 * Hour, 14 * Hour)]
    [InlineData(-12 * Hour, -12 * Hour)]
    public void Local_time_less_universal_time_is_the_offset(int difference, int offset) =>
        Assert.Equal(Offset.FromSeconds(offset), FitTime.OffsetBetween(Noon, (uint)(Noon + difference)));

    [Theory]
    [InlineData(Hour + 60, Hour)]
    [InlineData(Hour - 60, Hour)]
    [InlineData(-59, 0)]
    public void A_minute_of_lag_between_the_two_clocks_is_forgiven(int difference, int offset) =>
        Assert.Equal(Offset.FromSeconds(offset), FitTime.OffsetBetween(Noon, (uint)(Noon + difference)));

    [Theory]
    [InlineData(Hour + 61)]
    [InlineData(Hour - 61)]
    [InlineData(Hour + 450)]
    [InlineData((14 * Hour) + 900)]
    [InlineData((-12 * Hour) - 900)]
    public void A_difference_that_no_zone_has_is_no_offset(int difference) =>
        Assert.Null(FitTime.OffsetBetween(Noon, (uint)(Noon + difference)));

    [Fact]
    public void Either_time_alone_gives_no_offset()
    {
        Assert.Null(FitTime.OffsetBetween(null, Noon));
        Assert.Null(FitTime.OffsetBetween(Noon, null));
        Assert.Null(FitTime.OffsetBetween(null, null));
    }

    [Fact]
    public void Times_at_both_ends_of_the_count_are_compared_without_overflow()
    {
        Assert.Null(FitTime.OffsetBetween(0, uint.MaxValue));
        Assert.Null(FitTime.OffsetBetween(uint.MaxValue, 0));
    }

    [Theory]
    [InlineData(0x3Bu, 0x1B, 0x3Bu)]
    [InlineData(0x3Bu, 0x1D, 0x3Du)]
    [InlineData(0x3Bu, 0x1F, 0x3Fu)]
    [InlineData(0x3Bu, 0x00, 0x40u)]
    [InlineData(0x3Bu, 0x02, 0x42u)]
    [InlineData(0x3Bu, 0x1A, 0x5Au)]
    public void Five_bits_replace_the_lowest_ones_and_never_go_back(uint last, int lowBits, uint expected) =>
        Assert.Equal(expected, FitTime.AfterOffset(last, lowBits));

    [Fact]
    public void A_compressed_time_rolls_over_at_the_end_of_the_count()
    {
        Assert.Equal(0u, FitTime.AfterOffset(uint.MaxValue, 0));
        Assert.Equal(30u, FitTime.AfterOffset(uint.MaxValue, 30));
    }
}
