namespace KneeLoad.Analysis.Signals;

/// <summary>A mean by weight that passes over what was not measured.</summary>
internal struct WeightedMean
{
    private double sum;

    /// <summary>Weight of all values taken in. [unit of weight]</summary>
    public double Weight { get; private set; }

    /// <summary>The mean; null when nothing was taken in.</summary>
    public readonly double? Value => Weight > 0 ? sum / Weight : null;

    /// <summary>Takes a value in; NaN and a weight of 0 change nothing.</summary>
    public void Add(double value, double weight)
    {
        if (double.IsNaN(value) || !(weight > 0))
        {
            return;
        }

        sum += value * weight;
        Weight += weight;
    }
}
