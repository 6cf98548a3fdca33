using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Analysis.Tests.Cadences;

public sealed class CadenceSignalTests
{
    [Fact]
    public void Strides_of_one_leg_are_doubled_and_steps_of_both_are_not()
    {
        Assert.Equal([170.0, 172], Of(CadenceUnit.StridesPerMinute, [85, 86])!);
        Assert.Equal([170.0, 172], Of(CadenceUnit.StepsPerMinute, [170, 172])!);
    }

    [Fact]
    public void The_part_after_the_point_is_added_before_doubling_where_there_is_one() =>
        Assert.Equal([171.0, 172], Of(CadenceUnit.StridesPerMinute, [85, 86], [0.5, double.NaN])!);

    [Fact]
    public void A_zero_and_more_than_anyone_steps_are_not_measured() =>
        Assert.Equal([double.NaN, 260, double.NaN, double.NaN], Of(CadenceUnit.StepsPerMinute, [0, 260, 260.1, double.NaN])!);

    [Fact]
    public void Without_a_column_or_a_unit_there_is_no_cadence()
    {
        Assert.Null(Of(CadenceUnit.StepsPerMinute, null));
        Assert.Null(Of(CadenceUnit.None, [85]));
        Assert.Null(Of(CadenceUnit.StepsPerMinute, [double.NaN]));
    }

    private static double[]? Of(CadenceUnit unit, double[]? cadence, double[]? fraction = null)
    {
        var count = cadence?.Length ?? 1;
        var columns = new Dictionary<RecordField, Column>();
        if (cadence is not null)
        {
            columns[RecordField.Cadence] = Column.Of(cadence);
        }

        if (fraction is not null)
        {
            columns[RecordField.FractionalCadence] = Column.Of(fraction);
        }

        var records = new RecordStream(count, Column.Of([.. Enumerable.Range(0, count).Select(second => (double)second)]), columns);
        var rule = new StandRule(Choices.LongestStand.Value, Choices.ThinStand.Value, Choices.LongestThinStand.Value);
        var timeline = Timeline.Of(records, [], rule, Choices.ClockSetBack.Value);
        return CadenceSignal.Of(timeline, new Activity { Format = ActivityFormat.Fit, CadenceUnit = unit, Records = records });
    }
}
