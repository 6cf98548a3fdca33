using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;
using MathNet.Numerics.Distributions;

namespace KneeLoad.Analysis.Loads;

/// <summary>
/// Gathers how far a load follows the exponents, and from that the interval that four laboratories' exponents leave: the logarithm of
/// the load is taken as linear in both, so that normal exponents give a normal logarithm. The step length's exponent falls with speed for
/// every laboratory as in the model, from the speed that they measured at.
/// </summary>
internal struct LoadSpread
{
    private static readonly double LowerQuantile = Normal.InvCDF(0, 1, Choices.LoadInterval.Value.Lower.Value);
    private static readonly double UpperQuantile = Normal.InvCDF(0, 1, Choices.LoadInterval.Value.Upper.Value);

    private static readonly double StepLengthExponent = KneeLoadModel.StepLengthExponentAt(
        Math.Log(Choices.CadenceTrialsSpeed.Value.MetresPerSecond / Choices.ReferenceSpeed.Value.MetresPerSecond));

    private double running;
    private double bySpeed;
    private double byStep;
    private double walkedMetres;
    private double extrapolated;

    /// <summary>Takes a cell in.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="kneeMetres">Its load. [knee-m]</param>
    /// <param name="logSpeed">Logarithm of its relative speed. [1]</param>
    /// <param name="logStep">Logarithm of its relative step length. [1]</param>
    public void Add(in LoadCell cell, double kneeMetres, double logSpeed, double logStep)
    {
        if (cell.Gait == Gait.Walk)
        {
            walkedMetres += cell.Metres;
            return;
        }

        running += kneeMetres;
        bySpeed += kneeMetres * logSpeed;
        byStep += kneeMetres * logStep;
        extrapolated += KneeLoadModel.IsExtrapolated(cell) ? kneeMetres : 0;
    }

    /// <summary>The interval, 2.5th to 97.5th percentile, widened for walking and for what was extrapolated. [knee-km]</summary>
    /// <param name="kneeMetres">The load that it is the interval of. [knee-m]</param>
    public readonly KneeKilometresRange RangeOf(double kneeMetres)
    {
        var (cadence, speed) = (Choices.CadenceExponentSpread.Value, Choices.SpeedExponentSpread.Value);
        var (least, most) = Choices.WalkingLoadRange.Value;
        double low = running, high = running;
        if (running > 0)
        {
            var (sensitivityToSpeed, sensitivityToStep) = (bySpeed / running, byStep / running);
            var centre = ((cadence.Mean - StepLengthExponent) * sensitivityToStep)
                + ((speed.Mean - Choices.SpeedExponent.Value) * sensitivityToSpeed);
            var deviation = Math.Sqrt(Square(cadence.Deviation * sensitivityToStep) + Square(speed.Deviation * sensitivityToSpeed));
            low = running * Math.Exp(centre + (LowerQuantile * deviation));
            high = running * Math.Exp(centre + (UpperQuantile * deviation));
        }

        var beyond = Choices.ExtrapolatedSpread.Value.Value * extrapolated;
        low = Math.Min(kneeMetres, low + (least * walkedMetres) - beyond);
        high = Math.Max(kneeMetres, high + (most * walkedMetres) + beyond);
        return new(new(new Distance(low).Kilometres), new(new Distance(high).Kilometres));
    }

    private static double Square(double value) => value * value;
}
