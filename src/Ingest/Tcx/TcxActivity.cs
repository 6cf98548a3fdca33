using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Xml;
using NodaTime;

namespace KneeLoad.Ingest.Tcx;

/// <summary>One activity while it is being read.</summary>
internal sealed class TcxActivity(ReadWarnings warnings)
{
    private readonly PauseBuilder pauses = new();
    private readonly List<TcxLap> laps = [];
    private bool isFirstTrack = true;

    /// <summary>The points of all laps.</summary>
    public RecordBuilder Records { get; } = new(warnings);

    /// <summary>Whether it is a course: a plan that nobody ran.</summary>
    public bool IsCourse { get; init; }

    /// <summary>Sport as the file writes it: Running, Biking or Other.</summary>
    public string? Sport { get; set; }

    /// <summary>Name of the activity: the time of its start.</summary>
    public string? Id { get; set; }

    /// <summary>Device that the file names.</summary>
    public string? Maker { get; set; }

    /// <summary>Garmin's number of the device.</summary>
    public string? Product { get; set; }

    /// <summary>Whether cadence came as RunCadence, which by Garmin's schema counts one leg.</summary>
    public bool HasRunCadence { get; set; }

    /// <summary>Begins a lap.</summary>
    /// <param name="startTime">Its start as the file writes it.</param>
    public TcxLap BeginLap(ReadOnlySpan<byte> startTime)
    {
        var lap = new TcxLap(XmlTimes.TryRead(startTime, out var start) ? start : null);
        laps.Add(lap);

        // Only a second track within a lap is a pause; the first goes on where the last lap ended.
        isFirstTrack = true;
        return lap;
    }

    /// <summary>Begins a track: the recording stood still since the one before in the same lap.</summary>
    public void BeginTrack()
    {
        if (!isFirstTrack)
        {
            pauses.Break();
        }

        isFirstTrack = false;
    }

    /// <summary>The runner's own words on the activity; null where there are none.</summary>
    public string? Notes { get; set; }

    /// <summary>Finishes the point begun.</summary>
    public void FinishPoint()
    {
        pauses.Moment(Records.LastTime);
        Records.Finish();
    }

    /// <summary>The activity.</summary>
    public Activity ToActivity()
    {
        var (sport, subSport) = XmlSportNames.Find(Sport, warnings);
        if (IsCourse)
        {
            warnings.Add(RemarkKind.PlannedRoute);
        }

        var start = Records.FirstTime ?? laps.FirstOrDefault()?.Start ?? (XmlTimes.TryRead(Encoding.UTF8.GetBytes(Id ?? string.Empty), out var id) ? id : null);
        return new Activity
        {
            Format = ActivityFormat.Tcx,
            IsCourse = IsCourse,
            Sport = sport,
            SubSport = subSport,
            SportText = Sport,
            Name = Notes,
            Maker = Maker,
            Product = Product,
            Start = start?.ToInstant(),
            UtcOffset = start?.ToOffset(),
            IsLocalTime = start is { OffsetMinutes: null },
            IsDayUnsure = start is { IsDayUnsure: true },
            TotalTimer = Sum(laps.Select(lap => lap.TimerSeconds)) is { } seconds ? Duration.FromSeconds(seconds) : null,
            TotalDistance = Sum(laps.Select(lap => lap.DistanceMetres)) is { } metres ? new Distance(metres) : null,
            CadenceUnit = CadenceScale.Decide(Records.Cadences, sport, HasRunCadence, warnings),
            Records = Records.Build(),
            Pauses = pauses.ToList(),
            Laps = [.. laps.Select(lap => lap.ToLap())],
        };
    }

    /// <summary>A file states totals lap by lap; the activity's are their sum.</summary>
    private static double? Sum(IEnumerable<double?> parts) => parts.OfType<double>().Aggregate(default(double?), (sum, part) => (sum ?? 0) + part);
}
