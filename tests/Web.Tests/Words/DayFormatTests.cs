using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Tests.Words;

public sealed class DayFormatTests
{
    private static readonly LocalDate Today = new(2026, 5, 6);
    private static readonly DayFormat Days = Language.English.Days;

    [Theory]
    [InlineData(0, "today")]
    [InlineData(1, "yesterday")]
    [InlineData(6, "Thursday")]
    [InlineData(7, "Wed 29 Apr 2026")]
    [InlineData(-1, "Thu 7 May 2026")]
    public void Relative_days_read_as_people_say_them(int daysAgo, string expected) =>
        Assert.Equal(expected, Days.Relative(Today.PlusDays(-daysAgo), Today));

    [Fact]
    public void A_span_names_the_month_once_where_it_can()
    {
        Assert.Equal("4\u201310 May", Days.Span(new(2026, 5, 4), new(2026, 5, 10)));
        Assert.Equal("27 Apr\u20133 May", Days.Span(new(2026, 4, 27), new(2026, 5, 3)));
    }

    [Fact]
    public void Weekdays_have_names() => Assert.Equal("Sunday", Days.Weekday(IsoDayOfWeek.Sunday));
}
