using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Formats;
using NodaTime;

namespace KneeLoad.Web.Features.Runs;

/// <summary>Cuts traces into kilometres or miles, as the table beneath the chart shows them.</summary>
internal static class Splits
{
    /// <summary>A rest shorter than this is no split of its own. [m]</summary>
    private const double LeastRest = 10;

    /// <summary>Most splits that a page shows. [1]</summary>
    private const int Most = 300;

    /// <summary>The splits of a run.</summary>
    /// <returns>Empty when the traces hold no distance.</returns>
    public static IReadOnlyList<Split> Of(RunTraces traces, double metresPerUnit)
    {
        if (traces.DistanceMetres is not { Length: > 1 } measured)
        {
            return [];
        }

        var metres = RunTraces.Advancing(measured);
        var splits = new List<Split>();
        var begin = 0;
        for (var from = 0.0; splits.Count < Most && metres[^1] - from >= LeastRest; from += metresPerUnit)
        {
            var to = Math.Min(from + metresPerUnit, metres[^1]);
            var end = Array.FindIndex(metres, begin, value => value >= to);
            var passed = end < 0 ? double.NaN : TimeAt(traces.Seconds, metres, to) - TimeAt(traces.Seconds, metres, from);
            if (!double.IsFinite(passed))
            {
                // A record without a time: nobody knows how long the split took, nor the next.
                break;
            }

            splits.Add(new(
                splits.Count + 1,
                new(to - from),
                Duration.FromSeconds(passed),
                Climb(traces.AltitudeMetres, begin, end),
                Mean(traces.CadenceStepsPerMinute, begin, end) is { } cadence ? new Cadence(cadence) : null,
                Mean(traces.HeartRateBeatsPerMinute, begin, end) is { } rate ? new HeartRate(rate) : null));
            begin = end;
        }

        return splits;
    }

    /// <summary>When a distance was reached, on the straight line between two records.</summary>
    private static double TimeAt(double[] seconds, double[] metres, double at)
    {
        var after = Math.Max(Array.FindIndex(metres, value => value >= at), 0);
        if (after == 0 || metres[after] <= metres[after - 1])
        {
            return seconds[after];
        }

        var share = (at - metres[after - 1]) / (metres[after] - metres[after - 1]);
        return seconds[after - 1] + (share * (seconds[after] - seconds[after - 1]));
    }

    private static Distance? Climb(double[]? altitude, int begin, int end)
    {
        var known = altitude?[begin..(end + 1)].Where(value => !double.IsNaN(value)).ToList();
        return known is { Count: > 1 } ? new(known[^1] - known[0]) : null;
    }

    // Zero cadence is standing still, which the table's pace shows already.
    private static double? Mean(double[]? values, int begin, int end)
    {
        var known = values?[begin..(end + 1)].Where(value => value > 0).ToList();
        return known is { Count: > 0 } ? known.Average() : null;
    }
}

/// <summary>One kilometre or mile of a run; the last one is what is left.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Length">Its length. [m]</param>
/// <param name="Time">Time that it took.</param>
/// <param name="Climb">End altitude minus begin altitude; null when not measured. [m]</param>
/// <param name="Cadence">Mean cadence; null when not measured.</param>
/// <param name="HeartRate">Mean heart rate; null when not measured.</param>
public sealed record Split(int Number, Distance Length, Duration Time, Distance? Climb, Cadence? Cadence, HeartRate? HeartRate);
