using KneeLoad.Web.Data.Formats;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Runs;

/// <summary>The traces of a run as its chart takes them: in the runner's units, null where not measured.</summary>
/// <param name="AxisUnit">Unit of the axis: km or mi, min where the file has no distance.</param>
/// <param name="DistanceUnit">Unit of pace: km or mi.</param>
/// <param name="HeightUnit">Unit of altitude: m or ft.</param>
/// <param name="Names">Names and units of the panels, in the runner's language.</param>
/// <param name="Axis">Distance since the start, never going back. [<paramref name="AxisUnit"/>]</param>
/// <param name="Pace">Over 15 s; null in place of the column without distance. [s per unit of distance]</param>
/// <param name="Altitude">Altitude. [m or ft]</param>
/// <param name="Cadence">Steps of both feet. [steps/min]</param>
/// <param name="HeartRate">Heart rate. [bpm]</param>
public sealed record TraceChart(
    string AxisUnit,
    string DistanceUnit,
    string HeightUnit,
    TraceChart.PanelNames Names,
    IReadOnlyList<double> Axis,
    IReadOnlyList<double?>? Pace,
    IReadOnlyList<double?>? Altitude,
    IReadOnlyList<double?>? Cadence,
    IReadOnlyList<double?>? HeartRate)
{
    private const double HalfWindowSeconds = 7.5;

    /// <summary>Records so much farther apart than the usual two are a gap. [1]</summary>
    private const double UsualGap = 1.5;

    /// <summary>Below this a runner stands or strolls, and pace says nothing. [m/s]</summary>
    private const double LeastSpeed = 0.7;

    /// <summary>Names and units of the panels.</summary>
    /// <param name="Pace">Pace.</param>
    /// <param name="Altitude">Altitude.</param>
    /// <param name="Cadence">Cadence.</param>
    /// <param name="CadenceUnit">Unit of cadence.</param>
    /// <param name="HeartRate">Heart rate.</param>
    /// <param name="HeartRateUnit">Unit of heart rate.</param>
    /// <param name="At">A value at a place, with {value} and {place}.</param>
    public sealed record PanelNames(string Pace, string Altitude, string Cadence, string CadenceUnit, string HeartRate, string HeartRateUnit, string At);

    /// <summary>Lays traces out for a runner.</summary>
    public static TraceChart Of(RunTraces traces, RunnerFormat format)
    {
        var distance = traces.DistanceMetres is { } measured ? RunTraces.Advancing(measured) : null;
        return new(
            distance is null ? format.Say["Runs.Along.Minutes"] : format.DistanceUnit,
            format.DistanceUnit,
            format.HeightUnit,
            NamesIn(format.Say),
            [.. (distance ?? RunTraces.Advancing(traces.Seconds)).Select(value => Math.Round(value / (distance is null ? 60 : format.MetresPerUnit), 4))],
            distance is null ? null : [.. PaceOf(traces.Seconds, distance, format.MetresPerUnit)],
            Column(traces.AltitudeMetres, 1 / format.MetresPerHeightUnit),
            Column(traces.CadenceStepsPerMinute, 1),
            Column(traces.HeartRateBeatsPerMinute, 1));
    }

    private static PanelNames NamesIn(Language say) => new(
        say["Runs.Along.Column.Pace"],
        say["Runs.Along.Altitude"],
        say["Runs.Along.Column.Cadence"],
        say["Units.StepsPerMinute"],
        say["Runs.Along.Column.HeartRate"],
        say["Units.BeatsPerMinute"],
        say["Runs.Along.At", ("value", "{value}"), ("place", "{place}")]);

    private static IEnumerable<double?> PaceOf(double[] seconds, double[] metres, double metresPerUnit)
    {
        var half = Math.Max(HalfWindowSeconds, UsualGap * UsualStep(seconds));
        var first = 0;
        var last = 0;
        for (var i = 0; i < seconds.Length; i++)
        {
            while (seconds[i] - seconds[first] > half)
            {
                first++;
            }

            while (last + 1 < seconds.Length && seconds[last + 1] - seconds[i] <= half)
            {
                last++;
            }

            var end = Math.Max(last, i);
            var speed = seconds[end] > seconds[first] ? (metres[end] - metres[first]) / (seconds[end] - seconds[first]) : 0;
            yield return speed >= LeastSpeed ? Math.Round(metresPerUnit / speed, 1) : null;
        }
    }

    // The records of a long run are farther apart than the window is long.
    private static double UsualStep(double[] seconds)
    {
        var steps = seconds.Skip(1).Zip(seconds, (next, one) => next - one).Where(double.IsFinite).Order().ToArray();
        return steps.Length == 0 ? 0 : steps[steps.Length / 2];
    }

    private static List<double?>? Column(double[]? values, double factor) =>
        values is null ? null : [.. values.Select(value => double.IsNaN(value) ? (double?)null : Math.Round(factor * value, 1))];
}
