using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Loads;

/// <summary>The bins of the cells: centred on multiples of their width, so that level ground is bin 0.</summary>
public static class CellBins
{
    /// <summary>Bin of level ground.</summary>
    public const int Level = 0;

    private static readonly double SpeedWidth = Choices.CellSpeed.Value.MetresPerSecond;
    private static readonly double CadenceWidth = Choices.CellCadence.Value.StepsPerMinute;
    private static readonly double GradientWidth = Choices.CellGradientDegrees.Value;

    /// <summary>Bin of a speed.</summary>
    public static int OfSpeed(Speed speed) => Nearest(speed.MetresPerSecond, SpeedWidth);

    /// <summary>Bin of a cadence.</summary>
    public static int OfCadence(Cadence cadence) => Nearest(cadence.StepsPerMinute, CadenceWidth);

    /// <summary>Bin of a gradient.</summary>
    /// <param name="degrees">Gradient, downhill negative. [degrees]</param>
    public static int OfGradient(double degrees) => Nearest(degrees, GradientWidth);

    /// <summary>Gradient at the middle of a bin. [degrees]</summary>
    /// <returns>0 where gradient was not measured.</returns>
    public static double GradientDegrees(int? bin) => (bin ?? Level) * GradientWidth;

    private static int Nearest(double value, double width) => (int)Math.Round(value / width, MidpointRounding.AwayFromZero);
}
