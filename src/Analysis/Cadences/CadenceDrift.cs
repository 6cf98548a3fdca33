using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Signals;
using System.Runtime.InteropServices;

namespace KneeLoad.Analysis.Cadences;

/// <summary>The change of cadence from the first third of a run to the last, at the same speed and gradient.</summary>
internal static class CadenceDrift
{
    /// <summary>Cadence of the last third minus the first, over the speed and gradient cells that both hold, by their common time.</summary>
    /// <param name="seconds">Time that each record stands for. [s]</param>
    /// <param name="cadence">NaN where it does not count. [steps/min]</param>
    /// <param name="place">Speed and gradient cell of each record.</param>
    /// <returns>Null when the thirds hold too little of the same. [steps/min]</returns>
    public static double? Of(ReadOnlySpan<double> seconds, ReadOnlySpan<double> cadence, ReadOnlySpan<(int Speed, int Gradient)> place)
    {
        var total = 0.0;
        foreach (var second in seconds)
        {
            total += second;
        }

        var part = total / Choices.DriftParts.Value;
        var cells = new Dictionary<(int, int), (WeightedMean First, WeightedMean Last)>();
        var elapsed = 0.0;
        for (var i = 0; i < seconds.Length; i++)
        {
            var middle = elapsed + (seconds[i] / 2);
            elapsed += seconds[i];
            if (middle >= part && middle < total - part)
            {
                continue;
            }

            ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, place[i], out _);
            if (middle < part)
            {
                cell.First.Add(cadence[i], seconds[i]);
            }
            else
            {
                cell.Last.Add(cadence[i], seconds[i]);
            }
        }

        var drift = default(WeightedMean);
        foreach (var (first, last) in cells.Values)
        {
            drift.Add((last.Value - first.Value) ?? double.NaN, Math.Min(first.Weight, last.Weight));
        }

        return drift.Weight >= Choices.LeastDrift.Value.TotalSeconds ? drift.Value : null;
    }
}
