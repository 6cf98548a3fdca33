using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;

namespace KneeLoad.Analysis.Runs;

/// <summary>Running or walking at each record: walking is slow with a low cadence for a while.</summary>
internal sealed class Gaits
{
    private readonly bool[] walking;

    private Gaits(bool[] walking, double? steps)
    {
        this.walking = walking;
        Steps = steps;
    }

    /// <summary>Steps of both feet over the whole activity; null without cadence. [1]</summary>
    public double? Steps { get; }

    /// <summary>How the runner moved at a record.</summary>
    public Gait At(int record) => walking[record] ? Gait.Walk : Gait.Run;

    /// <summary>Tells walking from running at each record; a walk is walked throughout.</summary>
    public static Gaits Of(RunKind kind, Motion motion)
    {
        var walked = new bool[motion.Timeline.Count];
        if (kind == RunKind.Walk)
        {
            Array.Fill(walked, true);
        }
        else if (motion.Speed is { } speed)
        {
            MarkWalking(walked, speed, motion.Cadence, motion.Timeline.Stands);
        }

        return new Gaits(walked, CountSteps(motion));
    }

    /// <summary>Cadence where the runner ran at a known speed, NaN elsewhere; NaN everywhere without cadence. [steps/min]</summary>
    public double[] RunningCadence(Motion motion)
    {
        var cadence = new double[walking.Length];
        for (var i = 0; i < cadence.Length; i++)
        {
            var counts = !walking[i] && motion.Speed is not null && !double.IsNaN(motion.Speed[i]);
            cadence[i] = counts && motion.Cadence is not null ? motion.Cadence[i] : double.NaN;
        }

        return cadence;
    }

    private static void MarkWalking(Span<bool> walked, ReadOnlySpan<double> speed, ReadOnlySpan<double> cadence, ReadOnlySpan<double> seconds)
    {
        var slow = Choices.WalkBelow.Value.MetresPerSecond;
        var slowWithoutCadence = Choices.WalkBelowWithoutCadence.Value.MetresPerSecond;
        var fewSteps = Choices.RunningCadence.Value.StepsPerMinute;
        var from = 0;
        var lasted = 0.0;
        for (var i = 0; i <= speed.Length; i++)
        {
            if (i < speed.Length && LooksLikeWalking(speed[i], cadence.IsEmpty ? double.NaN : cadence[i]))
            {
                lasted += seconds[i];
                continue;
            }

            if (lasted >= Choices.ShortestWalk.Value.TotalSeconds)
            {
                walked[from..i].Fill(true);
            }

            (from, lasted) = (i + 1, 0);
        }

        bool LooksLikeWalking(double v, double steps) => double.IsNaN(steps) ? v < slowWithoutCadence : v < slow && steps < fewSteps;
    }

    private static double? CountSteps(Motion motion)
    {
        if (motion.Cadence is not { } cadence)
        {
            return null;
        }

        var steps = 0.0;
        for (var i = 0; i < cadence.Length; i++)
        {
            steps += double.IsNaN(cadence[i]) ? 0 : cadence[i] / 60 * motion.Timeline.Stands[i];
        }

        return steps;
    }
}
