using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Columns;
using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Tests.Fit.Columns;

public sealed class WideColumnBuilderTests
{
    [Fact]
    public void Fields_of_several_types_follow_one_another_in_one_column()
    {
        var builder = new WideColumnBuilder(new Scaling(10), 4);

        builder.Take([0, 25], new FieldDefinition(3, null, 0, 1, FitBaseType.UInt8), stride: 2, row: 0, bigEndian: false);
        builder.Take([0, 0x01, 0x00, 0, 0xFF, 0xFF], new FieldDefinition(3, null, 0, 2, FitBaseType.UInt16), stride: 3, row: 1, bigEndian: true);
        builder.Take([0, 0xFF, 0xFF, 0xFF, 0xFF], new FieldDefinition(3, null, 0, 4, FitBaseType.SInt32), stride: 5, row: 3, bigEndian: true);

        Assert.Equal([2.5, 25.6, double.NaN, -0.1], builder.Build()!.ToArray());
    }

    [Fact]
    public void A_value_that_is_set_keeps_its_fraction()
    {
        var builder = new WideColumnBuilder(new Scaling(100), 1);

        builder.Set(0, 0.0625);

        Assert.Equal([0.0625], builder.Build()!.ToArray());
    }

    [Fact]
    public void Values_at_the_border_of_a_range_stay_and_those_beyond_are_dropped()
    {
        var builder = new WideColumnBuilder(Scaling.None, 4);
        double[] values = [-90, 90, Math.BitIncrement(90), Math.BitDecrement(-90)];
        for (var row = 0; row < values.Length; row++)
        {
            builder.Set(row, values[row]);
        }

        builder.DropOutside(-90, 90);

        Assert.Equal([-90, 90, double.NaN, double.NaN], builder.Build()!.ToArray());
    }

    [Fact]
    public void A_column_without_a_value_is_none_and_a_wide_one_stays_what_it_is()
    {
        var builder = new WideColumnBuilder(Scaling.None, 2);

        Assert.Null(builder.Build());
        Assert.Null(builder.Type);
        Assert.Same(builder, builder.Widen());
    }
}
