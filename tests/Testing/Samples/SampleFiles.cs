using NodaTime;

namespace KneeLoad.Testing.Samples;

/// <summary>Writes the sample runner's files as the devices would have.</summary>
public static class SampleFiles
{
    private const byte Running = 1;
    private const byte Walking = 11;
    private const byte Treadmill = 1;

    /// <summary>The whole history, oldest first: file name and content.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Demo()
    {
        foreach (var plan in SampleRunner.Plan())
        {
            var records = RunSimulation.Run(plan);
            if (plan.Recorder == Recorder.Telephone)
            {
                yield return ($"{plan.Name}.gpx", Gpx(plan, records));
            }
            else
            {
                yield return ($"{plan.Name}.fit", Fit(plan, records));
            }
        }
    }

    private static byte[] Fit(PlannedRun plan, IReadOnlyList<SampleRecord> records)
    {
        var end = records[^1].Time;
        var (ascent, descent) = Climb(records);
        var session = new FitSession
        {
            Start = plan.Start,
            Elapsed = end - plan.Start,
            DistanceMetres = records[^1].DistanceMetres,
            AscentMetres = plan.Way is null ? null : (int)Math.Round(ascent),
            DescentMetres = plan.Way is null ? null : (int)Math.Round(descent),
            Sport = plan.Walk ? Walking : Running,
            SubSport = plan.Way is null ? Treadmill : null,
        };
        var file = new FitFileBuilder()
            .FileId(plan.Start)
            .DeviceInfo(plan.Start, 1, 3589, source: 5, type: 4)
            .TimerStart(plan.Start);
        foreach (var record in records)
        {
            file.Record(new FitRecord
            {
                Time = record.Time,
                LatitudeDegrees = record.Place?.LatitudeDegrees,
                LongitudeDegrees = record.Place?.LongitudeDegrees,
                EnhancedAltitudeMetres = record.AltitudeMetres,
                DistanceMetres = record.DistanceMetres,
                EnhancedSpeedMetresPerSecond = record.MetresPerSecond,
                StridesPerMinute = record.StepsPerMinute / 2,
                HeartRate = record.BeatsPerMinute,
                StanceTimeMs = plan.Recorder == Recorder.WatchAndStrap ? record.ContactMilliseconds : null,
            });
        }

        return file.TimerStop(end).Lap(session).Session(session).Activity(end, Offset.Zero).ToBytes();
    }

    private static byte[] Gpx(PlannedRun plan, IReadOnlyList<SampleRecord> records) => new GpxFileBuilder()
        .Track(plan.Walk ? "walking" : "running", plan.Walk ? "Morning walk" : "Morning run")
        .Points(records.Select(record => new GpxPoint
        {
            Time = record.Time,
            Latitude = Math.Round(record.Place!.Value.LatitudeDegrees, 6),
            Longitude = Math.Round(record.Place!.Value.LongitudeDegrees, 6),
            Elevation = Math.Round(record.AltitudeMetres!.Value, 1),
        }))
        .ToBytes();

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
