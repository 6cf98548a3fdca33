namespace KneeLoad.Ingest.Quantities;

/// <summary>Tells from the numbers whether cadences count one leg or both.</summary>
internal static class StepRates
{
    /// <summary>Cadence that no leg of a runner reaches: 240 steps a minute. [1/min]</summary>
    public const double MostOfOneLeg = 120;

    /// <summary>Counts that a tally holds: one for each whole cadence. [1]</summary>
    public const int Tally = 512;

    private const double Quantile = 0.95;

    /// <summary>Counts a cadence; NaN and 0 are no movement.</summary>
    public static void Add(Span<int> tally, double cadence)
    {
        if (cadence > 0)
        {
            tally[(int)Math.Min(Tally - 1, Math.Ceiling(cadence))]++;
        }
    }

    /// <summary>The cadence that nineteen of twenty moving records stay under; a mean would mix running with walking breaks. [1/min]</summary>
    /// <returns>Null where nothing moves.</returns>
    public static double? Upper(ReadOnlySpan<int> tally)
    {
        var moving = 0;
        foreach (var count in tally)
        {
            moving += count;
        }

        var above = moving;
        for (var value = 0; value < tally.Length && moving > 0; value++)
        {
            above -= tally[value];
            if (above <= (1 - Quantile) * moving)
            {
                return value;
            }
        }

        return null;
    }
}
