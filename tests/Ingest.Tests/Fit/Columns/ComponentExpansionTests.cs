using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Columns;

namespace KneeLoad.Ingest.Tests.Fit.Columns;

public sealed class ComponentExpansionTests
{
    private static readonly Column Narrow = Column.Of([1, 2, double.NaN]);

    [Fact]
    public void A_wide_column_that_is_missing_is_the_narrow_one()
    {
        var columns = With(Narrow, null);

        ComponentExpansion.Fill(columns, RecordField.Speed, RecordField.EnhancedSpeed);

        Assert.Same(Narrow, columns[(int)RecordField.EnhancedSpeed]);
    }

    [Fact]
    public void Gaps_of_the_wide_column_are_filled_and_its_own_values_stay()
    {
        var columns = With(Narrow, Column.Of([double.NaN, 20, double.NaN]));

        ComponentExpansion.Fill(columns, RecordField.Speed, RecordField.EnhancedSpeed);

        Assert.Equal([1, 20, double.NaN], columns[(int)RecordField.EnhancedSpeed]!.ToArray());
        Assert.Equal([1, 2, double.NaN], columns[(int)RecordField.Speed]!.ToArray());
    }

    [Fact]
    public void A_wide_column_without_gaps_stays_the_same()
    {
        var wide = Column.Of([10, 20, 30]);
        var columns = With(Narrow, wide);

        ComponentExpansion.Fill(columns, RecordField.Speed, RecordField.EnhancedSpeed);

        Assert.Same(wide, columns[(int)RecordField.EnhancedSpeed]);
    }

    [Fact]
    public void Without_a_narrow_column_nothing_is_filled()
    {
        var wide = Column.Of([10, double.NaN, 30]);
        var columns = With(null, wide);

        ComponentExpansion.Fill(columns, RecordField.Speed, RecordField.EnhancedSpeed);

        Assert.Same(wide, columns[(int)RecordField.EnhancedSpeed]);
        Assert.Null(columns[(int)RecordField.Speed]);
    }

    private static Column?[] With(Column? narrow, Column? wide)
    {
        var columns = new Column?[RecordStream.FieldCount];
        columns[(int)RecordField.Speed] = narrow;
        columns[(int)RecordField.EnhancedSpeed] = wide;
        return columns;
    }
}
