using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Columns;
using KneeLoad.Ingest.Fit.Protocol;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Fit.Columns;

public sealed class RecordTableTests
{
    private const ushort Record = 20;
    private const long Ample = 1 << 20;

    [Fact]
    public void Runs_of_several_shapes_make_one_table_with_gaps()
    {
        var table = Fill(3, Ample, new FitFileBuilder()
            .Message(0, Record, FitField.UInt8(3, 140), FitField.UInt8(4, 85))
            .Message(1, Record, FitField.UInt8(3, 141))
            .Message(0, Record, FitField.UInt8(3, 142), FitField.UInt8(4, 86)));

        var records = table.Build();

        Assert.Equal(3, records.Count);
        Assert.Equal([140, 141, 142], records[RecordField.HeartRate]!.ToArray());
        Assert.Equal([85, double.NaN, 86], records[RecordField.Cadence]!.ToArray());
        Assert.False(table.IsOverBudget);
    }

    [Fact]
    public void A_table_without_records_has_no_columns()
    {
        var records = Fill(0, Ample, new FitFileBuilder()).Build();

        Assert.Equal(0, records.Count);
        Assert.Null(records.TimeUnixSeconds);
        Assert.All(Enum.GetValues<RecordField>(), field => Assert.Null(records[field]));
        Assert.Empty(records.DeveloperColumns);
    }

    [Fact]
    public void Each_column_takes_eight_bytes_a_row_from_the_budget()
    {
        // Two rows: heart rate and cadence take 32 bytes.
        var file = new FitFileBuilder()
            .Message(0, Record, FitField.UInt8(3, 140), FitField.UInt8(4, 85))
            .Message(0, Record, FitField.UInt8(3, 141), FitField.UInt8(4, 86));

        var enough = Fill(2, 32, file);
        var short1 = Fill(2, 31, file);
        var none = Fill(2, 15, file);

        Assert.False(enough.IsOverBudget);
        Assert.Equal([85.0, 86], enough.Build()[RecordField.Cadence]!.ToArray());
        Assert.True(short1.IsOverBudget);
        Assert.Equal([140.0, 141], short1.Build()[RecordField.HeartRate]!.ToArray());
        Assert.Null(short1.Build()[RecordField.Cadence]);
        Assert.True(none.IsOverBudget);
        Assert.Equal(2, none.Build().Count);
    }

    [Fact]
    public void A_time_without_room_is_left_out_and_the_record_stays()
    {
        var table = Fill(1, 0, new FitFileBuilder().Message(0, Record, FitField.UInt32(253, 1_000_000_000), FitField.UInt8(3, 140)));

        Assert.True(table.IsOverBudget);
        Assert.Null(table.Build().TimeUnixSeconds);
        Assert.Equal(1, table.Count);
    }

    [Fact]
    public void A_column_that_changes_its_type_takes_no_second_room()
    {
        var table = Fill(2, 16, new FitFileBuilder()
            .Message(0, Record, FitField.UInt8(3, 140))
            .Message(1, Record, FitField.UInt16(3, 300)));

        Assert.False(table.IsOverBudget);
        Assert.Equal([140.0, 300], table.Build()[RecordField.HeartRate]!.ToArray());
    }

    [Fact]
    public void Speed_and_distance_in_three_bytes_fill_both_columns()
    {
        // 0x0FA hundredths of a metre a second and 0x020 sixteenths of a metre: 2.5 m/s, 2 m.
        var records = Fill(1, Ample, new FitFileBuilder().Message(0, Record, FitField.Bytes(8, 0xFA, 0x00, 0x02))).Build();

        Assert.Equal([2.5], records[RecordField.Speed]!.ToArray());
        Assert.Equal([2.5], records[RecordField.EnhancedSpeed]!.ToArray());
        Assert.Equal([2.0], records[RecordField.Distance]!.ToArray());
    }

    [Fact]
    public void A_compressed_distance_that_stands_still_adds_nothing_and_one_below_begins_the_next_turn()
    {
        // 4095, 4095 and 4094 sixteenths: the last is one short of a whole turn further.
        var records = Fill(3, Ample, new FitFileBuilder()
            .Message(0, Record, FitField.Bytes(8, 0x00, 0xF0, 0xFF))
            .Message(0, Record, FitField.Bytes(8, 0x00, 0xF0, 0xFF))
            .Message(0, Record, FitField.Bytes(8, 0x00, 0xE0, 0xFF))).Build();

        Assert.Equal([255.9375, 255.9375, 511.875], records[RecordField.Distance]!.ToArray());
    }

    [Fact]
    public void Compressed_speed_of_another_size_is_passed_over()
    {
        var records = Fill(1, Ample, new FitFileBuilder().Message(0, Record, FitField.Bytes(8, 1, 2, 3, 4), FitField.UInt8(3, 140))).Build();

        Assert.Null(records[RecordField.Speed]);
        Assert.Equal(140, records[RecordField.HeartRate]![0]);
    }

    [Fact]
    public void A_developers_column_that_was_never_measured_is_none()
    {
        var power = FitField.UInt16(8, 0xFFFF).OfDeveloper(0);
        var file = new FitFileBuilder().Message(0, Record, FitField.UInt8(3, 140), power);
        var fields = new DeveloperFields();
        fields.Add(new DeveloperField(0, 8, "Form Power", "W", FitBaseType.UInt16, Scaling.None, null));

        Assert.Empty(Fill(1, Ample, file, fields).Build().DeveloperColumns);
    }

    [Fact]
    public void A_developers_field_whose_size_does_not_fit_its_described_type_is_passed_over()
    {
        var power = FitField.UInt8(8, 7).OfDeveloper(0);
        var file = new FitFileBuilder().Message(0, Record, FitField.UInt8(3, 140), power);
        var fields = new DeveloperFields();
        fields.Add(new DeveloperField(0, 8, "Form Power", "W", FitBaseType.UInt16, Scaling.None, null));

        Assert.Empty(Fill(1, Ample, file, fields).Build().DeveloperColumns);
    }

    private static RecordTable Fill(int rows, long budget, FitFileBuilder builder, DeveloperFields? developerFields = null)
    {
        var table = new RecordTable(rows, budget, developerFields ?? new DeveloperFields());
        var cursor = MadeMessages.Walk(builder);
        while (cursor.MoveNext())
        {
            table.Append(cursor);
        }

        return table;
    }
}
