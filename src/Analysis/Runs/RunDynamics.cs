using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Runs;

/// <summary>Means of what body and foot sensors recorded, weighted by time, fillers left out, while running.</summary>
internal sealed record RunDynamics
{
    /// <summary>Cadence. [steps/min]</summary>
    public Cadence? Cadence { get; private init; }

    /// <summary>Heart rate over the whole activity. [beats/min]</summary>
    public HeartRate? HeartRate { get; private init; }

    /// <summary>Ground contact time. [ms]</summary>
    public double? ContactTimeMs { get; private init; }

    /// <summary>Left foot's share of the contact time. [%]</summary>
    public double? ContactBalancePercent { get; private init; }

    /// <summary>Vertical oscillation. [mm]</summary>
    public double? VerticalOscillationMm { get; private init; }

    /// <summary>Length of one step. [m]</summary>
    public Distance? StepLength { get; private init; }

    /// <summary>Contact time of one foot over stride time. [1]</summary>
    public Fraction? DutyFactor { get; private init; }

    /// <summary>Peak vertical force. [body weights]</summary>
    public double? PeakVerticalForceBodyWeights { get; private init; }

    /// <summary>The landing of the feet: recorded, else guessed where contact time and cadence exist, else unknown.</summary>
    public required FootStrike FootStrike { get; init; }

    /// <summary>Reads the sensors' columns.</summary>
    public static RunDynamics Of(Activity activity, Motion motion, Gaits gaits)
    {
        var timeline = motion.Timeline;
        var running = new double[timeline.Count];
        for (var i = 0; i < running.Length; i++)
        {
            running[i] = gaits.At(i) == Gait.Run && !(motion.Speed?[i] < Choices.MovingFrom.Value.MetresPerSecond) ? timeline.RecordSeconds[i] : 0;
        }

        var contact = SensorColumns.ContactMilliseconds(timeline, activity.Records);
        var stepLength = SensorColumns.Plain(timeline, activity.Records, RecordField.StepLength);
        var steps = RunningSteps(running, motion.Cadence);
        var flight = ContactMeasures.Of(running, contact, motion);
        return new RunDynamics
        {
            Cadence = Mean(motion.Cadence, running) is { } cadence ? new(cadence) : null,
            HeartRate = Mean(SensorColumns.Plain(timeline, activity.Records, RecordField.HeartRate), timeline.RecordSeconds) is { } beats
                ? new(beats)
                : null,
            ContactTimeMs = Mean(contact, running),
            ContactBalancePercent = Mean(SensorColumns.Plain(timeline, activity.Records, RecordField.StanceTimeBalance), running),
            VerticalOscillationMm = Mean(SensorColumns.OscillationMillimetres(timeline, activity.Records), running),
            StepLength = Mean(stepLength, running) is { } millimetres ? new(millimetres / 1000) : CoveredByAStep(running, motion),
            DutyFactor = flight.DutyFactor,
            PeakVerticalForceBodyWeights = flight.PeakVerticalForceBodyWeights,
            FootStrike = motion.FootStrike?.Over(steps)
                ?? (flight is { LevelDutyFactor: { } dutyFactor, LevelSpeed: { } speed } ? FootStrikeGuess.From(dutyFactor, speed) : FootStrike.Unknown),
        };
    }

    private static double? Mean(double[]? values, double[] weights)
    {
        var mean = default(WeightedMean);
        for (var i = 0; i < weights.Length && values is not null; i++)
        {
            mean.Add(values[i], weights[i]);
        }

        return mean.Value;
    }

    /// <summary>Metres over steps where the watch gives no step length itself. [m]</summary>
    private static Distance? CoveredByAStep(double[] running, Motion motion)
    {
        if (motion is not { Cadence: { } cadence, Covered: { } covered })
        {
            return null;
        }

        double metres = 0, steps = 0;
        for (var i = 0; i < running.Length; i++)
        {
            if (running[i] > 0 && !double.IsNaN(cadence[i]) && motion.Timeline.Gaps[i] <= running[i])
            {
                metres += covered[i];
                steps += cadence[i] / 60 * running[i];
            }
        }

        return steps > 0 ? new Distance(metres / steps) : null;
    }

    /// <summary>Steps at each record; by the population's cadence where it was not measured. [1]</summary>
    private static double[] RunningSteps(double[] running, double[]? cadence)
    {
        var steps = new double[running.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            var perMinute = cadence is null || double.IsNaN(cadence[i])
                ? Cadences.CadenceLineFit.Population.At(Choices.ReferenceSpeed.Value).StepsPerMinute
                : cadence[i];
            steps[i] = perMinute / 60 * running[i];
        }

        return steps;
    }
}
