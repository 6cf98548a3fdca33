using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit;

/// <summary>Made runs that several tests begin from.</summary>
internal static class MadeRuns
{
    public static readonly Instant Start = Instant.FromUtc(2024, 5, 1, 6, 12, 3);

    /// <summary>Ten seconds at 3 m/s with one session, one lap and the timer's start and stop.</summary>
    public static FitFileBuilder Short(FitFileBuilder builder)
    {
        builder.FileId(Start).TimerStart(Start);
        for (var second = 0; second < 10; second++)
        {
            builder.Record(new FitRecord
            {
                Time = Start + Duration.FromSeconds(second),
                LatitudeDegrees = 47 + (second * 2.7e-5),
                LongitudeDegrees = -8.5,
                AltitudeMetres = 400.2,
                DistanceMetres = 3 * second,
                SpeedMetresPerSecond = 3,
                StridesPerMinute = 85.5,
                HeartRate = 140 + second,
            });
        }

        var end = Start + Duration.FromSeconds(10);
        var session = new FitSession { Start = Start, Elapsed = Duration.FromSeconds(10), DistanceMetres = 30, AscentMetres = 1, DescentMetres = 2 };
        return builder.TimerStop(end).Lap(session).Session(session).Activity(end, Offset.FromHoursAndMinutes(5, 30));
    }
}
