using KneeLoad.Ingest.Plausibility.Distances;

namespace KneeLoad.Ingest.Tests.Plausibility.Distances;

public sealed class DistanceColumnTests
{
    [Fact]
    public void A_column_that_rises_is_right_as_it_is()
    {
        var column = Of(0, 3, 6, 6, 9)!;

        Assert.Equal((9, 0, 0), (column.Metres, column.NewBeginnings, column.StepsLeftOut));
        Assert.Null(column.Values);
    }

    [Fact]
    public void A_column_without_a_metre_is_none()
    {
        Assert.Null(Of());
        Assert.Null(Of(0, 0, 0));
        Assert.Null(Of(double.NaN, double.NaN));
    }

    [Theory]
    [InlineData(100, 109)]
    [InlineData(101, 9)]
    public void A_column_that_begins_beyond_a_hundred_metres_goes_on_from_an_earlier_session(double first, double metres) =>
        Assert.Equal(metres, Of(first, first + 9)!.Metres);

    [Fact]
    public void A_small_fall_is_a_correction_and_takes_nothing_away()
    {
        var column = Of(0, 20, 15, 18)!;

        Assert.Equal((20, 0), (column.Metres, column.NewBeginnings));
        Assert.Null(column.Values);
    }

    [Fact]
    public void A_column_that_begins_anew_is_added_up()
    {
        var column = Slow(0, 60, 120, 0, 10, 20)!;

        Assert.Equal((140, 1, 0), (column.Metres, column.NewBeginnings, column.StepsLeftOut));
        Assert.Equal([0, 60, 120, 120, 130, 140], column.Values!);
    }

    [Theory]
    [InlineData(49, 1)]
    [InlineData(50, 0)]
    public void It_begins_anew_below_fifty_metres(double value, int beginnings) => Assert.Equal(beginnings, Slow(0, 60, 120, value)!.NewBeginnings);

    [Theory]
    [InlineData(100, 0)]
    [InlineData(101, 1)]
    public void It_can_begin_anew_beyond_a_hundred_metres(double furthest, int beginnings) =>
        Assert.Equal(beginnings, Slow(0, 50, furthest, 0)!.NewBeginnings);

    [Fact]
    public void A_leap_beyond_what_can_be_run_is_left_out_and_the_way_goes_on_behind_it()
    {
        // 12 m/s for the second that passed and one more: 24 m; the leap is 1000.
        var column = Of(0, 3, 1003, 1006)!;

        Assert.Equal((6, 0, 1), (column.Metres, column.NewBeginnings, column.StepsLeftOut));
        Assert.Equal([0, 3, 3, 6], column.Values!);
    }

    [Theory]
    [InlineData(30, 0)]
    [InlineData(31, 1)]
    public void Thirty_metres_at_once_are_a_display_that_catches_up(double metres, int leftOut) => Assert.Equal(leftOut, Of(0, 3, 3 + metres)!.StepsLeftOut);

    [Fact]
    public void A_column_that_stood_for_long_may_catch_up_all_of_it()
    {
        // Stands at 3 m from second 1 to 9: at second 10, nine seconds and one more allow 120 m.
        Assert.Equal(0, Of(0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 123)!.StepsLeftOut);
        Assert.Equal(1, Of(0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 124)!.StepsLeftOut);
    }

    [Fact]
    public void A_leap_that_is_taken_back_costs_nothing()
    {
        var column = Of(0, 3, 1003, 1006, 9, 12)!;

        Assert.Equal((12, 1), (column.Metres, column.StepsLeftOut));
        Assert.Equal([0, 3, 3, 6, 9, 12], column.Values!);
    }

    [Fact]
    public void Records_without_a_distance_stay_without_one()
    {
        var column = Of(double.NaN, 3, double.NaN, 1003, double.NaN)!;

        Assert.Equal([double.NaN, 3, double.NaN, 3, double.NaN], column.Values!);
    }

    [Fact]
    public void What_came_before_the_first_fault_is_counted_from_the_same_beginning()
    {
        // Begins at 500 m, as after another session; then a leap.
        var column = Of(500, 503, 1503, 1506)!;

        Assert.Equal(6, column.Metres);
        Assert.Equal([0, 3, 3, 6], column.Values!);
    }

    /// <summary>A record every ten seconds: what is run between two of them is no leap.</summary>
    private static DistanceColumn? Slow(params double[] metres) =>
        DistanceColumn.Of([.. Enumerable.Range(0, metres.Length).Select(record => 10.0 * record)], metres);

    private static DistanceColumn? Of(params double[] metres) =>
        DistanceColumn.Of([.. Enumerable.Range(0, metres.Length).Select(second => (double)second)], metres);
}
