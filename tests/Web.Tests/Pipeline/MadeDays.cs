using KneeLoad.Testing;
using KneeLoad.Web.Tests.Hosting;
using NodaTime;

namespace KneeLoad.Web.Tests.Pipeline;

/// <summary>
/// Files of half an invented year that get in each other's way: runs, the same run from a second watch, one inside another, a restarted watch,
/// one across days, walks, rides, and activities that state no sport.
/// </summary>
internal static class MadeDays
{
    private static readonly Instant FirstDay = Instant.FromUtc(2026, 1, 5, 7, 0);

    /// <summary>Five hours.</summary>
    public static byte[] LongRun { get; } = Fit(60, 300, 2.6, 82);

    /// <summary>40 minutes in the midst of them, from a watch that measures less.</summary>
    public static byte[] InsideIt { get; } = Fit(60.1, 40, 3, 85, heart: false);

    /// <summary>A run four days after <see cref="AnyOrderTests"/> begins.</summary>
    public static byte[] ToCome { get; } = Fit(176, 60, 3, 85);

    /// <summary>A run by its file.</summary>
    public static byte[] WithSport { get; } = Fit(140, 50, 3, 85);

    /// <summary>The same from a watch that states no sport and measures less.</summary>
    public static byte[] WithoutSport { get; } = Fit(140, 50, 3, 85, sport: 0, secondsLater: 5, heart: false);

    /// <summary>Number of files that repeat a run at another hour. [1]</summary>
    public const int Copies = 2;

    /// <summary>A track whose points have no time.</summary>
    public static byte[] Undated { get; } = new GpxFileBuilder()
        .Track("running")
        .Points(Enumerable.Range(0, 100).Select(i => new GpxPoint { Latitude = 47 + (i * 0.0005), Longitude = 8 }))
        .ToBytes();

    /// <summary>All files; after the single ones, since they are made in this order.</summary>
    public static byte[][] Files { get; } = [.. Plain(), .. Odd(), Zip.Of(("a.fit", Fit(31, 40)), ("b.fit", Fit(32.01, 50)), ("broken.fit", [1, 2, 3]))];

    private static IEnumerable<byte[]> Plain() =>
        Enumerable.Range(0, 14).Select(i => Fit(11.3 * i, 40 + (i * 37 % 80), 2.5 + (i % 7 * 0.15), 79 + (i * 5 % 9)));

    private static IEnumerable<byte[]> Odd() =>
    [
        Fit(11.3, 77, 2.66, 84, secondsLater: 20, heart: false),
        Fit(22.6, 114, 2.8, 80, secondsLater: 40),
        LongRun,
        InsideIt,
        Fit(60.2, 30, 3, 85, heart: false),
        Fit(60, 301, 2.6, 82, sport: 11, heart: false),
        Fit(75, 30, 3.1, 86),
        Fit(75 + (35 / 1440.0), 25, 3, 86),
        Fit(75 + (65 / 1440.0), 20, 3, 86, sport: 0),
        Fit(89.5, 1900, 2.5, 80),
        Fit(89.5 + (1910 / 1440.0), 30, 3, 84),
        Fit(100.2, 45, 2.9, 83, sport: 0),
        Fit(100.2, 45, 2.9, 83, sport: 0, secondsLater: 30, heart: false),
        Fit(130, 90, 1.4, 55, sport: 11),
        Fit(131, 90, 7, null, sport: 2),
        Fit(131.01, 60, 2.9, 82, sport: 0),
        WithSport,
        WithoutSport,
        Fit(150.7, 1, 1.2, 80),
        ToCome,
        Fit(176, 60, 3, null, sport: 0, secondsLater: 3),
        Fit(33.9, 71, 2.95, 87, secondsLater: 2 * 3600),
        Fit(56.5, 65, 2.5 + (5 * 0.15), 86, secondsLater: 30 * 60 * 23, heart: false),
        Undated,
    ];

    public static byte[] Fit(double day, int minutes, double speed = 2.9, double? strides = 84, byte sport = 1, int secondsLater = 0, bool heart = true)
    {
        var start = FirstDay + Duration.FromSeconds(Math.Round(day * 86_400) + secondsLater);
        var file = new FitFileBuilder().FileId(start).TimerStart(start);
        for (var second = 0; second <= minutes * 60; second += 30)
        {
            file.Record(new FitRecord
            {
                Time = start + Duration.FromSeconds(second),
                DistanceMetres = second * speed,
                SpeedMetresPerSecond = speed,
                StridesPerMinute = strides + (second / 600 % 3),
                HeartRate = heart ? 140 : null,
                AltitudeMetres = 100,
            });
        }

        var elapsed = Duration.FromMinutes(minutes);
        return file.TimerStop(start + elapsed)
            .Session(new FitSession { Start = start, Elapsed = elapsed, DistanceMetres = elapsed.TotalSeconds * speed, Sport = sport })
            .ToBytes();
    }
}
