using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Runs;

/// <summary>
/// The metrics of one run by one file, computed from the file and what the runner told of it; what needs the runner's baseline is
/// <see cref="Baselines.RunLoad"/>. Null means not measured, zero means zero.
/// </summary>
public sealed record RunMetrics
{
    /// <summary>The kind that the activity is taken for.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>Sport by its FIT name; null when the file states none.</summary>
    public string? Sport { get; init; }

    /// <summary>Sub-sport by its FIT name; null when the file states none.</summary>
    public string? SubSport { get; init; }

    /// <summary>When it began.</summary>
    public required Instant Start { get; init; }

    /// <summary>Start by the file, where the runner told another; null when none was told.</summary>
    public Instant? MeasuredStart { get; init; }

    /// <summary>The calendar day of its start where the runner was. Stored, never moved later.</summary>
    public required LocalDate LocalDate { get; init; }

    /// <summary>From start to end, pauses included.</summary>
    public required Duration Elapsed { get; init; }

    /// <summary>From start to the last record, whatever elapsed time the file states; null without records.</summary>
    public Duration? Recorded { get; init; }

    /// <summary>Time that the timer ran.</summary>
    public required Duration Timer { get; init; }

    /// <summary>Timer time in which the runner moved.</summary>
    public required Duration Moving { get; init; }

    /// <summary>Length of the run; null when unknown. [m]</summary>
    public Distance? Distance { get; init; }

    /// <summary>True when <see cref="Distance"/> is what the runner told.</summary>
    public bool DistanceIsTold { get; init; }

    /// <summary>Length by the file, where the runner told another; null when none was told, or the file holds none. [m]</summary>
    public Distance? MeasuredDistance { get; init; }

    /// <summary>Metres walked. [m]</summary>
    public Distance? Walking { get; init; }

    /// <summary>Steps of both feet; null without cadence. [1]</summary>
    public double? Steps { get; init; }

    /// <summary>Mean cadence while running, weighted by time, fillers left out. [steps/min]</summary>
    public Cadence? Cadence { get; init; }

    /// <summary>Mean heart rate, weighted by time. [beats/min]</summary>
    public HeartRate? HeartRate { get; init; }

    /// <summary>Mean ground contact time while running. [ms]</summary>
    public double? ContactTimeMs { get; init; }

    /// <summary>Left foot's mean share of the contact time. [%]</summary>
    public double? ContactBalancePercent { get; init; }

    /// <summary>Mean vertical oscillation. [mm]</summary>
    public double? VerticalOscillationMm { get; init; }

    /// <summary>Mean length of one step. [m]</summary>
    public Distance? StepLength { get; init; }

    /// <summary>Contact time of one foot over stride time. [1]</summary>
    public Fraction? DutyFactor { get; init; }

    /// <summary>Peak vertical force of a step in body weights, from contact time and cadence. [body weights]</summary>
    public double? PeakVerticalForceBodyWeights { get; init; }

    /// <summary>Climb. [m]</summary>
    public Distance? Ascent { get; init; }

    /// <summary>Descent. [m]</summary>
    public Distance? Descent { get; init; }

    /// <summary>Metres down on slopes of over 2 %, measured by a barometer; null where none measured altitude. [m]</summary>
    public Distance? DescentOnSlopes { get; init; }

    /// <summary>Metres on a downhill of 2 to 5, 5 to 10 and over 10 %; null when gradient was not measured.</summary>
    public DownhillMetres? Downhill { get; init; }

    /// <summary>Timer time at speeds or gradients outside of what the load model was measured at.</summary>
    public required Duration Extrapolated { get; init; }

    /// <summary>Speed of the first 10 min over the median of the rest; null when the run is too short to say. [1]</summary>
    public Fraction? WarmUpRatio { get; init; }

    /// <summary>Speed of the last 5 min over the median of the rest; null when the run is too short to say. [1]</summary>
    public Fraction? CoolDownRatio { get; init; }

    /// <summary>Speed of the last 60 s over the median of the rest; null when the run is too short to say. [1]</summary>
    public Fraction? FinalMinuteRatio { get; init; }

    /// <summary>Cadence of the last third minus the first third at the same speed and gradient cells. [steps/min]</summary>
    public double? CadenceDriftStepsPerMinute { get; init; }

    /// <summary>The landing of the feet, as far as known.</summary>
    public required FootStrike FootStrike { get; init; }

    /// <summary>True when altitude gave a gradient.</summary>
    public required bool GradientMeasured { get; init; }

    /// <summary>Columns of the file that hold a measured value: of two files of one activity the fuller is kept. [1]</summary>
    public int MeasuredFields { get; init; }

    /// <summary>Quantities that the numbers do without, in a fixed order.</summary>
    public IReadOnlyList<RunLack> Lacks { get; init; } = [];

    /// <summary>Differences between the file's word and the activity as it can have happened.</summary>
    public IReadOnlyList<ActivityNote> FileNotes { get; init; } = [];

    /// <summary>True when the file's clock was wrong and nobody knows the day: listed and asked for, counted nowhere.</summary>
    public bool DateUnknown { get; init; }

    /// <summary>True when it counts as a run for windows, longest run, spike and growth.</summary>
    public bool IsRun => !DateUnknown && Kind is (RunKind.Run or RunKind.TakenForRun);
}

/// <summary>A quantity that a run's numbers do without.</summary>
public enum RunLack
{
    /// <summary>Speed and distance were not to be had.</summary>
    Distance,

    /// <summary>Cadence was not measured: the load takes the runner's usual one.</summary>
    Cadence,

    /// <summary>Altitude was not measured: the load takes level ground.</summary>
    Gradient,
}
