using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Columns;
using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Tests.Fit.Columns;

/// <summary>A builder keeps the file's own numbers; all of them must come out as the values that the profile's scale gives.</summary>
public sealed class ColumnBuilderTests
{
    private static readonly FitBaseType[] Numbers =
    [
        FitBaseType.Enumeration, FitBaseType.SInt8, FitBaseType.UInt8, FitBaseType.SInt16, FitBaseType.UInt16, FitBaseType.SInt32, FitBaseType.UInt32,
        FitBaseType.Float32, FitBaseType.Float64, FitBaseType.UInt8Z, FitBaseType.UInt16Z, FitBaseType.UInt32Z, FitBaseType.Bytes, FitBaseType.SInt64,
        FitBaseType.UInt64, FitBaseType.UInt64Z,
    ];

    [Fact]
    public void Rows_are_not_measured_until_they_are_set() => Assert.All(Numbers, type =>
    {
        var builder = ColumnBuilder.Of(type, Scaling.None, 3);
        Assert.Null(builder.Build());

        builder.Set(1, 42);

        Assert.Equal(type, builder.Type);
        Assert.Equal([double.NaN, 42, double.NaN], builder.Build()!.ToArray());
    });

    [Fact]
    public void Widening_keeps_what_was_measured_and_what_was_not() => Assert.All(Numbers, type =>
    {
        var builder = ColumnBuilder.Of(type, new Scaling(2), 2);
        builder.Set(1, 21);

        var wide = builder.Widen();

        Assert.Null(wide.Type);
        Assert.Equal([double.NaN, 21], wide.Build()!.ToArray());
    });

    [Fact]
    public void A_run_of_messages_is_taken_row_after_row_past_the_header_bytes()
    {
        // Two messages of one header byte, one other byte and a number: 0x0102 and 0xFFFF.
        byte[] run = [0, 9, 1, 2, 0, 9, 0xFF, 0xFF];
        var builder = ColumnBuilder.Of(FitBaseType.UInt16, new Scaling(100), 3);

        builder.Take(run, new FieldDefinition(6, null, 1, 2, FitBaseType.UInt16), stride: 4, row: 1, bigEndian: true);

        Assert.Equal([double.NaN, 2.58, double.NaN], builder.Build()!.ToArray());
    }

    [Fact]
    public void Scale_and_offset_of_the_profile_apply_to_what_is_taken()
    {
        // Altitude counts fifths of a metre from 500 m below the sea.
        byte[] run = [0, 0xC4, 0x09, 0, 0x00, 0x00];
        var builder = ColumnBuilder.Of(FitBaseType.UInt16, new Scaling(5, Offset: 500), 2);

        builder.Take(run, new FieldDefinition(2, null, 0, 2, FitBaseType.UInt16), stride: 3, row: 0, bigEndian: false);

        Assert.Equal([0.0, -500], builder.Build()!.ToArray());
    }

    [Fact]
    public void A_value_is_rounded_to_the_nearest_step_of_the_file()
    {
        var builder = ColumnBuilder.Of(FitBaseType.UInt16, new Scaling(1000), 2);

        builder.Set(0, 2.5104);
        builder.Set(1, 2.5106);

        Assert.Equal([2.510, 2.511], builder.Build()!.ToArray());
    }

    [Fact]
    public void Values_at_the_border_of_a_range_stay_and_those_beyond_are_dropped()
    {
        var builder = ColumnBuilder.Of(FitBaseType.SInt32, Scaling.Semicircles, 5);
        double[] latitudes = [90, -90, 90.0001, -90.0001, 0];
        for (var row = 0; row < latitudes.Length; row++)
        {
            builder.Set(row, latitudes[row]);
        }

        builder.DropOutside(-90, 90);

        Assert.Equal([90, -90, double.NaN, double.NaN, 0], builder.Build()!.ToArray());
    }

    [Fact]
    public void A_range_wider_than_the_type_drops_nothing()
    {
        var builder = ColumnBuilder.Of(FitBaseType.SInt8, Scaling.None, 2);
        builder.Set(0, -128);
        builder.Set(1, 126);

        builder.DropOutside(-1000, 1000);

        Assert.Equal([-128.0, 126], builder.Build()!.ToArray());
    }

    [Fact]
    public void An_infinite_or_undefined_float_is_not_measured()
    {
        byte[] run = [0, 0x00, 0x00, 0x80, 0x7F, 0, 0x00, 0x00, 0xC0, 0x7F, 0, 0x00, 0x00, 0x80, 0x3F];
        var builder = ColumnBuilder.Of(FitBaseType.Float32, Scaling.None, 3);

        builder.Take(run, new FieldDefinition(3, null, 0, 4, FitBaseType.Float32), stride: 5, row: 0, bigEndian: false);

        Assert.Equal([null, null, 1.0], Enumerable.Range(0, 3).Select(row => builder.Build()![row]));
        Assert.Equal([double.NaN, double.NaN, 1.0], builder.Widen().Build()!.ToArray());
    }
}
