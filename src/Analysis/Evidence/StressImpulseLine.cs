namespace KneeLoad.Analysis.Evidence;

/// <summary>A published straight line of kneecap stress impulse over speed.</summary>
/// <param name="CadenceRatio">Cadence over the runners' own at that speed. [1]</param>
/// <param name="SlopePerKilometrePerHour">Change with speed. [MPa*s/km per km/h]</param>
/// <param name="Intercept">Value at standstill, by extrapolation. [MPa*s/km]</param>
public readonly record struct StressImpulseLine(double CadenceRatio, double SlopePerKilometrePerHour, double Intercept);
