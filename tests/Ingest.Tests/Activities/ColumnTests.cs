using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Tests.Activities;

public sealed class ColumnTests
{
    private static readonly Column Hundredths = new RawColumn<ushort>([0, 150, 0xFFFF, 321], 0xFFFF, new Scaling(100, Offset: 1));

    [Fact]
    public void Stored_numbers_come_out_scaled_and_missing_ones_as_null()
    {
        Assert.Equal([-1, 0.5, null, 2.21], [Hundredths[0], Hundredths[1], Hundredths[2], Hundredths[3]]);
        Assert.Equal((4, 3), (Hundredths.Length, Hundredths.MeasuredCount));
    }

    [Fact]
    public void Working_copy_has_NaN_where_nothing_was_measured()
    {
        var copy = new double[5];

        Hundredths.CopyTo(copy);

        Assert.Equal([-1, 0.5, double.NaN, 2.21, 0], copy);
        Assert.Throws<ArgumentException>(() => Hundredths.CopyTo(new double[3]));
    }

    [Fact]
    public void Part_of_a_column_counts_from_its_own_start()
    {
        var part = Hundredths.Slice(1, 2);

        Assert.Equal([0.5, double.NaN], part.ToArray());
        Assert.Equal(1, part.MeasuredCount);
        Assert.Equal([double.NaN], part.Slice(1, 1).ToArray());
        Assert.Throws<IndexOutOfRangeException>(() => part[2]);
    }

    [Fact]
    public void Picked_records_come_in_the_order_asked_for() =>
        Assert.Equal([2.21, -1, 2.21], Hundredths.Pick([3, 0, 3]).ToArray());

    [Fact]
    public void Column_of_doubles_keeps_them_to_the_bit()
    {
        var column = Column.Of([0.1, double.NaN, -5e-324]);

        Assert.Equal([0.1, double.NaN, -5e-324], column.ToArray());
        Assert.Equal(2, column.MeasuredCount);
    }

    [Fact]
    public void Semicircles_of_a_half_turn_are_180_degrees_exactly()
    {
        var column = new RawColumn<int>([int.MinValue, 1 << 30, 0], int.MaxValue, Scaling.Semicircles);

        Assert.Equal([-180.0, 90, 0], column.ToArray());
    }

    [Theory]
    [InlineData(12345u, 1000, 0, 12.345)]
    [InlineData(3u, 5, 500, -499.4)]
    public void Scaled_value_is_the_nearest_double(uint raw, double divisor, double offset, double expected) =>
        Assert.Equal(expected, new RawColumn<uint>([raw], uint.MaxValue, new Scaling(divisor, offset))[0]);
}
