using System.Globalization;

namespace KneeLoad.Analysis.Evidence;

/// <summary>A published ratio of rates or odds, or a difference, with its 95 % interval. [1]</summary>
/// <param name="Value">The estimate. [1]</param>
/// <param name="Low">Lower end of the interval. [1]</param>
/// <param name="High">Upper end of the interval. [1]</param>
public readonly record struct RatioEstimate(double Value, double Low, double High)
{
    /// <summary>The estimate as papers print it: 1.64 (1.31 to 2.05).</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Value:0.00} ({Low:0.00} to {High:0.00})");
}
