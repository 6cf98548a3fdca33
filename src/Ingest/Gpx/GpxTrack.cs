using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Ingest.Xml;
using NodaTime;

namespace KneeLoad.Ingest.Gpx;

/// <summary>One track while it is being read.</summary>
internal sealed class GpxTrack(ReadWarnings warnings)
{
    private readonly PauseBuilder pauses = new();

    /// <summary>The points.</summary>
    public RecordBuilder Records { get; } = new(warnings);

    /// <summary>The track's type as the file writes it; null where it says nothing.</summary>
    public string? Type { get; set; }

    /// <summary>The track's name; null where it has none.</summary>
    public string? Name { get; set; }

    /// <summary>Totals by their name in Garmin's TrackStatsExtension. [s, m]</summary>
    public Dictionary<string, double> Statistics { get; } = new(StringComparer.Ordinal);

    /// <summary>Begins a segment: the recording stood still since the one before.</summary>
    public void BeginSegment() => pauses.Break();

    /// <summary>Finishes the point begun.</summary>
    public void FinishPoint()
    {
        pauses.Moment(Records.LastTime);
        Records.Finish();
    }

    /// <summary>The track as an activity.</summary>
    /// <param name="creator">The program or device that the file names.</param>
    /// <param name="fileTime">The file's own time, for a track without a time of its own.</param>
    /// <param name="fileSport">The sport that the file's metadata name, for a track that names none.</param>
    /// <param name="fileName">The name that the file's metadata give, for a track without one.</param>
    public Activity ToActivity(string? creator, XmlTime? fileTime, string? fileSport, string? fileName)
    {
        var sportText = Type ?? fileSport;
        var (sport, subSport) = XmlSportNames.Find(sportText, warnings);
        var start = Records.FirstTime ?? (Records.Count == 0 ? fileTime : null);

        // Garmin Connect and Strava hand on what the watch counts: one leg.
        var isOneLeg = creator is not null
            && (creator.StartsWith("Garmin", StringComparison.Ordinal) || creator.StartsWith("Strava", StringComparison.Ordinal));
        return new Activity
        {
            Format = ActivityFormat.Gpx,
            Sport = sport,
            SubSport = subSport,
            SportText = sportText,
            Name = Name ?? fileName,
            Maker = creator,
            Start = start?.ToInstant(),
            UtcOffset = start?.ToOffset(),
            IsLocalTime = start is { OffsetMinutes: null },
            IsDayUnsure = start is { IsDayUnsure: true },
            TotalElapsed = Seconds("TotalElapsedTime"),
            TotalTimer = Seconds("TimerTime"),
            TotalDistance = Metres("Distance"),
            TotalAscent = Metres("Ascent"),
            TotalDescent = Metres("Descent"),
            CadenceUnit = CadenceScale.Decide(Records.Cadences, sport, isOneLeg, warnings),
            Records = Records.Build(),
            Pauses = pauses.ToList(),
        };
    }

    private Duration? Seconds(string name) =>
        Statistics.TryGetValue(name, out var seconds) && seconds < RecordBuilder.MaxSeconds ? Duration.FromSeconds(seconds) : null;

    private Distance? Metres(string name) => Statistics.TryGetValue(name, out var metres) ? new Distance(metres) : null;
}
