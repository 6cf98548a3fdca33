using KneeLoad.Analysis.Evidence;
using MathNet.Numerics.Statistics;

namespace KneeLoad.Analysis.Cadences;

/// <summary>Theil-Sen line of cadence over speed: the median of the slopes between points, so that an odd bin moves it little.</summary>
internal static class CadenceLineFit
{
    /// <summary>Usual cadence of runners at large.</summary>
    public static CadenceLine Population { get; } =
        new(Choices.PopulationIntercept.Value.StepsPerMinute, Choices.PopulationSlope.Value, IsOwn: false);

    /// <summary>The line through points; its slope is the population's unless they span enough speeds.</summary>
    /// <param name="metresPerSecond">Speeds, rising. [m/s]</param>
    /// <param name="stepsPerMinute">Cadence at each speed. [steps/min]</param>
    /// <returns>The population's line when there is no point.</returns>
    public static CadenceLine Through(ReadOnlySpan<double> metresPerSecond, ReadOnlySpan<double> stepsPerMinute)
    {
        if (metresPerSecond.IsEmpty)
        {
            return Population;
        }

        var spans = metresPerSecond[^1] - metresPerSecond[0] >= Choices.LeastSpeedSpan.Value.MetresPerSecond;
        var slope = spans ? MedianSlope(metresPerSecond, stepsPerMinute) : Population.SlopeStepsPerMinutePerMetrePerSecond;
        var intercepts = new double[metresPerSecond.Length];
        for (var i = 0; i < intercepts.Length; i++)
        {
            intercepts[i] = stepsPerMinute[i] - (slope * metresPerSecond[i]);
        }

        return new CadenceLine(ArrayStatistics.MedianInplace(intercepts), slope, IsOwn: true);
    }

    private static double MedianSlope(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var slopes = new double[x.Length * (x.Length - 1) / 2];
        var count = 0;
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = i + 1; j < x.Length; j++)
            {
                slopes[count++] = (y[j] - y[i]) / (x[j] - x[i]);
            }
        }

        return ArrayStatistics.MedianInplace(slopes);
    }
}
