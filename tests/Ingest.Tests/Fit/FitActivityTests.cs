using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit;

public sealed class FitActivityTests
{
    private static readonly Instant Start = MadeRuns.Start;

    [Fact]
    public void Session_gives_totals_sport_and_start()
    {
        var session = new FitSession
        {
            Start = Start,
            Elapsed = Duration.FromMilliseconds(1_801_250),
            Timer = Duration.FromMilliseconds(1_700_500),
            DistanceMetres = 5012.34,
            AscentMetres = 61,
            DescentMetres = 58,
            Sport = 1,
            SubSport = 3,
        };

        var activity = Read(new FitFileBuilder().FileId(Start).Session(session));

        Assert.Equal(ActivityFormat.Fit, activity.Format);
        Assert.Equal(("running", "trail"), (activity.Sport, activity.SubSport));
        Assert.Equal(Start, activity.Start);
        Assert.Equal(session.Elapsed, activity.TotalElapsed);
        Assert.Equal(session.Timer, activity.TotalTimer);
        Assert.Equal(5012.34, activity.TotalDistance!.Value.Metres, 9);
        Assert.Equal((new Distance(61), new Distance(58)), (activity.TotalAscent, activity.TotalDescent));
    }

    [Fact]
    public void File_without_session_is_one_activity_that_begins_with_its_records()
    {
        var activity = Read(new FitFileBuilder()
            .Message(0, 12, FitField.Enumeration(0, 1), FitField.Enumeration(1, 1))
            .Record(new FitRecord { HeartRate = 99 })
            .Record(new FitRecord { Time = Start, HeartRate = 100 }));

        Assert.Equal(Start, activity.Start);
        Assert.Equal(("running", "treadmill"), (activity.Sport, activity.SubSport));
        Assert.Null(activity.TotalDistance);
        Assert.Equal(2, activity.Records.Count);
    }

    [Fact]
    public void Sub_sport_is_kept_where_the_sport_is_not_said()
    {
        var activity = Read(new FitFileBuilder().Session(new FitSession { Start = Start, Elapsed = Duration.FromMinutes(1), Sport = null, SubSport = 3 }));

        Assert.Equal((null, "trail"), (activity.Sport, activity.SubSport));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Times_between_heartbeats_are_kept_without_what_fills_up(bool bigEndian)
    {
        var activity = Read(new FitFileBuilder { BigEndian = bigEndian }
            .Message(9, 78, FitField.UInt16(0, 512, 0xFFFF))
            .Record(new FitRecord { Time = Start })
            .Message(9, 78, FitField.UInt16(0, 500, 498))
            .Message(9, 78, FitField.UInt16(0, 0xFFFF, 0xFFFF)));

        Assert.Equal([512, 500, 498], activity.BeatIntervalsMilliseconds.ToArray());
    }

    [Fact]
    public void Times_between_heartbeats_go_with_the_record_before_them()
    {
        var minute = Duration.FromMinutes(1);
        var file = new FitFileBuilder()
            .Message(9, 78, FitField.UInt16(0, 1))
            .Record(new FitRecord { Time = Start })
            .Message(9, 78, FitField.UInt16(0, 2))
            .Record(new FitRecord { Time = Start + minute })
            .Message(9, 78, FitField.UInt16(0, 3))
            .Message(9, 78, FitField.UInt16(0, 4))
            .Session(new FitSession { Start = Start, Elapsed = Duration.FromSeconds(50) })
            .Session(new FitSession { Start = Start + minute, Elapsed = Duration.FromSeconds(50) });

        var activities = FitReader.Read(file.ToBytes()).Activities;

        Assert.Equal([1, 2], activities[0].BeatIntervalsMilliseconds.ToArray());
        Assert.Equal([3, 4], activities[1].BeatIntervalsMilliseconds.ToArray());
    }

    [Fact]
    public void Maker_and_product_have_the_names_of_the_profile()
    {
        var known = Read(MadeRuns.Short(new FitFileBuilder()));
        var named = Read(new FitFileBuilder().FileId(Start, manufacturer: 294, product: 802, productName: "PACE").Record(new FitRecord { HeartRate = 1 }));
        var unknown = Read(new FitFileBuilder().FileId(Start, manufacturer: 60_000, product: 7).Record(new FitRecord { HeartRate = 1 }));

        Assert.Equal(("garmin", "fr745"), (known.Maker, known.Product));
        Assert.Equal(("coros", "PACE"), (named.Maker, named.Product));
        Assert.Equal(("60000", "7"), (unknown.Maker, unknown.Product));
    }

    [Theory]
    [InlineData(5, 30)]
    [InlineData(-3, -30)]
    [InlineData(12, 45)]
    public void Local_time_gives_the_offset_to_the_quarter_of_an_hour(int hours, int minutes)
    {
        var offset = Offset.FromHoursAndMinutes(hours, minutes);

        var activity = Read(new FitFileBuilder().Record(new FitRecord { Time = Start, HeartRate = 1 }).Activity(Start, offset));

        Assert.Equal(offset, activity.UtcOffset);
    }

    [Fact]
    public void Local_time_that_fits_no_zone_gives_no_offset()
    {
        var activity = Read(new FitFileBuilder()
            .Record(new FitRecord { Time = Start, HeartRate = 1 })
            .Message(8, 34, FitField.UInt32(253, 1_000_000_000), FitField.UInt32(5, 0)));

        Assert.Null(activity.UtcOffset);
    }

    [Fact]
    public void Built_in_barometer_is_told_from_the_devices()
    {
        FitFileBuilder Made() => new FitFileBuilder().FileId(Start, manufacturer: 23, product: 34).Record(new FitRecord { Time = Start, AltitudeMetres = 5 });

        var with = Read(Made().DeviceInfo(Start, 23, 34, source: 5, type: 4));
        var without = Read(Made().DeviceInfo(Start, 23, 34, source: 5, type: 0));

        Assert.Equal(AltitudeSource.Barometer, with.AltitudeSource);
        Assert.Equal(AltitudeSource.Unknown, without.AltitudeSource);
        Assert.Equal("barometer", Assert.Single(with.Devices).Kind);
    }

    [Fact]
    public void Device_told_again_and_again_is_one_device()
    {
        var builder = MadeRuns.Short(new FitFileBuilder());
        for (var i = 0; i < 50; i++)
        {
            builder.DeviceInfo(Start, 1, 1752, source: 1, type: 120);
        }

        var device = Assert.Single(Read(builder).Devices);

        Assert.Equal(new Device("garmin", "hrm_run", "heart_rate"), device);
    }

    [Fact]
    public void Laps_keep_their_order_and_totals()
    {
        var lap = new FitSession { Start = Start, Elapsed = Duration.FromSeconds(301), Timer = Duration.FromSeconds(300), DistanceMetres = 1000 };

        var activity = Read(MadeRuns.Short(new FitFileBuilder().Lap(lap)));

        Assert.Equal(2, activity.Laps.Count);
        Assert.Equal(new Lap(Start, lap.Elapsed, lap.Timer, new Distance(1000)), activity.Laps[0]);
    }

    [Fact]
    public void Pauses_run_from_stop_to_start_and_gaps_between_records_are_none()
    {
        var activity = Read(new FitFileBuilder()
            .TimerStart(At(0))
            .Record(new FitRecord { Time = At(0), HeartRate = 100 })
            .Record(new FitRecord { Time = At(40), HeartRate = 101 })
            .TimerStop(At(60))
            .TimerStop(At(61))
            .TimerStart(At(90))
            .Event(At(100), 0, 1)
            .TimerStart(At(105))
            .Event(At(106), 5, 4)
            .TimerStop(At(200)));

        Assert.Equal([new Pause(At(60), At(90)), new Pause(At(100), At(105))], activity.Pauses);
    }

    [Fact]
    public void Pauses_never_overlap_even_where_the_clock_goes_back()
    {
        var activity = Read(new FitFileBuilder()
            .Record(new FitRecord { Time = At(0), HeartRate = 100 })
            .TimerStop(At(60))
            .TimerStart(At(90))
            .TimerStop(At(70))
            .TimerStart(At(95))
            .TimerStop(At(99))
            .TimerStart(At(98)));

        Assert.Equal([new Pause(At(60), At(90)), new Pause(At(90), At(95))], activity.Pauses);
    }

    [Theory]
    [InlineData(85, 1, CadenceUnit.StridesPerMinute, 0)]
    [InlineData(170, 1, CadenceUnit.StepsPerMinute, 1)]
    [InlineData(170, 2, CadenceUnit.StridesPerMinute, 0)]
    public void Cadence_of_a_run_too_high_for_one_leg_counts_both(double cadence, byte sport, CadenceUnit unit, int warnings)
    {
        var builder = new FitFileBuilder()
            .Record(new FitRecord { Time = At(0), StridesPerMinute = 0 })
            .Record(new FitRecord { Time = At(1), StridesPerMinute = cadence })
            .Session(new FitSession { Start = At(0), Elapsed = Duration.FromSeconds(2), Sport = sport });

        var result = FitReader.Read(builder.ToBytes());

        Assert.Equal(unit, result.Activities[0].CadenceUnit);
        Assert.Equal(warnings, result.Warnings.Count);
    }

    [Fact]
    public void Without_cadence_there_is_no_unit() =>
        Assert.Equal(CadenceUnit.None, Read(new FitFileBuilder().Record(new FitRecord { HeartRate = 100 })).CadenceUnit);

    [Fact]
    public void Treadmill_distance_corrected_by_hand_is_said()
    {
        var builder = new FitFileBuilder()
            .Record(new FitRecord { Time = At(0), DistanceMetres = 4000 })
            .Session(new FitSession { Start = At(0), Elapsed = Duration.FromSeconds(1200), DistanceMetres = 4300, SubSport = 1 });

        var result = FitReader.Read(builder.ToBytes());

        Assert.Equal(4300, result.Activities[0].TotalDistance!.Value.Metres);
        Assert.Equal(new Remark(RemarkKind.IndoorDistanceCorrected, 4000, Other: 4300), Assert.Single(result.Warnings));
    }

    [Fact]
    public void Each_record_of_a_triathlon_belongs_to_one_session_by_its_time()
    {
        var builder = new FitFileBuilder();
        foreach (var second in (int[])[-5, 0, 50, 100, 120, 160, 200, 299, 300, 340])
        {
            builder.Record(new FitRecord { Time = At(second), DistanceMetres = second + 5 });
        }

        var result = FitReader.Read(builder
            .Lap(new FitSession { Start = At(100), Elapsed = Duration.FromSeconds(30) })
            .Session(new FitSession { Start = At(0), Elapsed = Duration.FromSeconds(100), Sport = 5 })
            .Session(new FitSession { Start = At(100), Elapsed = Duration.FromSeconds(50), Sport = 2 })
            .Session(new FitSession { Start = At(200), Elapsed = Duration.FromSeconds(100), Sport = 1 })
            .ToBytes());

        Assert.Equal(["swimming", "cycling", "running"], result.Activities.Select(activity => activity.Sport));
        Assert.Equal([0.0, 5, 55], result.Activities[0].Records[RecordField.Distance]!.ToArray());
        Assert.Equal([105.0, 125, 165], result.Activities[1].Records[RecordField.Distance]!.ToArray());
        Assert.Equal([205.0, 304, 305, 345], result.Activities[2].Records[RecordField.Distance]!.ToArray());
        Assert.Equal([0, 1, 0], result.Activities.Select(activity => activity.Laps.Count));
    }

    [Fact]
    public void Records_out_of_order_still_reach_their_sessions()
    {
        var builder = new FitFileBuilder();
        foreach (var second in (int[])[150, 10, 160, 20])
        {
            builder.Record(new FitRecord { Time = At(second), HeartRate = second });
        }

        var result = FitReader.Read(builder
            .Session(new FitSession { Start = At(0), Elapsed = Duration.FromSeconds(100) })
            .Session(new FitSession { Start = At(100), Elapsed = Duration.FromSeconds(100) })
            .ToBytes());

        Assert.Equal([10.0, 20], result.Activities[0].Records[RecordField.HeartRate]!.ToArray());
        Assert.Equal([150.0, 160], result.Activities[1].Records[RecordField.HeartRate]!.ToArray());
    }

    [Fact]
    public void Pause_of_one_leg_is_no_pause_of_the_next()
    {
        var result = FitReader.Read(new FitFileBuilder()
            .TimerStop(At(40))
            .TimerStart(At(60))
            .TimerStop(At(95))
            .TimerStart(At(110))
            .Session(new FitSession { Start = At(0), Elapsed = Duration.FromSeconds(100), Sport = 5 })
            .Session(new FitSession { Start = At(100), Elapsed = Duration.FromSeconds(100), Sport = 1 })
            .ToBytes());

        Assert.Equal([new Pause(At(40), At(60)), new Pause(At(95), At(100))], result.Activities[0].Pauses);
        Assert.Equal([new Pause(At(100), At(110))], result.Activities[1].Pauses);
    }

    private static Instant At(int second) => Start + Duration.FromSeconds(second);

    private static Activity Read(FitFileBuilder builder) => Assert.Single(FitReader.Read(builder.ToBytes()).Activities);
}
