using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Columns;
using KneeLoad.Ingest.Fit;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Fit.Columns;

public sealed class DeveloperFieldTests
{
    private static readonly FitField LegSpring = FitField.Float32(8, 9.25f).OfDeveloper(0);

    [Fact]
    public void Described_field_keeps_name_unit_and_values()
    {
        var column = Assert.Single(Read(new FitFileBuilder()
            .DescribeDeveloperField(LegSpring, "Leg Spring Stiffness", "kN/m")
            .Record(new FitRecord { HeartRate = 140, DeveloperFields = [LegSpring] })
            .Record(new FitRecord { HeartRate = 141 })));

        Assert.Equal("Leg Spring Stiffness", column.Name);
        Assert.Equal("kN/m", column.Units);
        Assert.Null(column.Native);
        Assert.Equal([9.25, double.NaN], column.Values.ToArray());
    }

    [Fact]
    public void Field_that_overrides_a_native_one_names_it_and_leaves_the_native_column_alone()
    {
        var power = FitField.UInt16(0, 301).OfDeveloper(2);
        var file = new FitFileBuilder()
            .DescribeDeveloperField(power, "Power", "Watts", native: 7)
            .Record(new FitRecord { PowerWatts = 250, DeveloperFields = [power] });

        var records = FitReader.Read(file.ToBytes()).Activities[0].Records;

        Assert.Equal(RecordField.Power, Assert.Single(records.DeveloperColumns).Native);
        Assert.Equal(301, records.DeveloperColumns[0].Values[0]);
        Assert.Equal(250, records[RecordField.Power]![0]);
    }

    [Fact]
    public void Same_number_of_two_developers_is_two_fields()
    {
        var (first, second) = (FitField.UInt8(1, 10).OfDeveloper(0), FitField.UInt8(1, 20).OfDeveloper(1));

        var columns = Read(new FitFileBuilder()
            .DescribeDeveloperField(first, "a")
            .DescribeDeveloperField(second, "b")
            .Record(new FitRecord { DeveloperFields = [second, first] }));

        Assert.Equal([("b", 20.0), ("a", 10.0)], columns.Select(column => (column.Name, column.Values[0]!.Value)));
    }

    [Fact]
    public void UP_10_Field_without_a_description_is_left_out_and_the_record_read()
    {
        var file = new FitFileBuilder().Record(new FitRecord { HeartRate = 140, DeveloperFields = [LegSpring] });

        var records = FitReader.Read(file.ToBytes()).Activities[0].Records;

        Assert.Empty(records.DeveloperColumns);
        Assert.Equal(140, records[RecordField.HeartRate]![0]);
    }

    [Fact]
    public void Field_described_only_after_the_definition_counts_from_there_on()
    {
        var columns = Read(new FitFileBuilder()
            .Record(new FitRecord { DeveloperFields = [LegSpring] })
            .DescribeDeveloperField(LegSpring, "late")
            .Record(new FitRecord { DeveloperFields = [LegSpring] }));

        Assert.Equal([double.NaN, 9.25], Assert.Single(columns).Values.ToArray());
    }

    [Fact]
    public void Developer_that_begins_anew_has_no_fields_until_they_are_described_again()
    {
        var columns = Read(new FitFileBuilder()
            .DescribeDeveloperField(LegSpring, "Leg Spring Stiffness")
            .Record(new FitRecord { DeveloperFields = [LegSpring] })
            .Developer(0)
            .Record(new FitRecord { DeveloperFields = [LegSpring] })
            .DescribeDeveloperField(LegSpring, "Leg Spring Stiffness")
            .Record(new FitRecord { DeveloperFields = [LegSpring] }));

        Assert.Equal([9.25, double.NaN, 9.25], Assert.Single(columns).Values.ToArray());
    }

    [Fact]
    public void Developers_without_end_are_said_and_the_first_kept()
    {
        var builder = new FitFileBuilder().DescribeDeveloperField(LegSpring, "first");
        for (var again = 0; again < 1000; again++)
        {
            builder.Developer(1);
        }

        var result = FitReader.Read(builder.Record(new FitRecord { DeveloperFields = [LegSpring] }).ToBytes());

        Assert.Equal("first", Assert.Single(result.Activities[0].Records.DeveloperColumns).Name);
        Assert.Equal(RemarkKind.TooMuchForItsSize, Assert.Single(result.Warnings));
    }

    [Fact]
    public void Empty_name_stays_empty()
    {
        var columns = Read(new FitFileBuilder()
            .DescribeDeveloperField(LegSpring, string.Empty)
            .Record(new FitRecord { DeveloperFields = [LegSpring] }));

        Assert.Equal(string.Empty, Assert.Single(columns).Name);
        Assert.Null(columns[0].Units);
    }

    [Fact]
    public void UP_10_Field_of_no_length_and_text_of_255_bytes_are_passed_over()
    {
        var empty = FitField.Raw(1, 0x02).OfDeveloper(0);
        var text = FitField.Text(2, "note", 255).OfDeveloper(0);
        var builder = new FitFileBuilder()
            .DescribeDeveloperField(empty, "empty")
            .DescribeDeveloperField(text, "text")
            .DescribeDeveloperField(LegSpring, "number")
            .Record(new FitRecord { HeartRate = 140, DeveloperFields = [empty, text, LegSpring] });

        Assert.Equal("number", Assert.Single(Read(builder)).Name);
    }

    [Fact]
    public void UP_10_Of_an_array_the_first_element_is_read()
    {
        var array = FitField.SInt16(5, -3, 7, 9).OfDeveloper(0);

        var columns = Read(new FitFileBuilder()
            .DescribeDeveloperField(array, "array")
            .Record(new FitRecord { DeveloperFields = [array] }));

        Assert.Equal(-3, Assert.Single(columns).Values[0]);
    }

    [Fact]
    public void Scale_and_offset_of_a_description_hold()
    {
        var field = FitField.UInt8(0, 200).OfDeveloper(0);
        var columns = Read(new FitFileBuilder()
            .Message(4, 206, FitField.UInt8(0, 0), FitField.UInt8(1, 0), FitField.UInt8(2, 2), FitField.UInt8(6, 10), FitField.SInt8(7, 5))
            .Record(new FitRecord { DeveloperFields = [field] }));

        Assert.Equal((200 / 10.0) - 5, Assert.Single(columns).Values[0]);
    }

    [Fact]
    public void Description_without_number_or_with_an_unknown_type_describes_nothing()
    {
        var field = FitField.UInt8(0, 200).OfDeveloper(0);
        var columns = Read(new FitFileBuilder()
            .Message(4, 206, FitField.UInt8(0, 0), FitField.UInt8(1, 0xFF), FitField.UInt8(2, 2))
            .Message(4, 206, FitField.UInt8(0, 0), FitField.UInt8(1, 0), FitField.UInt8(2, 0x1E))
            .Record(new FitRecord { DeveloperFields = [field] }));

        Assert.Empty(columns);
    }

    private static IReadOnlyList<DeveloperColumn> Read(FitFileBuilder builder) =>
        Assert.Single(FitReader.Read(builder.ToBytes()).Activities).Records.DeveloperColumns;
}
