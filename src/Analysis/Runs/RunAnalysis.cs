using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Gradients;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;
using NodaTime;

namespace KneeLoad.Analysis.Runs;

/// <summary>From what a file says to the numbers of one run. Pure: the same file gives the same numbers.</summary>
public static class RunAnalysis
{
    /// <summary>Analyses one activity.</summary>
    /// <param name="activity">What the file says.</param>
    /// <param name="fallbackZone">Where the runner was, for files that do not state their offset from UTC.</param>
    /// <param name="told">Facts that the runner told, which count as if the file had stated them; null for none.</param>
    /// <returns>Null when the activity has no time at all.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="activity"/> or <paramref name="fallbackZone"/> is null.</exception>
    public static AnalysedActivity? Analyse(Activity activity, DateTimeZone fallbackZone, ToldRun? told = null)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(fallbackZone);
        var timeline = Timeline.Of(
            activity.Records,
            activity.Pauses,
            new StandRule(Choices.LongestStand.Value, Choices.ThinStand.Value, Choices.LongestThinStand.Value),
            Choices.ClockSetBack.Value);
        if (RunTimes.Of(activity, timeline) is not { } times)
        {
            return null;
        }

        var measured = RunDistance.Of(activity, timeline, times.Timer);
        var distance = told?.Distance is { } length ? RunDistance.Of(activity with { TotalDistance = length }, timeline, times.Timer) : measured;
        var motion = Motion.Of(activity, timeline, distance);
        var kind = RunKinds.Of(activity, times.Elapsed, distance.Total, motion, told?.Kind);
        var gaits = Gaits.Of(kind, motion);
        var cells = RunCells.Of(kind, distance.Total, times.Timer, motion, gaits);
        var dynamics = RunDynamics.Of(activity, motion, gaits);
        var pacing = RunPacing.Of(motion);
        var climb = motion.Altitude is { } altitude ? Climb.Of(timeline, altitude) : null;

        var hasNoDay = activity.Notes.Any(note => note.Kind == NoteKind.DateUnknown);
        var metrics = new RunMetrics
        {
            Kind = kind,
            Sport = activity.Sport,
            SubSport = activity.SubSport,
            Start = told?.Start ?? times.Start,
            MeasuredStart = told?.Start is null || hasNoDay ? null : times.Start,
            LocalDate = told?.Day ?? times.LocalDate(activity.UtcOffset, fallbackZone),
            Elapsed = times.Elapsed,
            Recorded = timeline.Count > 0 ? Duration.FromSeconds(timeline.Seconds[^1]) : null,
            Timer = times.Timer,
            Moving = times.Moving(motion),
            Distance = distance.Total,
            DistanceIsTold = told?.Distance is not null,
            MeasuredDistance = told?.Distance is null ? null : measured.Total,
            Walking = RunCells.Walked(cells),
            Steps = gaits.Steps,
            Cadence = dynamics.Cadence,
            HeartRate = dynamics.HeartRate,
            ContactTimeMs = dynamics.ContactTimeMs,
            ContactBalancePercent = dynamics.ContactBalancePercent,
            VerticalOscillationMm = dynamics.VerticalOscillationMm,
            StepLength = dynamics.StepLength,
            DutyFactor = dynamics.DutyFactor,
            PeakVerticalForceBodyWeights = dynamics.PeakVerticalForceBodyWeights,
            Ascent = climb?.Ascent,
            Descent = climb?.Descent,
            Downhill = RunCells.Downhill(motion, gaits),
            DescentOnSlopes = RunCells.DescentOnSlopes(motion, SteadyAltitude.Is(activity.AltitudeSource, timeline, motion.Altitude)),
            Extrapolated = RunCells.Extrapolated(cells),
            WarmUpRatio = pacing.WarmUp,
            CoolDownRatio = pacing.CoolDown,
            FinalMinuteRatio = pacing.FinalMinute,
            CadenceDriftStepsPerMinute = CadenceDrift.Of(timeline.RecordSeconds, gaits.RunningCadence(motion), RunCells.Places(motion)),
            FootStrike = dynamics.FootStrike,
            GradientMeasured = motion.Gradient is not null,
            MeasuredFields = MeasuredFields(activity.Records),
            Lacks = LacksOf(distance, motion),
            FileNotes = activity.Notes,
            DateUnknown = told?.Start is null && hasNoDay,
        };
        return new AnalysedActivity(metrics, cells);
    }

    private static IReadOnlyList<RunLack> LacksOf(RunDistance distance, Motion motion) =>
    [
        .. distance.Total is null ? [RunLack.Distance] : Array.Empty<RunLack>(),
        .. motion.Cadence is null ? [RunLack.Cadence] : Array.Empty<RunLack>(),
        .. motion.Gradient is null ? [RunLack.Gradient] : Array.Empty<RunLack>(),
    ];

    private static int MeasuredFields(RecordStream records) =>
        Enum.GetValues<RecordField>().Count(field => records[field] is { MeasuredCount: > 0 })
        + records.DeveloperColumns.Count(column => column.Values.MeasuredCount > 0);
}

/// <summary>The outcome of analysing one activity: its metrics, and the cells that later baselines work on.</summary>
/// <param name="Metrics">What the file alone says.</param>
/// <param name="Cells">Distance, time and steps by way of moving.</param>
public sealed record AnalysedActivity(RunMetrics Metrics, CellTable Cells);
