namespace KneeLoad.Analysis.Loads;

/// <summary>
/// What a run holds of one way of moving. The cells of a run carry everything that its knee load needs,
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
    Gait Gait, bool RecordedForefoot, int SpeedBin, int? CadenceBin, int? GradientBin, double Metres, double Seconds, double Steps);
