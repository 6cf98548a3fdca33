using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Gradients;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Analysis.Runs;

/// <summary>The runner's motion at each record: the signals that all later steps read. NaN where not measured, null when never.</summary>
internal sealed class Motion
{
    private Motion(Timeline timeline) => Timeline = timeline;

    /// <summary>The records' times.</summary>
    public Timeline Timeline { get; }

    /// <summary>Metres from each record to the next that stands for a time. [m]</summary>
    public double[]? Covered { get; private init; }

    /// <summary>Speed over a centred window, however fast. [m/s]</summary>
    public double[]? MeasuredSpeed { get; private init; }

    /// <summary>The same; NaN where it is too fast to be believed. [m/s]</summary>
    public double[]? Speed { get; private init; }

    /// <summary>Steps of both feet as counted. [steps/min]</summary>
    public double[]? CountedCadence { get; private init; }

    /// <summary>The same; NaN where a running speed goes with too few steps to be believed. [steps/min]</summary>
    public double[]? Cadence { get; private init; }

    /// <summary>True where a count of steps was not believed.</summary>
    public bool CadenceDoubted { get; private init; }

    /// <summary>Altitude of the ground under the runner. [m]</summary>
    public double[]? Altitude { get; private init; }

    /// <summary>Gradient, downhill negative. [degrees]</summary>
    public double[]? Gradient { get; private init; }

    /// <summary>Landings that a sensor recorded.</summary>
    public RecordedFootStrike? FootStrike { get; private init; }

    /// <summary>Believed speeds in rising order; null without speed.</summary>
    public SpeedRanking? Ranking { get; private init; }

    /// <summary>Reads the signals.</summary>
    public static Motion Of(Activity activity, Timeline timeline, RunDistance distance)
    {
        var altitude = GradientSignal.IsIndoorOrTrack(activity.SubSport) ? null : timeline.Gather(activity.Records.AltitudeMetres);
        var measured = distance.Metres is { } metres ? CentredSpeed.Of(timeline, metres, Choices.SpeedWindow.Value) : null;
        var speed = measured is null ? null : CentredSpeed.UpTo(Choices.FastestRunning.Value, measured);
        var counted = CadenceSignal.Of(timeline, activity);
        var believed = counted is null || speed is null ? counted : Believed(counted, speed, timeline.RecordSeconds);
        return new Motion(timeline)
        {
            Covered = distance.Metres is null ? null : Steps(timeline, distance.Metres),
            MeasuredSpeed = measured,
            Speed = speed,
            Ranking = speed is null ? null : new SpeedRanking(speed, timeline.RecordSeconds, Choices.MovingFrom.Value.MetresPerSecond),
            CountedCadence = counted,
            Cadence = believed,
            CadenceDoubted = !ReferenceEquals(believed, counted),
            Altitude = altitude,
            Gradient = altitude is null || distance.Metres is null
                ? null
                : GradientSignal.Of(timeline, distance.Metres, altitude, activity.AltitudeSource),
            FootStrike = RecordedFootStrike.Of(timeline, activity.Records),
        };
    }

    /// <summary>The cadence without what no runner steps at such a speed; the same array where all of it is believed.</summary>
    private static double[]? Believed(double[] cadence, double[] speed, ReadOnlySpan<double> seconds)
    {
        double[]? believed = null;
        var from = 0;
        var lasted = 0.0;
        for (var i = 0; i <= cadence.Length; i++)
        {
            if (i < cadence.Length
                && speed[i] >= Choices.CadenceBelievedFrom.Value.MetresPerSecond
                && cadence[i] < Choices.BelievedCadence.Value.From.StepsPerMinute)
            {
                lasted += seconds[i];
                continue;
            }

            // Where a walk begins or ends, speed lags behind cadence by half of its window.
            if (lasted > Choices.SpeedWindow.Value.TotalSeconds)
            {
                believed ??= [.. cadence];
                believed.AsSpan(from..i).Fill(double.NaN);
            }

            (from, lasted) = (i + 1, 0);
        }

        return believed is null ? cadence : Array.Exists(believed, steps => !double.IsNaN(steps)) ? believed : null;
    }

    /// <summary>Metres between records. What is covered while no record stands for a time goes to the next that does.</summary>
    private static double[] Steps(Timeline timeline, double[] metres)
    {
        var covered = new double[metres.Length];
        var carried = metres[0];
        var last = 0;
        for (var i = 0; i + 1 < metres.Length; i++)
        {
            carried += metres[i + 1] - metres[i];
            if (timeline.RecordSeconds[i] > 0)
            {
                (covered[i], carried, last) = (carried, 0, i);
            }
        }

        covered[last] += carried;
        return covered;
    }
}
