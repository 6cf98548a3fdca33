using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Cadences;

/// <summary>Usual cadence as a straight line over speed.</summary>
/// <param name="InterceptStepsPerMinute">Cadence at standstill, by extrapolation. [steps/min]</param>
/// <param name="SlopeStepsPerMinutePerMetrePerSecond">Rise with speed. [steps/min per m/s]</param>
/// <param name="IsOwn">True when fitted to the runner, false for the population's line.</param>
public readonly record struct CadenceLine(double InterceptStepsPerMinute, double SlopeStepsPerMinutePerMetrePerSecond, bool IsOwn)
{
    /// <summary>Usual cadence at a speed.</summary>
    public Cadence At(Speed speed) =>
        new(InterceptStepsPerMinute + (SlopeStepsPerMinutePerMetrePerSecond * speed.MetresPerSecond));
}
