using KneeLoad.Analysis.Loads;

namespace KneeLoad.Analysis.Tests.Loads;

public sealed class CellTableBuilderTests
{
    private readonly CellTableBuilder builder = new();

    [Fact]
    public void Nothing_taken_in_is_an_empty_table()
    {
        Assert.True(builder.IsEmpty);
        Assert.Empty(builder.Build().Cells);
    }

    [Fact]
    public void Records_of_the_same_way_of_moving_are_one_cell()
    {
        Add(speed: 3.01, cadence: 160.2, gradient: 0.2, metres: 3, seconds: 1);
        Add(speed: 2.99, cadence: 159.8, gradient: -0.2, metres: 6, seconds: 2);

        Assert.Equal([new LoadCell(Gait.Run, false, 30, 80, 0, 9, 3, 8)], Rounded());
    }

    [Theory]
    [InlineData(Gait.Walk, false, 3.0, 160, 0)]
    [InlineData(Gait.Run, true, 3.0, 160, 0)]
    [InlineData(Gait.Run, false, 3.1, 160, 0)]
    [InlineData(Gait.Run, false, 3.0, 162, 0)]
    [InlineData(Gait.Run, false, 3.0, 160, 1)]
    [InlineData(Gait.Run, false, 3.0, double.NaN, 0)]
    [InlineData(Gait.Run, false, 3.0, 160, double.NaN)]
    public void Another_gait_landing_speed_cadence_or_gradient_is_another_cell(Gait gait, bool forefoot, double speed, double cadence, double gradient)
    {
        Add(speed: 3, cadence: 160, gradient: 0);
        builder.Add(gait, forefoot, speed, cadence, gradient, 3, 1, 1);

        Assert.Equal(2, builder.Build().Cells.Length);
    }

    [Fact]
    public void Cells_come_by_gait_forefoot_speed_cadence_and_gradient_with_the_unmeasured_first()
    {
        builder.Add(Gait.Walk, false, 1.5, 110, 0, 3, 1, 1);
        builder.Add(Gait.Run, true, 2.0, 160, 0, 3, 1, 1);
        Add(speed: 4, cadence: 160, gradient: 0);
        Add(speed: 3, cadence: 170, gradient: 5);
        Add(speed: 3, cadence: 170, gradient: -30);
        Add(speed: 3, cadence: 170, gradient: double.NaN);
        Add(speed: 3, cadence: double.NaN, gradient: 0);

        Assert.Equal(
            [(Gait.Run, false, 30, null, 0), (Gait.Run, false, 30, 85, null), (Gait.Run, false, 30, 85, -30), (Gait.Run, false, 30, 85, 5),
                (Gait.Run, false, 40, 80, 0), (Gait.Run, true, 20, 80, 0), (Gait.Walk, false, 15, 55, 0)],
            builder.Build().Cells.Select(cell => (cell.Gait, cell.RecordedForefoot, cell.SpeedBin, cell.CadenceBin, cell.GradientBin)));
    }

    [Fact]
    public void The_ends_of_what_is_believed_stay_apart()
    {
        Add(speed: 0, cadence: 0, gradient: -30);
        Add(speed: 8, cadence: 260, gradient: 30);

        Assert.Equal([(0, 0, -30), (80, 130, 30)], builder.Build().Cells.Select(cell => (cell.SpeedBin, cell.CadenceBin!.Value, cell.GradientBin!.Value)));
    }

    [Fact]
    public void What_lies_between_records_too_far_apart_is_taken_to_be_like_the_rest()
    {
        // A gap of 120 s of which the record stands for 30: a quarter of its 400 m were recorded, the rest goes to all cells alike.
        Add(speed: 3, cadence: 160, gradient: 0, metres: 300, seconds: 100);
        builder.Add(Gait.Run, false, 4, 180, 0, covered: 400, seconds: 30, gap: 120);

        var cells = Rounded();

        // 400 m recorded of 700: all sums grow by 1.75.
        Assert.Equal([525, 175], cells.Select(cell => cell.Metres));
        Assert.Equal([175, 52.5], cells.Select(cell => cell.Seconds));
        Assert.Equal(1.75 * 180 / 60 * 30, cells[1].Steps, 2);
    }

    [Fact]
    public void Sums_are_whole_in_parts_of_1024_and_nothing_is_lost_between_cells()
    {
        for (var i = 0; i < 50; i++)
        {
            Add(speed: 2 + (0.1 * i), cadence: 160, gradient: 0, metres: 1 / 3.0, seconds: 1 / 7.0);
        }

        var cells = builder.Build().Cells;

        Assert.All(cells, cell => Assert.Equal(Math.Round(cell.Metres * 1024), cell.Metres * 1024));
        Assert.Equal(50 / 3.0, cells.Sum(cell => cell.Metres), 1.0 / 1024);
        Assert.Equal(50 / 7.0, cells.Sum(cell => cell.Seconds), 1.0 / 1024);
    }

    [Fact]
    public void A_cell_of_no_time_is_left_out_and_its_metres_go_to_the_next()
    {
        Add(speed: 2, cadence: 160, gradient: 0, metres: 1, seconds: 0);
        Add(speed: 3, cadence: 260, gradient: 0, metres: 5, seconds: 0.0004);
        Add(speed: 4, cadence: 160, gradient: 0, metres: 4, seconds: 1);

        var cell = Assert.Single(builder.Build().Cells);

        Assert.Equal((40, 10), (cell.SpeedBin, cell.Metres));
        Assert.Equal((160 / 60.0) + (260 / 60.0 * 0.0004), cell.Steps, 0.001);
    }

    [Fact]
    public void Tables_are_equal_by_their_cells()
    {
        var (one, same, other) = (new CellTable([Cell(3)]), new CellTable([Cell(3)]), new CellTable([Cell(4)]));

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, other);
        Assert.NotEqual(one, CellTable.Empty);
        Assert.False(one.Equals(null));

        static LoadCell Cell(double metres) => new(Gait.Run, false, 30, 80, 0, metres, 1, 3);
    }

    private void Add(double speed, double cadence, double gradient, double metres = 3, double seconds = 1) =>
        builder.Add(Gait.Run, false, speed, cadence, gradient, metres, seconds, gap: seconds);

    private List<LoadCell> Rounded() =>
    [
        .. builder.Build().Cells.Select(cell => cell with
        {
            Metres = Math.Round(cell.Metres, 2),
            Seconds = Math.Round(cell.Seconds, 2),
            Steps = Math.Round(cell.Steps, 2),
        }),
    ];

    [Fact]
    public void Without_a_metre_or_a_cadence_a_cell_has_its_time_and_nothing_else()
    {
        Add(speed: 0.2, cadence: double.NaN, gradient: double.NaN, metres: 0, seconds: 10);

        Assert.Equal([new LoadCell(Gait.Run, false, 2, null, null, 0, 10, 0)], builder.Build().Cells);
    }
}
