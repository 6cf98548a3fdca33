using KneeLoad.Web.Features.WeeklyMail.Times;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail.Times;

public sealed class IsoWeekTests
{
    [Theory]
    [InlineData(2026, 11, 16, "2026-W47")]
    [InlineData(2026, 11, 22, "2026-W47")]
    [InlineData(2026, 12, 27, "2026-W52")]
    [InlineData(2026, 12, 28, "2026-W53")]
    [InlineData(2027, 1, 3, "2026-W53")]
    [InlineData(2027, 1, 4, "2027-W01")]
    [InlineData(2024, 12, 30, "2025-W01")]
    [InlineData(2028, 2, 29, "2028-W09")]
    public void A_day_has_the_week_of_ISO_8601(int year, int month, int day, string expected)
    {
        var week = IsoWeek.Of(new LocalDate(year, month, day));

        Assert.Equal(expected, week.ToString());
    }

    [Fact]
    public void A_week_runs_from_Monday_to_Sunday()
    {
        var week = IsoWeek.Of(new LocalDate(2026, 11, 18));

        Assert.Equal(new LocalDate(2026, 11, 16), week.FirstDay);
        Assert.Equal(new LocalDate(2026, 11, 22), week.LastDay);
        Assert.Equal(week.FirstDay, week.On(IsoDayOfWeek.Monday));
        Assert.Equal(week.LastDay, week.On(IsoDayOfWeek.Sunday));
        Assert.Equal("2026-W46", week.Previous.ToString());
    }
}
