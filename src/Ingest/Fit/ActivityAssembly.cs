using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Profile;
using KneeLoad.Ingest.Fit.Protocol;
using KneeLoad.Ingest.Remarks;
using NodaTime;

namespace KneeLoad.Ingest.Fit;

/// <summary>Puts together the activities of one FIT file: one for each session, each record in exactly one.</summary>
internal static class ActivityAssembly
{
    private const uint CourseFile = 6;

    /// <summary>The activities of one file.</summary>
    /// <returns>Empty when the file has neither a session nor a record.</returns>
    public static IReadOnlyList<Activity> Of(FitContent content, FitOutcome outcome)
    {
        var records = content.Records.Build();
        if (content.Records.IsOverBudget || content.IsOverLimit)
        {
            outcome.Warn(RemarkKind.TooMuchForItsSize);
        }

        if (content.FileType == CourseFile)
        {
            outcome.Warn(RemarkKind.PlannedRoute);
        }

        if (content.Sessions.Count == 0 && records.Count == 0)
        {
            return [];
        }

        var parts = SessionParts.Of(content, records);
        var cadenceUnit = CadenceUnits.Of(content, parts, outcome);
        var activities = new List<Activity>(parts.Count);

        // Two events make a pause, and a border between sessions cuts it in two. More come of sessions that lie upon one
        // another, where each would keep the pauses of all.
        var pausesLeft = content.TimerEvents.Count + parts.Count;
        foreach (var part in parts)
        {
            var activity = Assemble(content, part, cadenceUnit, pausesLeft);
            pausesLeft -= activity.Pauses.Count;
            TreadmillDistance.Check(activity, outcome);
            activities.Add(activity);
        }

        if (pausesLeft == 0)
        {
            outcome.Warn(RemarkKind.TooMuchForItsSize);
        }

        return activities;
    }

    private static Activity Assemble(FitContent content, SessionPart part, CadenceUnit cadenceUnit, int mostPauses)
    {
        var session = part.Session;
        var hasCadence = part.Records[RecordField.Cadence] is not null;
        var (sport, subSport) = session?.Sport is null
            ? (content.ChosenSport.Sport, session?.SubSport ?? content.ChosenSport.SubSport)
            : (session.Sport, session.SubSport);
        return new()
        {
            Format = ActivityFormat.Fit,
            Sport = FitSportNames.Of(sport),
            SubSport = SubSportNames.Of(subSport),
            Name = content.SportName,
            HasSession = session is not null,
            DeviceSince = content.DeviceSince,
            FileCreated = content.Created is { } created ? FitTime.ToInstant(created) : null,
            Maker = content.Maker,
            Product = content.Product,
            Start = session?.Start is { } start ? FitTime.ToInstant(start) : FirstTime(part.Records),
            UtcOffset = content.UtcOffset,
            TotalElapsed = session?.Elapsed,
            TotalTimer = session?.Timer,
            TotalDistance = session?.Length,
            TotalAscent = session?.Ascent,
            TotalDescent = session?.Descent,
            CadenceUnit = hasCadence ? cadenceUnit : CadenceUnit.None,
            AltitudeSource = AltitudeSources.Of(content),
            IsCourse = content.FileType == CourseFile,
            Records = part.Records,
            Pauses = TimerPauses.Of(content.TimerEvents, part.Start, part.End, mostPauses),
            Laps = part.Laps,
            BeatIntervalsMilliseconds = part.BeatIntervalsMilliseconds,
            Devices = content.Devices,
        };
    }

    private static Instant? FirstTime(RecordStream records)
    {
        for (var i = 0; records.TimeUnixSeconds is { } times && i < times.Length; i++)
        {
            if (times[i] is { } seconds)
            {
                return Instant.FromUnixTimeSeconds((long)seconds);
            }
        }

        return null;
    }
}
