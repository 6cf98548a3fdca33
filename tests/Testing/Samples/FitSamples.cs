using NodaTime;

namespace KneeLoad.Testing.Samples;

/// <summary>One small FIT file of each kind: sound ones, odd ones that watches write, and broken ones.</summary>
internal static class FitSamples
{
    private static readonly Instant Start = ShortRuns.Jog.Start;
    private static readonly IReadOnlyList<SampleRecord> Jogged = RunSimulation.Run(ShortRuns.Jog);

    public static IEnumerable<(string Name, byte[] Content)> All() =>
    [
        ("first-run.fit", RecordedRun.Fit(ShortRuns.First, RunSimulation.Run(ShortRuns.First)).ToBytes()),
        ("big-endian.fit", Jog(new() { HeaderSize = 12, BigEndian = true }).ToBytes()),
        ("narrow-fields.fit", NarrowFields().ToBytes()),
        ("compressed-time.fit", CompressedTime().ToBytes()),
        ("redefined.fit", Redefined().ToBytes()),
        ("developer-fields.fit", DeveloperFields().ToBytes()),
        ("running-dynamics.fit", RunningDynamics().ToBytes()),
        ("pauses.fit", Pauses().ToBytes()),
        ("treadmill.fit", TreadmillRun().ToBytes()),
        ("multi-sport.fit", MultiSport().ToBytes()),
        ("chained.fit", FitFileBuilder.Chain(Jog(), RecordedRun.Fit(ShortRuns.SecondJog, RunSimulation.Run(ShortRuns.SecondJog)))),
        ("no-session.fit", NoSession().ToBytes()),
        ("time-goes-back.fit", TimeGoesBack().ToBytes()),
        ("course.fit", Course().ToBytes()),
        ("header-crc-zero.fit", Jog(new() { HeaderCheck = FitCheck.Zero }).ToBytes()),
        ("wrong-crc.fit", Jog(new() { FileCheck = FitCheck.Wrong }).ToBytes()),
        ("data-size-zero.fit", Jog(new() { StatedDataSize = 0, FileCheck = FitCheck.Missing }).ToBytes()),
        ("data-size-too-large.fit", Jog(new() { StatedDataSize = uint.MaxValue }).ToBytes()),
        ("trailing-bytes.fit", [.. Jog().ToBytes(), .. new byte[7]]),
        ("truncated.fit", Jog().ToBytes()[..400]),
        ("undefined-local.fit", UndefinedLocal().ToBytes()),
        ("time-of-64-bits.fit", TimeOf64Bits().ToBytes()),
        ("empty-fields.fit", EmptyFields().ToBytes()),
        ("sessions-on-sessions.fit", SessionsOnSessions().ToBytes()),
        ("web-page.fit", "<!doctype html>\n<title>Sign in</title>\n<p>Your session has ended.\n"u8.ToArray()),
    ];

    private static FitFileBuilder Jog(FitFileBuilder? file = null) => RecordedRun.Fit(ShortRuns.Jog, Jogged, file);

    // As older watches write: no wide speed and altitude, and once speed and distance in three bytes.
    private static FitFileBuilder NarrowFields()
    {
        var file = Begin(new());
        foreach (var record in Jogged)
        {
            var line = RecordedRun.Line(record) with { EnhancedAltitudeMetres = null, EnhancedSpeedMetresPerSecond = null };
            file.Record(line with { AltitudeMetres = record.AltitudeMetres, SpeedMetresPerSecond = record.MetresPerSecond });
        }

        return End(file);
    }

    // Every record but the first states five bits of its time: they roll over twice in this minute.
    private static FitFileBuilder CompressedTime()
    {
        var file = Begin(new()).Record(RecordedRun.Line(Jogged[0]));
        foreach (var record in Jogged.Skip(1))
        {
            var fields = (RecordedRun.Line(record) with { Time = null }).ToFields();
            file.CompressedMessage(1, 20, (int)(FitFileBuilder.Seconds(record.Time) & 0x1F), fields);
        }

        return End(file);
    }

    // One local type is a record, then something unknown, then a record of another shape and byte order.
    private static FitFileBuilder Redefined()
    {
        var file = Begin(new());
        foreach (var record in Jogged)
        {
            file.Message(5, 0xFF01, FitField.Text(0, "a maker's own"), FitField.UInt16(1, 1, 2, 3));
            file.BigEndian = !file.BigEndian;
            file.Record(RecordedRun.Line(record) with { TemperatureCelsius = file.BigEndian ? 11 : null });
        }

        return End(file);
    }

    private static FitFileBuilder DeveloperFields()
    {
        var stiffness = FitField.Float32(0, 9.25f).OfDeveloper(0);
        var power = FitField.UInt16(1, 241).OfDeveloper(0);
        var impact = FitField.UInt8(2, 7, 8).OfDeveloper(1);
        var nameless = FitField.SInt8(3, -4).OfDeveloper(1);
        var undescribed = FitField.UInt8(4, 99).OfDeveloper(1);
        var empty = FitField.Raw(5, 0x02).OfDeveloper(1);
        var note = FitField.Text(6, "uphill", 12).OfDeveloper(1);
        var file = Begin(new())
            .DescribeDeveloperField(stiffness, "Leg Spring Stiffness", "kN/m")
            .DescribeDeveloperField(power, "Power", "Watts", native: 7)
            .DescribeDeveloperField(impact, "Impact", "g")
            .DescribeDeveloperField(nameless, string.Empty)
            .DescribeDeveloperField(empty, "Nothing")
            .DescribeDeveloperField(note, "Note");
        foreach (var record in Jogged)
        {
            file.Record(RecordedRun.Line(record) with { DeveloperFields = [stiffness, power, impact, nameless, undescribed, empty, note] });
        }

        return End(file);
    }

    // The first five seconds are fillers: zeros where the strap had measured nothing yet.
    private static FitFileBuilder RunningDynamics()
    {
        var file = Begin(new());
        foreach (var record in Jogged)
        {
            var measures = record.Time - Start > Duration.FromSeconds(5);
            file.Record(RecordedRun.Line(record) with
            {
                StanceTimeMs = measures ? record.ContactMilliseconds : 0,
                StanceTimeBalancePercent = measures ? 49.6 : 0,
                VerticalOscillationMm = measures ? 88.5 : 0,
                VerticalRatioPercent = measures ? 9.1 : 0,
                StepLengthMm = measures ? 60_000 * record.MetresPerSecond / record.StepsPerMinute : 0,
            });
        }

        return End(file);
    }

    // A pause of two minutes that the timer knows of, after which nothing was new for 12 s: no pause.
    private static FitFileBuilder Pauses()
    {
        var file = Begin(new());
        var half = Jogged.Count / 2;
        foreach (var record in Jogged.Take(half))
        {
            file.Record(RecordedRun.Line(record));
        }

        var pause = Duration.FromMinutes(2);
        file.TimerStop(Jogged[half - 1].Time).TimerStart(Jogged[half - 1].Time + pause);
        foreach (var record in Jogged.Skip(half).Where((_, index) => index is 0 or > 2))
        {
            file.Record(RecordedRun.Line(record) with { Time = record.Time + pause });
        }

        var session = RecordedRun.Session(ShortRuns.Jog, Jogged);
        return file
            .TimerStop(Jogged[^1].Time + pause)
            .Session(session with { Elapsed = session.Elapsed + pause, Timer = session.Elapsed })
            .Activity(Jogged[^1].Time + pause, Offset.FromHours(1));
    }

    // The runner read 160 m off the treadmill and saved that.
    private static FitFileBuilder TreadmillRun()
    {
        var records = RunSimulation.Run(ShortRuns.Treadmill);
        var file = Begin(new());
        foreach (var record in records)
        {
            file.Record(RecordedRun.Line(record));
        }

        return file.TimerStop(records[^1].Time).Session(RecordedRun.Session(ShortRuns.Treadmill, records) with { DistanceMetres = 160 });
    }

    // A minute of swimming, of cycling and of running; the records' distance goes on through all three.
    private static FitFileBuilder MultiSport()
    {
        (byte Sport, double MetresPerSecond)[] legs = [(5, 1.1), (2, 7.5), (1, 2.7)];
        var minute = Duration.FromMinutes(1);
        var file = Begin(new());
        var distance = 0.0;
        for (var second = 0; second < 180; second += 5)
        {
            var (east, north) = MadeTown.CoastRoad(distance);
            var place = MadeTown.Locate(east, north);
            file.Record(new()
            {
                Time = Start + Duration.FromSeconds(second),
                LatitudeDegrees = place.LatitudeDegrees,
                LongitudeDegrees = place.LongitudeDegrees,
                DistanceMetres = distance,
                HeartRate = 120 + (second / 6),
                StridesPerMinute = second < 60 ? null : 81,
            });
            distance += 5 * legs[second / 60].MetresPerSecond;
        }

        file.TimerStop(Start + (3 * minute));
        for (var leg = 0; leg < legs.Length; leg++)
        {
            var (sport, speed) = legs[leg];
            file.Session(new() { Start = Start + (leg * minute), Elapsed = minute, DistanceMetres = 60 * speed, Sport = sport });
        }

        return file.Activity(Start + (3 * minute), Offset.Zero, sessions: 3);
    }

    // The watch died before it wrote totals: no session, no sport.
    private static FitFileBuilder NoSession()
    {
        var file = Begin(new());
        foreach (var record in Jogged)
        {
            file.Record(RecordedRun.Line(record));
        }

        return file;
    }

    // The clock was set right by satellite after the first three records: back by an hour and a second.
    private static FitFileBuilder TimeGoesBack()
    {
        var wrong = Duration.FromSeconds(3601);
        var file = Begin(new());
        for (var index = 0; index < Jogged.Count; index++)
        {
            file.Record(RecordedRun.Line(Jogged[index]) with { Time = Jogged[index].Time + (index < 3 ? wrong : Duration.Zero) });
        }

        return End(file);
    }

    private static FitFileBuilder Course()
    {
        var file = new FitFileBuilder().FileId(Start, type: 6).Message(9, 31, FitField.Text(5, "Coast road"));
        foreach (var record in Jogged)
        {
            file.Record(RecordedRun.Line(record) with { HeartRate = null, StridesPerMinute = null });
        }

        return file;
    }

    private static FitFileBuilder UndefinedLocal()
    {
        var file = Begin(new());
        foreach (var record in Jogged)
        {
            file.Record(RecordedRun.Line(record));
        }

        return file.Bytes(0x0F, 1, 2, 3).Session(RecordedRun.Session(ShortRuns.Jog, Jogged));
    }

    // Found by the fuzzer: seconds of a type that reaches beyond any calendar, in the first record.
    private static FitFileBuilder TimeOf64Bits()
    {
        var file = Begin(new()).Message(1, 20, FitField.UInt64(253, ulong.MaxValue / 2), FitField.UInt8(3, 90));
        foreach (var record in Jogged)
        {
            file.Record(RecordedRun.Line(record));
        }

        return End(file);
    }

    // Made to keep a reader busy: every look-up of a field once went past all that hold nothing.
    private static FitFileBuilder EmptyFields()
    {
        var file = Begin(new());
        foreach (var record in Jogged)
        {
            file.Message(5, 20, [.. RecordedRun.Line(record).ToFields(), .. Enumerable.Range(100, 100).Select(number => FitField.Raw((byte)number, 0x02))]);
        }

        return End(file);
    }

    // Made to fill the memory: each of the sessions, which all cover the same minute, once kept every pause.
    private static FitFileBuilder SessionsOnSessions()
    {
        var file = Begin(new());
        foreach (var record in Jogged)
        {
            file.Record(RecordedRun.Line(record)).TimerStop(record.Time + Duration.FromSeconds(1)).TimerStart(record.Time + Duration.FromSeconds(2));
        }

        for (var second = 0; second < 40; second++)
        {
            var session = RecordedRun.Session(ShortRuns.Jog, Jogged);
            file.Session(session with { Start = Start + Duration.FromSeconds(second) });
        }

        return file.Activity(Jogged[^1].Time, Offset.Zero, sessions: 40);
    }

    private static FitFileBuilder Begin(FitFileBuilder file) => file.FileId(Start).TimerStart(Start);

    private static FitFileBuilder End(FitFileBuilder file) => file
        .TimerStop(Jogged[^1].Time)
        .Session(RecordedRun.Session(ShortRuns.Jog, Jogged))
        .Activity(Jogged[^1].Time, Offset.Zero);
}
