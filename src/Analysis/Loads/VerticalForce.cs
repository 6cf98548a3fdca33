using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Loads;

/// <summary>
/// Peak vertical force of a running step in body weights, by the sine-wave model of Morin 2005 with a scale from public trials.
/// Never a knee force in newtons: no watch records what that needs.
/// </summary>
public static class VerticalForce
{
    /// <summary>Peak vertical force. [body weights]</summary>
    /// <param name="cadence">Steps of both feet. [steps/min]</param>
    /// <param name="contactSeconds">Ground contact time of one step. [s]</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not above 0.</exception>
    public static double PeakBodyWeights(Cadence cadence, double contactSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(cadence, default);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(contactSeconds);
        return Published.VerticalForceScale.Value * ModelBodyWeights(cadence, contactSeconds);
    }

    /// <summary>Contact time of one foot over stride time. [1]</summary>
    /// <param name="cadence">Steps of both feet. [steps/min]</param>
    /// <param name="contactSeconds">Ground contact time of one step. [s]</param>
    public static Fraction DutyFactor(Cadence cadence, double contactSeconds) =>
        new(contactSeconds * cadence.StepsPerMinute / 60 / 2);

    /// <summary>The sine-wave model before scaling. [body weights]</summary>
    /// <param name="cadence">Steps of both feet. [steps/min]</param>
    /// <param name="contactSeconds">Ground contact time of one step. [s]</param>
    internal static double ModelBodyWeights(Cadence cadence, double contactSeconds) =>
        Math.PI / (2 * (cadence.StepsPerMinute / 60) * contactSeconds);
}
