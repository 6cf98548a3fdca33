using System.Numerics.Tensors;
using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Loads;

/// <summary>
/// Knee load from the way of moving. Load per kilometre falls with speed, rises with longer steps and downhill;
/// the peak of a step rises with speed. Neither slow nor fast is harmless, so both are shown.
/// </summary>
public static class KneeLoadModel
{
    /// <summary>Version of the load formula. Stored runs of another one are analysed again.</summary>
    public const string Version = "2";

    private static readonly double ReferenceSpeed = Choices.ReferenceSpeed.Value.MetresPerSecond;
    private static readonly double SpeedExponent = Choices.SpeedExponent.Value;
    private static readonly double StepLengthExponent = Choices.StepLengthExponent.Value;
    private static readonly double StepLengthBySpeed = Choices.StepLengthBySpeed.Value;
    private static readonly double GradientSlope = Choices.GradientSlope.Value;
    private static readonly double GradientCurve = Choices.GradientCurve.Value;
    private static readonly double PeakSpeedExponent = Choices.PeakSpeedExponent.Value;
    private static readonly double PeakStepLengthExponent = Choices.PeakStepLengthExponent.Value;
    private static readonly double Slowest = Choices.SlowestModelled.Value.MetresPerSecond;
    private static readonly double Fastest = Choices.FastestModelled.Value.MetresPerSecond;
    private static readonly double Steepest = Choices.SteepestModelledDegrees.Value;
    private static readonly double ShortestStep = Choices.ShortestRelativeStep.Value;
    private static readonly double LongestStep = Choices.LongestRelativeStep.Value;
    private static readonly double Walking = Choices.WalkingLoad.Value;
    private static readonly double Forefoot = Published.ForefootLoadPerDistance.Value;

    /// <summary>Load of running one kilometre. [knee-km/km]</summary>
    /// <param name="speed">Speed; held within what the studies measured. [m/s]</param>
    /// <param name="relativeStepLength">Step length over the runner's usual at that speed, which is usual cadence over cadence. [1]</param>
    /// <param name="gradientDegrees">Gradient, downhill negative; held within what the studies measured. [degrees]</param>
    /// <param name="recordedForefoot">True where a sensor recorded a forefoot landing.</param>
    public static double RunningLoadPerKilometre(
        Speed speed, double relativeStepLength, double gradientDegrees, bool recordedForefoot)
    {
        var v = Math.Clamp(speed.MetresPerSecond, Slowest, Fastest);
        var q = Math.Clamp(relativeStepLength, ShortestStep, LongestStep);
        var d = Math.Clamp(gradientDegrees, -Steepest, Steepest);
        return Math.Pow(v / ReferenceSpeed, SpeedExponent) * Math.Pow(q, StepLengthExponentAt(Math.Log(v / ReferenceSpeed)))
            * Math.Exp((GradientSlope * d) + (GradientCurve * d * d)) * (recordedForefoot ? Forefoot : 1);
    }

    /// <summary>Peak load of a running step. [1]</summary>
    /// <param name="speed">Speed; held within what the studies measured. [m/s]</param>
    /// <param name="relativeStepLength">Step length over the runner's usual at that speed. [1]</param>
    /// <returns>1 at 2.78 m/s and usual cadence. No gradient term is known.</returns>
    public static double PeakOfStep(Speed speed, double relativeStepLength)
    {
        var v = Math.Clamp(speed.MetresPerSecond, Slowest, Fastest);
        var q = Math.Clamp(relativeStepLength, ShortestStep, LongestStep);
        return Math.Pow(v / ReferenceSpeed, PeakSpeedExponent) * Math.Pow(q, PeakStepLengthExponent);
    }

    /// <summary>Load of one kilometre moved as in a cell. [knee-km/km]</summary>
    /// <param name="cell">The way of moving.</param>
    /// <param name="usual">The runner's usual cadence.</param>
    public static double LoadPerKilometre(in LoadCell cell, CadenceLine usual) => cell.Gait == Gait.Walk
        ? Walking
        : RunningLoadPerKilometre(
            cell.Speed, cell.RelativeStepLength(usual), CellBins.GradientDegrees(cell.GradientBin), cell.RecordedForefoot);

    /// <summary>Load of a whole activity. [knee-km]</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="usual">The runner's usual cadence.</param>
    public static KneeKilometres LoadOf(CellTable cells, CadenceLine usual)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return CellSums.Of(cells, usual).Load;
    }

    /// <summary>Mean peak load of the running steps of an activity. [1]</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="usual">The runner's usual cadence, which also counts the steps where cadence was not measured.</param>
    /// <returns>Null without running.</returns>
    public static double? PeakIndexOf(CellTable cells, CadenceLine usual)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return CellSums.Of(cells, usual).PeakIndex;
    }

    /// <summary>Load per kilometre and peak of a step for many cells at once. [knee-km/km, 1]</summary>
    /// <param name="cells">The ways of moving.</param>
    /// <param name="usual">The runner's usual cadence.</param>
    /// <param name="speed">Working space, as long as <paramref name="cells"/>.</param>
    /// <param name="step">Working space, as long as <paramref name="cells"/>.</param>
    /// <param name="load">Load per kilometre of each cell.</param>
    /// <param name="peak">Peak of a step of each cell.</param>
    internal static void Evaluate(
        ReadOnlySpan<LoadCell> cells, CadenceLine usual, Span<double> speed, Span<double> step, Span<double> load, Span<double> peak)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            ref readonly var cell = ref cells[i];
            speed[i] = Math.Clamp(cell.Speed.MetresPerSecond, Slowest, Fastest) / ReferenceSpeed;
            step[i] = Math.Clamp(cell.RelativeStepLength(usual), ShortestStep, LongestStep);
        }

        // Powers as sums of logarithms: v^a q^(b + c ln v) e^g is e^(a ln v + (b + c ln v) ln q + g).
        TensorPrimitives.Log(speed, speed);
        TensorPrimitives.Log(step, step);
        for (var i = 0; i < cells.Length; i++)
        {
            var d = Math.Clamp(CellBins.GradientDegrees(cells[i].GradientBin), -Steepest, Steepest);
            load[i] = (SpeedExponent * speed[i]) + (StepLengthExponentAt(speed[i]) * step[i]) + (GradientSlope * d) + (GradientCurve * d * d);
            peak[i] = (PeakSpeedExponent * speed[i]) + (PeakStepLengthExponent * step[i]);
        }

        TensorPrimitives.Exp(load, load);
        TensorPrimitives.Exp(peak, peak);
        for (var i = 0; i < cells.Length; i++)
        {
            load[i] = cells[i].Gait == Gait.Walk ? Walking : cells[i].RecordedForefoot ? Forefoot * load[i] : load[i];
        }
    }

    /// <summary>Power of relative step length at a speed. [1]</summary>
    /// <param name="logSpeed">Logarithm of the speed over the reference speed. [1]</param>
    internal static double StepLengthExponentAt(double logSpeed) => StepLengthExponent + (StepLengthBySpeed * logSpeed);

    /// <summary>Whether a cell lies outside of what the studies measured, so that the formula is held at its border.</summary>
    public static bool IsExtrapolated(in LoadCell cell)
    {
        var v = cell.Speed.MetresPerSecond;
        var d = CellBins.GradientDegrees(cell.GradientBin);
        return cell.Gait == Gait.Run && (v < Slowest || v > Fastest || Math.Abs(d) > Steepest);
    }
}
