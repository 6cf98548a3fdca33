using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Tests.Xml;

public sealed class RecordBuilderTests
{
    private readonly ReadWarnings warnings = new();
    private readonly RecordBuilder builder;

    public RecordBuilderTests() => builder = new RecordBuilder(warnings);

    [Fact]
    public void Points_that_lack_a_value_have_a_gap_there()
    {
        Points(RecordField.HeartRate, "140", null, "142", null);

        Assert.Equal([140, double.NaN, 142, double.NaN], builder.Build()[RecordField.HeartRate]!.ToArray());
        Assert.Equal(4, builder.Count);
    }

    [Fact]
    public void A_column_that_begins_late_has_gaps_before()
    {
        string?[] values = [.. Enumerable.Repeat<string?>(null, 200), "142"];
        Points(RecordField.HeartRate, values);

        var column = builder.Build()[RecordField.HeartRate]!;

        Assert.Equal((201, 1, 142.0), (column.Length, column.MeasuredCount, column[200]));
    }

    [Fact]
    public void A_point_that_was_not_finished_is_not_kept()
    {
        Points(RecordField.HeartRate, "140");
        builder.Begin();
        builder.Set(RecordField.HeartRate, "150"u8);

        Assert.Equal([140.0], builder.Build()[RecordField.HeartRate]!.ToArray());
    }

    [Fact]
    public void A_value_written_twice_in_a_point_is_the_last_one()
    {
        builder.Begin();
        builder.Set(RecordField.HeartRate, "140"u8);
        builder.Set(RecordField.HeartRate, "141"u8);
        builder.Finish();

        Assert.Equal([141.0], builder.Build()[RecordField.HeartRate]!.ToArray());
    }

    [Fact]
    public void Empty_values_are_not_measured_and_not_odd()
    {
        Points(RecordField.HeartRate, "", "140");

        Assert.Equal([double.NaN, 140], builder.Build()[RecordField.HeartRate]!.ToArray());
        Assert.Empty(warnings.ToRemarks());
    }

    [Fact]
    public void What_is_no_number_and_what_cannot_be_are_left_out_and_said()
    {
        Points(RecordField.HeartRate, "many", "255", "140");

        Assert.Equal([double.NaN, double.NaN, 140], builder.Build()[RecordField.HeartRate]!.ToArray());
        Assert.Equal(
            [new Remark(RemarkKind.NoNumber, Name: "HeartRate"), new Remark(RemarkKind.Impossible, Name: "HeartRate")], warnings.ToRemarks());
    }

    [Fact]
    public void Speed_and_altitude_are_found_under_both_of_their_names()
    {
        builder.Begin();
        builder.Set(RecordField.Speed, "3"u8);
        builder.Set(RecordField.Altitude, "400"u8);
        builder.Finish();

        var records = builder.Build();

        Assert.Same(records[RecordField.Speed], records[RecordField.EnhancedSpeed]);
        Assert.Same(records[RecordField.Altitude], records[RecordField.EnhancedAltitude]);
    }

    [Fact]
    public void The_first_time_stays_and_the_last_is_that_of_the_point_begun()
    {
        builder.Begin();
        builder.SetTime("2024-05-01T06:12:03Z"u8);
        builder.Finish();
        Assert.Equal(1_714_543_923, builder.LastTime);

        builder.Begin();
        Assert.Null(builder.LastTime);
        builder.SetTime("2024-05-01T06:12:04Z"u8);
        builder.Finish();

        Assert.Equal((1_714_543_923, 1_714_543_924), (builder.FirstTime!.Value.UnixSeconds, builder.LastTime!.Value));
        Assert.Equal([1_714_543_923.0, 1_714_543_924], builder.Build().TimeUnixSeconds!.ToArray());
    }

    [Fact]
    public void A_time_that_cannot_be_read_or_names_no_zone_is_said()
    {
        builder.Begin();
        builder.SetTime("soon"u8);
        builder.SetTime(""u8);
        builder.SetTime("2024-05-01T06:12:03"u8);
        builder.Finish();

        Assert.Equal([RemarkKind.TimeUnreadable, RemarkKind.TimeWithoutZone], warnings.ToRemarks().Select(remark => remark.Kind));
        Assert.Null(builder.FirstTime!.Value.OffsetMinutes);
    }

    // Up 10, down 5: half of it may be lost to corrections, more is a way since the last point.
    [Theory]
    [InlineData("0 10 5", true)]
    [InlineData("0 10 4", false)]
    [InlineData("3 3 3 3", true)]
    [InlineData("3 2 3 2", false)]
    public void Distances_that_go_up_and_down_are_ways_since_the_last_point_and_left_out(string metres, bool isKept)
    {
        Points(RecordField.Distance, metres.Split(' '));

        Assert.Equal(isKept, builder.Build()[RecordField.Distance] is not null);
        Assert.Equal(isKept ? [] : [RemarkKind.DistanceUpAndDown], warnings.ToRemarks().Select(remark => remark.Kind));
    }

    [Fact]
    public void Cadences_are_those_of_finished_points()
    {
        Points(RecordField.Cadence, "85", null);
        builder.Begin();
        builder.Set(RecordField.Cadence, "99"u8);

        Assert.Equal([85, double.NaN], builder.Cadences.ToArray());
    }

    [Fact]
    public void Without_points_there_is_nothing()
    {
        Assert.Equal(0, builder.Build().Count);
        Assert.True(builder.Cadences.IsEmpty);
        Assert.Null(builder.FirstTime);
    }

    private void Points(RecordField field, params string?[] values)
    {
        foreach (var value in values)
        {
            builder.Begin();
            if (value is not null)
            {
                builder.Set(field, Encoding.UTF8.GetBytes(value));
            }

            builder.Finish();
        }
    }
}
