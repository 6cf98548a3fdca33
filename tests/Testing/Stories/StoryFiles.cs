using NodaTime;

namespace KneeLoad.Testing.Stories;

/// <summary>Writes the runs of stories as a watch would. Places lie in the open sea.</summary>
public static class StoryFiles
{
    private const int SecondsBetweenRecords = 4;
    private const double MetresPerDegree = 111_195;
    private const ushort Development = 255;

    /// <summary>The zone that the runners live in; its clock changes within the sixteen weeks.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>The first day of every story, a Monday.</summary>
    public static LocalDate FirstDay { get; } = new(2026, 1, 5);

    /// <summary>Days of a story. [d]</summary>
    public const int Days = 112;

    /// <summary>The run as a FIT file.</summary>
    public static byte[] Fit(StoryRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        // The hour is of the clock on the wall; where the clock jumps over it, the moment after.
        var start = Zone.AtLeniently((FirstDay.PlusDays(run.Day) + new LocalTime(0, 0)).PlusMinutes((60 * run.Hour) + run.Minute));
        var from = start.ToInstant();
        var file = new FitFileBuilder().FileId(from, manufacturer: Development, product: 0);
        double metres = 0, altitude = 100;
        int clock = 0, end = 0;
        foreach (var part in run.Parts)
        {
            for (end += part.Seconds; clock <= end; clock += SecondsBetweenRecords)
            {
                file.Record(new FitRecord
                {
                    Time = from + Duration.FromSeconds(clock),
                    LatitudeDegrees = run.Outdoors ? 50 + (metres / MetresPerDegree) : null,
                    LongitudeDegrees = run.Outdoors ? -30 : null,
                    AltitudeMetres = run.Outdoors ? altitude : null,
                    DistanceMetres = run.KnowsDistance ? metres : null,
                    SpeedMetresPerSecond = run.KnowsDistance ? part.Speed * run.Drift : null,
                    StridesPerMinute = part.Cadence is > 0 and var steps ? steps / 2 : null,
                });
                metres += SecondsBetweenRecords * part.Speed * run.Drift;
                altitude += SecondsBetweenRecords * part.Speed * part.SlopePercent / 100;
            }
        }

        var elapsed = Duration.FromSeconds(clock - SecondsBetweenRecords);
        return file
            .Session(new FitSession
            {
                Start = from,
                Elapsed = elapsed,
                DistanceMetres = run.KnowsDistance ? metres - (SecondsBetweenRecords * run.Parts[^1].Speed * run.Drift) : null,
                SubSport = run.SubSport,
            })
            .Activity(from + elapsed, start.Offset)
            .ToBytes();
    }
}
