using NodaTime;

namespace KneeLoad.Testing.Samples;

/// <summary>A simulated run as a file, written as the devices would have.</summary>
internal static class RecordedRun
{
    private const byte Running = 1;
    private const byte Walking = 11;
    private const byte Treadmill = 1;

    /// <summary>The file that a watch writes.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="records">What the simulation recorded of it.</param>
    /// <param name="file">The builder to write with; a plain one unless given.</param>
    public static FitFileBuilder Fit(SampleRun plan, IReadOnlyList<SampleRecord> records, FitFileBuilder? file = null)
    {
        var end = records[^1].Time;
        var session = Session(plan, records);
        file = (file ?? new FitFileBuilder())
            .FileId(plan.Start)
            .DeviceInfo(plan.Start, 1, 3589, source: 5, type: 4)
            .TimerStart(plan.Start);
        foreach (var record in records)
        {
            file.Record(Line(record) with { StanceTimeMs = plan.Recorder == Recorder.WatchAndStrap ? record.ContactMilliseconds : null });
        }

        return file.TimerStop(end).Lap(session).Session(session).Activity(end, Offset.Zero);
    }

    /// <summary>One line of a watch's recording.</summary>
    public static FitRecord Line(SampleRecord record) => new()
    {
        Time = record.Time,
        LatitudeDegrees = record.Place?.LatitudeDegrees,
        LongitudeDegrees = record.Place?.LongitudeDegrees,
        EnhancedAltitudeMetres = record.AltitudeMetres,
        DistanceMetres = record.DistanceMetres,
        EnhancedSpeedMetresPerSecond = record.MetresPerSecond,
        StridesPerMinute = record.StepsPerMinute / 2,
        HeartRate = record.BeatsPerMinute,
    };

    /// <summary>The totals that a watch states.</summary>
    public static FitSession Session(SampleRun plan, IReadOnlyList<SampleRecord> records)
    {
        var (ascent, descent) = Climb(records);
        return new()
        {
            Start = plan.Start,
            Elapsed = records[^1].Time - plan.Start,
            DistanceMetres = records[^1].DistanceMetres,
            AscentMetres = plan.Way is null ? null : (int)Math.Round(ascent),
            DescentMetres = plan.Way is null ? null : (int)Math.Round(descent),
            Sport = plan.Walk ? Walking : Running,
            SubSport = plan.Way is null ? Treadmill : null,
        };
    }

    /// <summary>The file that a telephone writes, or a watch's maker exports.</summary>
    public static GpxFileBuilder Gpx(SampleRun plan, IReadOnlyList<SampleRecord> records, GpxFileBuilder? file = null) => (file ?? new GpxFileBuilder())
        .Track(plan.Walk ? "walking" : "running", plan.Walk ? "Morning walk" : "Morning run")
        .Points(records.Select(record => Point(plan, record)));

    /// <summary>One point of a track.</summary>
    public static GpxPoint Point(SampleRun plan, SampleRecord record) => new()
    {
        Time = record.Time,
        Latitude = Math.Round(record.Place!.Value.LatitudeDegrees, 6),
        Longitude = Math.Round(record.Place!.Value.LongitudeDegrees, 6),
        Elevation = Math.Round(record.AltitudeMetres!.Value, 1),
        HeartRate = plan.Recorder == Recorder.Telephone ? null : (int)Math.Round(record.BeatsPerMinute),
        Cadence = plan.Recorder == Recorder.Telephone ? null : (int)(record.StepsPerMinute / 2),
    };

    /// <summary>The TCX file that a watch's maker exports.</summary>
    public static TcxFileBuilder Tcx(SampleRun plan, IReadOnlyList<SampleRecord> records)
    {
        var seconds = (records[^1].Time - plan.Start).TotalSeconds;
        var file = new TcxFileBuilder { Creator = "Forerunner 745" }
            .Activity("Running", plan.Start)
            .Lap(plan.Start, seconds, Math.Round(records[^1].DistanceMetres, 2));
        foreach (var record in records)
        {
            file.Point(new()
            {
                Time = record.Time,
                Latitude = record.Place is { } place ? Math.Round(place.LatitudeDegrees, 6) : null,
                Longitude = record.Place is { } there ? Math.Round(there.LongitudeDegrees, 6) : null,
                Altitude = record.AltitudeMetres is { } altitude ? Math.Round(altitude, 1) : null,
                Distance = Math.Round(record.DistanceMetres, 2),
                HeartRate = (int)Math.Round(record.BeatsPerMinute),
                RunCadence = (int)(record.StepsPerMinute / 2),
                Speed = Math.Round(record.MetresPerSecond, 3),
            });
        }

        return file;
    }

    // The true ground, smoothed as a barometer's firmware would: small ups and downs do not add up.
    private static (double Ascent, double Descent) Climb(IReadOnlyList<SampleRecord> records)
    {
        const double Step = 1.5;
        double ascent = 0, descent = 0;
        var last = records[0].AltitudeMetres ?? 0;
        foreach (var altitude in records.Select(record => record.AltitudeMetres ?? last))
        {
            if (Math.Abs(altitude - last) < Step)
            {
                continue;
            }

            ascent += Math.Max(0, altitude - last);
            descent += Math.Max(0, last - altitude);
            last = altitude;
        }

        return (ascent, descent);
    }
}
