using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Loads;

/// <summary>
/// The part of a run in one way of moving. The cells of a run carry everything that its knee load needs,
/// so that a new baseline never needs the file again.
/// </summary>
/// <remarks>Bins are centred on multiples of their width: gradient bin 0 is level ground, -0.5 to 0.5 degrees.</remarks>
/// <param name="Gait">Running or walking.</param>
/// <param name="RecordedForefoot">True where a sensor recorded a forefoot landing.</param>
/// <param name="SpeedBin">Speed in tenths. [0.1 m/s]</param>
/// <param name="CadenceBin">Cadence in twos; null when not measured. [2 steps/min]</param>
/// <param name="GradientBin">Gradient, downhill negative; null when not measured. [1 degree]</param>
/// <param name="Metres">Distance in this cell. [m]</param>
/// <param name="Seconds">Timer time in this cell. [s]</param>
/// <param name="Steps">Steps of both feet in this cell; 0 when cadence was not measured. [1]</param>
public readonly record struct LoadCell(
    Gait Gait, bool RecordedForefoot, int SpeedBin, int? CadenceBin, int? GradientBin, double Metres, double Seconds, double Steps)
{
    /// <summary>Mean speed of the cell. [m/s]</summary>
    public Speed Speed => new(Seconds > 0 ? Metres / Seconds : 0);

    /// <summary>Mean cadence of the cell; null when not measured. [steps/min]</summary>
    public Cadence? Cadence => CadenceBin is not null && Seconds > 0 ? new(60 * Steps / Seconds) : null;

    /// <summary>True for running on ground that was measured to be level: what the runner's baseline is taken from.</summary>
    public bool IsLevelRunning => Gait == Gait.Run && GradientBin == CellBins.Level;

    /// <summary>
    /// Step length over the usual at this speed: usual cadence over cadence, 1 where cadence was not measured.
    /// A cadence of few steps is believed by degrees, so that no load jumps where belief begins. [1]
    /// </summary>
    /// <param name="usual">The runner's usual cadence.</param>
    public double RelativeStepLength(CadenceLine usual)
    {
        if (Cadence is not { StepsPerMinute: > 0 and var steps })
        {
            return 1;
        }

        var (from, full) = Choices.BelievedCadence.Value;
        var belief = Math.Clamp((steps - from.StepsPerMinute) / (full.StepsPerMinute - from.StepsPerMinute), 0, 1);
        return 1 + (belief * ((usual.At(Speed).StepsPerMinute / steps) - 1));
    }
}

/// <summary>The gait of the runner.</summary>
public enum Gait
{
    /// <summary>Running.</summary>
    Run,

    /// <summary>Walking: slow with a low cadence for at least 10 s.</summary>
    Walk,
}
