using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Analysis.Weeks;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Weeks;

/// <summary>Weeks begin on the runner's day and hold seven of them.</summary>
public sealed class TrainingWeekTests
{
    [Theory]
    [InlineData(IsoDayOfWeek.Monday, 2026, 6, 22)]
    [InlineData(IsoDayOfWeek.Sunday, 2026, 6, 28)]
    [InlineData(IsoDayOfWeek.Saturday, 2026, 6, 27)]
    public void A_Sunday_belongs_to_the_week_that_the_runner_says(IsoDayOfWeek start, int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), TrainingWeek.Of(new(2026, 6, 28), start).FirstDay);

    [Fact]
    public void Any_day_lies_in_its_week_and_in_no_other() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<int>(), (days, start) =>
        {
            var day = new LocalDate(2026, 1, 1).PlusDays(days % 20_000);
            var week = TrainingWeek.Of(day, (IsoDayOfWeek)((Math.Abs(start % 7)) + 1));
            return week.Contains(day) && !week.Next.Contains(day) && !week.Previous.Contains(day)
                && Period.DaysBetween(week.FirstDay, day) is >= 0 and < 7;
        }).QuickCheckThrowOnFailure();
}
