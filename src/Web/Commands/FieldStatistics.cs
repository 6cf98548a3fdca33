using KneeLoad.Ingest.Activities;

namespace KneeLoad.Web.Commands;

/// <summary>A column in four numbers, over the measured values, zeros among them.</summary>
/// <param name="N">Number of values.</param>
/// <param name="Sum">Their sum; null where there is none.</param>
/// <param name="Min">The least; null where there is none.</param>
/// <param name="Max">The greatest; null where there is none.</param>
internal sealed record FieldStatistics(int N, double? Sum, double? Min, double? Max)
{
    /// <summary>The numbers of a column.</summary>
    public static FieldStatistics Of(Column column)
    {
        var (n, sum, min, max) = (0, 0.0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in column.ToArray())
        {
            // A developer field may hold an infinite float: JSON has no word for it, and no quantity is infinite.
            if (double.IsFinite(value))
            {
                n++;
                sum += value;
                min = Math.Min(min, value);
                max = Math.Max(max, value);
            }
        }

        return n == 0 ? new(0, null, null, null) : new(n, double.IsFinite(sum) ? sum : null, min, max);
    }
}
