using KneeLoad.Analysis.Cadences;

namespace KneeLoad.Analysis.Tests.Cadences;

public sealed class CadenceDriftTests
{
    private static readonly (int, int) Level = (30, 0);
    private static readonly (int, int) Hill = (25, 4);

    [Fact]
    public void The_last_third_less_the_first_is_the_drift() => Assert.Equal(-4, Of((120, 168, Level), (120, 100, Level), (120, 164, Level)));

    [Fact]
    public void Only_ground_that_both_thirds_hold_is_compared()
    {
        // On the level it falls by 4, a hill stands in the first third alone.
        Assert.Equal(-4, Of((120, 168, Level), (60, 120, Hill), (180, 100, Level), (180, 164, Level)));
        Assert.Null(Of((120, 168, Level), (120, 100, Level), (120, 164, Hill)));
    }

    [Fact]
    public void Several_kinds_of_ground_weigh_by_the_time_that_both_thirds_have()
    {
        // Level: 300 and 100 s with -4; hill: 100 and 300 s with -8: both have 100 s in common.
        Assert.Equal(-6, Of((300, 168, Level), (100, 160, Hill), (400, 0, Level), (100, 164, Level), (300, 152, Hill)));
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(119, false)]
    public void Two_minutes_in_common_are_the_least(double seconds, bool isKnown) =>
        Assert.Equal(isKnown, Of((seconds, 168, Level), (seconds, 100, Level), (seconds, 164, Level)) is not null);

    [Fact]
    public void A_cadence_that_does_not_count_is_passed_over() =>
        Assert.Equal(-4, Of((120, 168, Level), (60, double.NaN, Level), (180, 100, Level), (60, double.NaN, Level), (120, 164, Level)));

    [Fact]
    public void A_record_belongs_to_the_third_in_which_its_middle_lies()
    {
        // Thirds end at 150 and 300 s: the second record's middle, at 180 s, is in none of the two compared.
        Assert.Equal(-4, Of((120, 168, Level), (120, 100, Level), (210, 164, Level)));
    }

    [Fact]
    public void A_run_without_a_record_has_no_drift() => Assert.Null(Of());

    private static double? Of(params (double Seconds, double Cadence, (int, int) Place)[] records) => CadenceDrift.Of(
        [.. records.Select(record => record.Seconds)], [.. records.Select(record => record.Cadence)], [.. records.Select(record => record.Place)]);
}
