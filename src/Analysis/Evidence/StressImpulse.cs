using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Evidence;

/// <summary>One row of a published table of kneecap stress impulse. Only ratios within one study compare.</summary>
/// <param name="Speed">Treadmill speed. [m/s]</param>
/// <param name="GradientDegrees">Gradient, downhill negative. [degrees]</param>
/// <param name="CadenceRatio">Cadence over the runners' own at that speed. [1]</param>
/// <param name="MegapascalSecondsPerKilometre">Stress-time integral of one kneecap. [MPa*s/km]</param>
public readonly record struct StressImpulse(
    Speed Speed, double GradientDegrees, double CadenceRatio, double MegapascalSecondsPerKilometre);

/// <summary>A published straight line of kneecap stress impulse over speed.</summary>
/// <param name="CadenceRatio">Cadence over the runners' own at that speed. [1]</param>
/// <param name="SlopePerKilometrePerHour">Change with speed. [MPa*s/km per km/h]</param>
/// <param name="Intercept">Value at standstill, by extrapolation. [MPa*s/km]</param>
public readonly record struct StressImpulseLine(double CadenceRatio, double SlopePerKilometrePerHour, double Intercept);
