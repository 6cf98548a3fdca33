namespace KneeLoad.Ingest.Plausibility.Distances;

/// <summary>A distance column as metres that can have been covered: new beginnings are added up, leaps are left out.</summary>
/// <param name="Metres">Its length. [m]</param>
/// <param name="Values">The column put right; null where it was right. [m]</param>
/// <param name="NewBeginnings">How often it began anew. [1]</param>
/// <param name="StepsLeftOut">Steps that no runner can have covered. [1]</param>
internal sealed record DistanceColumn(double Metres, double[]? Values, int NewBeginnings, int StepsLeftOut)
{
    // A column that starts higher goes on from an earlier session of its file.
    private const double GoesOnFrom = 100;

    // A column that falls to nearly nothing began anew; one that falls by less was corrected.
    private const double BeginsAnewBelow = 50;

    // Displays and receivers catch up by so much at once.
    private const double CatchUp = 30;

    /// <summary>Reads a column.</summary>
    /// <param name="seconds">Time of each record, NaN where it has none. [s]</param>
    /// <param name="column">Distance since the start, NaN where not measured. [m]</param>
    /// <returns>Null where it holds no metre.</returns>
    public static DistanceColumn? Of(ReadOnlySpan<double> seconds, double[] column)
    {
        double[]? values = null;
        double offset = 0, furthest = 0, last = double.NaN, changed = double.NaN, leap = 0;
        int beginnings = 0, steps = 0;
        for (var i = 0; i < column.Length; i++)
        {
            var value = column[i];
            if (double.IsNaN(value))
            {
                continue;
            }

            if (double.IsNaN(last))
            {
                offset = value > GoesOnFrom ? -value : 0;
            }
            else if (value < last)
            {
                if (leap > 0 && last - value > leap / 2)
                {
                    // The leap is taken back.
                    (offset, leap) = (offset + leap, 0);
                }
                else if (value < BeginsAnewBelow && furthest > GoesOnFrom && last + offset > furthest / 2)
                {
                    offset = furthest;
                    beginnings++;
                }
            }
            else if (value - last > CatchUp && value - last > PlausibleLimits.FastestStep * (Since(seconds[i], changed) + 1))
            {
                leap = value - last;
                offset -= leap;
                steps++;
            }

            changed = value == last ? changed : seconds[i];
            last = value;
            furthest = Math.Max(furthest, value + offset);
            if (beginnings + steps > 0)
            {
                values ??= Copy(column, i);
                values[i] = value + offset;
            }
        }

        return furthest > 0 ? new(furthest, values, beginnings, steps) : null;

        static double Since(double time, double changed) => time - changed is >= 0 and var passed ? passed : 0;
    }

    // All before the first fault was right.
    private static double[] Copy(double[] column, int upTo)
    {
        var copy = new double[column.Length];
        Array.Fill(copy, double.NaN);
        column.AsSpan(0, upTo).CopyTo(copy);
        var first = Array.Find(copy, value => !double.IsNaN(value));
        for (var i = 0; i < upTo && first > GoesOnFrom; i++)
        {
            copy[i] -= first;
        }

        return copy;
    }
}
