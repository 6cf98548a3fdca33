using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit;

public sealed class FitRecordTests
{
    [Fact]
    public void Every_field_comes_out_in_the_unit_of_the_profile()
    {
        var record = new FitRecord
        {
            Time = MadeRuns.Start,
            LatitudeDegrees = -33.75,
            LongitudeDegrees = 151.25,
            AltitudeMetres = -12.4,
            DistanceMetres = 1234.56,
            SpeedMetresPerSecond = 3.217,
            StridesPerMinute = 86.5,
            HeartRate = 151,
            PowerWatts = 287,
            TemperatureCelsius = -7,
            StanceTimeMs = 241.5,
            StanceTimeBalancePercent = 49.87,
            VerticalOscillationMm = 83.2,
            VerticalRatioPercent = 7.91,
            StepLengthMm = 1112.3,
        };

        var records = Read(new FitFileBuilder().Record(record));

        Assert.Equal(MadeRuns.Start.ToUnixTimeSeconds(), records.TimeUnixSeconds![0]);
        Assert.Equal(-33.75, records[RecordField.PositionLat]![0]!.Value, 7);
        Assert.Equal(151.25, records[RecordField.PositionLong]![0]!.Value, 7);
        (RecordField Field, double Value)[] exact =
        [
            (RecordField.Altitude, -12.4), (RecordField.EnhancedAltitude, -12.4), (RecordField.Distance, 1234.56), (RecordField.Speed, 3.217),
            (RecordField.EnhancedSpeed, 3.217), (RecordField.Cadence, 86), (RecordField.FractionalCadence, 0.5), (RecordField.HeartRate, 151),
            (RecordField.Power, 287), (RecordField.Temperature, -7), (RecordField.StanceTime, 241.5), (RecordField.StanceTimeBalance, 49.87),
            (RecordField.VerticalOscillation, 83.2), (RecordField.VerticalRatio, 7.91), (RecordField.StepLength, 1112.3),
        ];
        Assert.All(exact, expected => Assert.Equal(expected.Value, records[expected.Field]![0]!.Value, 9));
    }

    [Fact]
    public void UP_15_Invalid_values_are_not_measured_and_zeros_are()
    {
        var records = Read(new FitFileBuilder()
            .Message(0, 20, FitField.UInt8(3, 0xFF), FitField.UInt8(4, 0), FitField.UInt16(41, 0xFFFF), FitField.SInt8(13, 0x7F))
            .Message(0, 20, FitField.UInt8(3, 0), FitField.UInt8(4, 0xFF), FitField.UInt16(41, 0xFFFF), FitField.SInt8(13, -1)));

        Assert.Equal([double.NaN, 0], records[RecordField.HeartRate]!.ToArray());
        Assert.Equal([0, double.NaN], records[RecordField.Cadence]!.ToArray());
        Assert.Equal([double.NaN, -1], records[RecordField.Temperature]!.ToArray());
        Assert.Null(records[RecordField.StanceTime]);
    }

    [Fact]
    public void Wider_speed_and_altitude_fill_up_from_the_narrow_ones_and_keep_their_own()
    {
        var records = Read(new FitFileBuilder()
            .Record(new FitRecord { SpeedMetresPerSecond = 3, AltitudeMetres = 100 })
            .Record(new FitRecord { SpeedMetresPerSecond = 4, EnhancedSpeedMetresPerSecond = 5, EnhancedAltitudeMetres = 101 })
            .Record(new FitRecord { HeartRate = 100 }));

        Assert.Equal([3, 4, double.NaN], records[RecordField.Speed]!.ToArray());
        Assert.Equal([3, 5, double.NaN], records[RecordField.EnhancedSpeed]!.ToArray());
        Assert.Equal([100, double.NaN, double.NaN], records[RecordField.Altitude]!.ToArray());
        Assert.Equal([100, 101, double.NaN], records[RecordField.EnhancedAltitude]!.ToArray());
    }

    [Fact]
    public void Compressed_distance_is_added_up_across_its_roll_over()
    {
        // Twelve bits each: 250/100 m/s; 4000, 4090 and, rolled over, 10 sixteenths of a metre.
        var records = Read(new FitFileBuilder()
            .Message(0, 20, FitField.Bytes(8, Compressed(250, 4000)))
            .Message(0, 20, FitField.Bytes(8, Compressed(251, 4090)))
            .Message(0, 20, FitField.Bytes(8, 0xFF, 0xFF, 0xFF))
            .Message(0, 20, FitField.Bytes(8, Compressed(252, 10))));

        Assert.Equal([250, 255.625, double.NaN, 256.625], records[RecordField.Distance]!.ToArray());
        Assert.Equal([2.5, 2.51, double.NaN, 2.52], records[RecordField.EnhancedSpeed]!.ToArray());

        static byte[] Compressed(int speed, int distance) =>
            [(byte)speed, (byte)((speed >> 8) | (distance << 4)), (byte)(distance >> 4)];
    }

    [Fact]
    public void Field_that_changes_its_type_keeps_all_its_values()
    {
        var records = Read(new FitFileBuilder()
            .Message(0, 20, FitField.UInt16(6, 3000), FitField.UInt8(3, 100))
            .Message(0, 20, FitField.UInt32(6, 70_000), FitField.UInt16(3, 300))
            .Message(0, 20, FitField.UInt16(6, 0xFFFF), FitField.UInt8Z(3, 0)));

        Assert.Equal([3, 70, double.NaN], records[RecordField.Speed]!.ToArray());
        Assert.Equal([100, 300, double.NaN], records[RecordField.HeartRate]!.ToArray());
    }

    [Fact]
    public void Of_a_field_with_several_elements_the_first_is_read()
    {
        var records = Read(new FitFileBuilder().Message(0, 20, FitField.UInt8(3, 100, 101, 102), FitField.UInt16(7, 200, 0xFFFF)));

        Assert.Equal(100, records[RecordField.HeartRate]![0]);
        Assert.Equal(200, records[RecordField.Power]![0]);
    }

    [Fact]
    public void Field_whose_size_is_no_multiple_of_its_type_is_left_out()
    {
        var records = Read(new FitFileBuilder().Message(0, 20, FitField.Raw(7, 0x84, 1, 2, 3), FitField.Raw(5, 0x86), FitField.UInt8(3, 100)));

        Assert.Null(records[RecordField.Power]);
        Assert.Null(records[RecordField.Distance]);
        Assert.Equal(100, records[RecordField.HeartRate]![0]);
    }

    [Fact]
    public void Latitude_beyond_the_pole_is_not_measured()
    {
        var records = Read(new FitFileBuilder()
            .Record(new FitRecord { LatitudeDegrees = 91, LongitudeDegrees = 8 })
            .Record(new FitRecord { LatitudeDegrees = -90, LongitudeDegrees = 8 }));

        Assert.Equal([double.NaN, -90], records[RecordField.PositionLat]!.ToArray());
    }

    [Fact]
    public void Timestamp_of_another_type_is_no_time()
    {
        // Found by a change to a made file: the seconds lay beyond the calendar, and the reader threw.
        var records = Read(new FitFileBuilder().Message(0, 20, FitField.UInt64(253, ulong.MaxValue / 2), FitField.UInt8(3, 100)));

        Assert.Null(records.TimeUnixSeconds);
        Assert.Equal(100, records[RecordField.HeartRate]![0]);
    }

    [Fact]
    public void Every_base_type_is_read_in_both_byte_orders()
    {
        FitField[] fields =
        [
            FitField.Enumeration(3, 42), FitField.SInt8(3, 42), FitField.UInt8(3, 42), FitField.UInt8Z(3, 42), FitField.Bytes(3, 42),
            FitField.SInt16(3, 42), FitField.UInt16(3, 42), FitField.UInt16Z(3, 42), FitField.SInt32(3, 42), FitField.UInt32(3, 42),
            FitField.UInt32Z(3, 42), FitField.SInt64(3, 42), FitField.UInt64(3, 42), FitField.UInt64Z(3, 42), FitField.Float32(3, 42), FitField.Float64(3, 42),
        ];

        Assert.All(fields, field =>
        {
            Assert.Equal(42, Read(new FitFileBuilder().Message(0, 20, field))[RecordField.HeartRate]![0]);
            Assert.Equal(42, Read(new FitFileBuilder { BigEndian = true }.Message(0, 20, field))[RecordField.HeartRate]![0]);
        });
    }

    [Fact]
    public void Every_base_type_has_its_invalid_value()
    {
        FitField[] fields =
        [
            FitField.Enumeration(3, 0xFF), FitField.SInt8(3, sbyte.MaxValue), FitField.UInt8(3, 0xFF), FitField.UInt8Z(3, 0), FitField.Bytes(3, 0xFF),
            FitField.SInt16(3, short.MaxValue), FitField.UInt16(3, ushort.MaxValue), FitField.UInt16Z(3, 0), FitField.SInt32(3, int.MaxValue),
            FitField.UInt32(3, uint.MaxValue), FitField.UInt32Z(3, 0), FitField.SInt64(3, long.MaxValue), FitField.UInt64(3, ulong.MaxValue),
            FitField.UInt64Z(3, 0), FitField.Float32(3, float.NaN), FitField.Float64(3, double.NaN), FitField.Float64(3, double.PositiveInfinity),
        ];

        Assert.All(fields, field =>
        {
            Assert.Null(Read(new FitFileBuilder().Message(0, 20, field))[RecordField.HeartRate]);
            Assert.Null(Read(new FitFileBuilder().Message(0, 20, FitField.Text(3, "42")).Message(0, 20, field))[RecordField.HeartRate]);
        });
    }

    private static RecordStream Read(FitFileBuilder builder) => Assert.Single(FitReader.Read(builder.ToBytes()).Activities).Records;
}
