using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Tests.FootStrikes;

public sealed class RecordedFootStrikeTests
{
    [Theory]
    [InlineData("FS")]
    [InlineData("Foot Strike")]
    [InlineData("footstrike_type")]
    [InlineData("FootStrikeLeft")]
    [InlineData("FootStrike R")]
    [InlineData("fs_l")]
    public void A_column_is_known_by_its_name_with_or_without_a_side(string name) => Assert.NotNull(Of((name, [5])));

    [Theory]
    [InlineData("Foot Strike Angle")]
    [InlineData("Strike")]
    [InlineData("Left")]
    [InlineData("")]
    public void Another_name_is_no_foot_strike(string name) => Assert.Null(Of((name, [5])));

    [Fact]
    public void A_column_that_never_measured_is_none() => Assert.Null(Of(("FS", [double.NaN])));

    // Up to 6 the heel, up to 10 the middle, above the forefoot.
    [Theory]
    [InlineData(0.5, 1, false)]
    [InlineData(6, 1, false)]
    [InlineData(6.1, 0, false)]
    [InlineData(10, 0, false)]
    [InlineData(10.1, 0, true)]
    [InlineData(16, 0, true)]
    public void The_number_tells_the_part_of_the_foot(double number, double heelShare, bool isForefoot)
    {
        var recorded = Of(("FS", [number]))!;

        Assert.Equal(new FootStrike(FootStrikeSource.Sensor, new Fraction(heelShare), Certainty.B, 100), recorded.Over([100]));
        Assert.Equal(isForefoot, recorded.IsForefoot(0));
    }

    [Fact]
    public void The_heels_share_is_taken_over_steps() =>
        Assert.Equal(0.25, Of(("FS", [5, 8, 12]))!.Over([50, 100, 50])!.HeelShare!.Value.Value);

    [Fact]
    public void Zeros_gaps_and_records_that_do_not_count_say_nothing()
    {
        var strike = Of(("FS", [5, 0, double.NaN, 8, -1]))!.Over([50, 100, 100, 0, 100])!;

        Assert.Equal((1, 50), (strike.HeelShare!.Value.Value, strike.RecordedSteps));
        Assert.Null(Of(("FS", [0, 5]))!.Over([100, 0]));
    }

    [Fact]
    public void Each_foot_counts_for_half_of_the_steps()
    {
        // The left lands on the heel at both records, the right on the forefoot at one and says nothing at the other.
        var recorded = Of(("FootStrikeLeft", [5, 5]), ("FootStrikeRight", [12, 0]))!;

        var strike = recorded.Over([100, 100])!;

        Assert.Equal((150, 100 / 150.0), (strike.RecordedSteps, strike.HeelShare!.Value.Value));
        Assert.False(recorded.IsForefoot(0));
        Assert.False(recorded.IsForefoot(1));
        Assert.True(Of(("FS_L", [9]), ("FS_R", [12]))!.IsForefoot(0));
    }

    private static RecordedFootStrike? Of(params (string Name, double[] Values)[] columns)
    {
        var count = columns[0].Values.Length;
        var records = new RecordStream(
            count,
            Column.Of([.. Enumerable.Range(0, count).Select(second => (double)second)]),
            new Dictionary<RecordField, Column>(),
            [.. columns.Select(column => new DeveloperColumn(column.Name, null, null, Column.Of(column.Values)))]);
        var rule = new StandRule(Choices.LongestStand.Value, Choices.ThinStand.Value, Choices.LongestThinStand.Value);
        return RecordedFootStrike.Of(Timeline.Of(records, [], rule, Choices.ClockSetBack.Value), records);
    }
}
