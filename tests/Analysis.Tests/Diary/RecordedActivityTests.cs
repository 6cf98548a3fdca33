using KneeLoad.Analysis.Diary;
using KneeLoad.Ingest.Quantities;
using NodaTime;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Diary;

public sealed class RecordedActivityTests
{
    [Fact]
    public void The_usual_session_is_the_median_of_four_weeks()
    {
        Assert.Equal(6000, Usual((1, 5), (2, 20), (3, 6))?.Metres);
        Assert.Equal(5500, Usual((1, 5), (2, 6))?.Metres);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(27, true)]
    [InlineData(28, false)]
    [InlineData(-1, false)]
    public void Runs_of_the_twenty_eight_days_that_end_with_the_day_count(int daysAgo, bool counts) =>
        Assert.Equal(counts, Usual((daysAgo, 5)) is not null);

    [Fact]
    public void Walks_and_unknown_distances_have_no_say()
    {
        RecordedActivity[] activities =
        [
            new(Today, IsRun: false, Duration.FromHours(2), new Distance(9000)),
            new(Today, IsRun: true, Duration.FromHours(2), null),
            new(Today, IsRun: true, Duration.FromHours(1), new Distance(7000)),
        ];

        Assert.Equal(7000, RecordedActivity.UsualSession(activities, Today)?.Metres);
        Assert.Null(RecordedActivity.UsualSession(activities[..2], Today));
        Assert.Null(RecordedActivity.UsualSession([], Today));
    }

    private static Distance? Usual(params (int DaysAgo, double Kilometres)[] runs) => RecordedActivity.UsualSession(
        [.. runs.Select(run => new RecordedActivity(Today.PlusDays(-run.DaysAgo), true, Duration.FromHours(1), new Distance(1000 * run.Kilometres)))], Today);
}
