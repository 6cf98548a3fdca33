using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>Watch files of invented runs.</summary>
internal static class MadeRun
{
    public static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 6, 30);

    /// <summary>A steady run at 3 m/s with cadence and heart rate, a record every second.</summary>
    public static byte[] Fit(Instant start, int minutes = 20, double speed = 3, byte sport = 1)
    {
        var file = new FitFileBuilder().FileId(start).TimerStart(start);
        var seconds = minutes * 60;
        for (var second = 0; second <= seconds; second++)
        {
            file.Record(new FitRecord
            {
                Time = start + Duration.FromSeconds(second),
                DistanceMetres = second * speed,
                SpeedMetresPerSecond = speed,
                StridesPerMinute = 84,
                HeartRate = 140,
                AltitudeMetres = 100,
            });
        }

        var elapsed = Duration.FromSeconds(seconds);
        return file.TimerStop(start + elapsed)
            .Session(new FitSession { Start = start, Elapsed = elapsed, DistanceMetres = seconds * speed, Sport = sport })
            .ToBytes();
    }

    /// <summary>The same way as an exporter writes it: places and times only.</summary>
    public static byte[] Gpx(Instant start, int minutes = 20, double speed = 3)
    {
        const double MetresADegree = 111_195;
        var file = new GpxFileBuilder().Track("running");
        for (var second = 0; second <= minutes * 60; second++)
        {
            file.Point(new GpxPoint { Latitude = 48 + (second * speed / MetresADegree), Longitude = 11, Time = start + Duration.FromSeconds(second) });
        }

        return file.ToBytes();
    }
}
