using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Runs;

/// <summary>The flight of a running step, as contact time and cadence together tell it. Null where a run lacks either.</summary>
/// <param name="DutyFactor">Contact time of one foot over stride time. [1]</param>
/// <param name="PeakVerticalForceBodyWeights">Peak vertical force. [body weights]</param>
/// <param name="LevelDutyFactor">Duty factor on level ground, or where gradient was not measured. [1]</param>
/// <param name="LevelSpeed">Mean speed of the same running. [m/s]</param>
internal sealed record ContactMeasures(Fraction? DutyFactor, double? PeakVerticalForceBodyWeights, Fraction? LevelDutyFactor, Speed? LevelSpeed)
{
    private static readonly ContactMeasures Unknown = new(null, null, null, null);

    /// <summary>Means over the running records that have both; a step without flight is no running step.</summary>
    /// <param name="running">Time that each record stands for, 0 where the runner did not run. [s]</param>
    /// <param name="contactMilliseconds">NaN where not measured. [ms]</param>
    /// <param name="motion">The run's signals.</param>
    public static ContactMeasures Of(ReadOnlySpan<double> running, double[]? contactMilliseconds, Motion motion)
    {
        if (contactMilliseconds is null || motion.Cadence is not { } cadence)
        {
            return Unknown;
        }

        WeightedMean duty = default, force = default, levelDuty = default, levelSpeed = default;
        for (var i = 0; i < running.Length; i++)
        {
            var contact = contactMilliseconds[i] / 1000;
            if (!(contact > 0) || !(cadence[i] > 0))
            {
                continue;
            }

            var steps = new Cadence(cadence[i]);
            var factor = VerticalForce.DutyFactor(steps, contact);
            if (factor >= Choices.NoFlight.Value)
            {
                continue;
            }

            duty.Add(factor.Value, running[i]);
            force.Add(VerticalForce.PeakBodyWeights(steps, contact), running[i]);
            if (motion.Speed is { } speed && !double.IsNaN(speed[i]) && IsLevel(motion.Gradient?[i]))
            {
                levelDuty.Add(factor.Value, running[i]);
                levelSpeed.Add(speed[i], running[i]);
            }
        }

        return new ContactMeasures(
            duty.Value is { } mean ? new(mean) : null,
            force.Value,
            levelDuty.Value is { } level ? new(level) : null,
            levelSpeed.Value is { } metresPerSecond ? new(metresPerSecond) : null);
    }

    private static bool IsLevel(double? gradient) =>
        gradient is not { } degrees || double.IsNaN(degrees) || CellBins.OfGradient(degrees) == CellBins.Level;
}
