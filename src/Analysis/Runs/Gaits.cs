using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;

namespace KneeLoad.Analysis.Runs;

/// <summary>
/// Running or walking at each record: walking is slow with a low cadence for a while. Between the two the share of walking falls in
/// steps of equal percent of the load, so that no load jumps where a limit is crossed.
/// </summary>
internal sealed class Gaits
{
    private static readonly double LoadOfSlowestRun = KneeLoadModel.RunningLoadPerKilometre(Choices.SlowestModelled.Value, 1, 0, recordedForefoot: false);

    private readonly double[] walkingShare;

    private Gaits(double[] walkingShare, double? steps)
    {
        this.walkingShare = walkingShare;
        Steps = steps;
    }

    /// <summary>Steps of both feet over the whole activity; null without cadence. [1]</summary>
    public double? Steps { get; }

    /// <summary>The gait that prevails at a record.</summary>
    public Gait At(int record) => 2 * walkingShare[record] > 1 ? Gait.Walk : Gait.Run;

    /// <summary>Share of a record that counts as walked. [1]</summary>
    public double WalkingShareAt(int record) => walkingShare[record];

    /// <summary>Tells walking from running at each record; a walk is walked throughout.</summary>
    public static Gaits Of(RunKind kind, Motion motion)
    {
        var walked = new double[motion.Timeline.Count];
        if (kind == RunKind.Walk)
        {
            Array.Fill(walked, 1);
        }
        else if (motion.Speed is { } speed)
        {
            MarkWalking(walked, speed, motion.CountedCadence, motion.Timeline.RecordSeconds, WalksBesideRunning(speed, motion.Timeline.RecordSeconds));
        }

        return new Gaits(walked, CountSteps(motion));
    }

    /// <summary>Cadence where the runner ran at a known speed, NaN elsewhere; NaN everywhere without cadence. [steps/min]</summary>
    public double[] RunningCadence(Motion motion)
    {
        var cadence = new double[walkingShare.Length];
        for (var i = 0; i < cadence.Length; i++)
        {
            var counts = At(i) == Gait.Run && motion.Speed is not null && !double.IsNaN(motion.Speed[i]);
            cadence[i] = counts && motion.Cadence is not null ? motion.Cadence[i] : double.NaN;
        }

        return cadence;
    }

    private static void MarkWalking(
        Span<double> walked, ReadOnlySpan<double> speed, ReadOnlySpan<double> cadence, ReadOnlySpan<double> seconds, double besideRunning)
    {
        var from = 0;
        var lasted = 0.0;
        for (var i = 0; i <= speed.Length; i++)
        {
            if (i < speed.Length && Share(speed[i], cadence.IsEmpty ? double.NaN : cadence[i]) is > 0 and var share)
            {
                walked[i] = share;
                lasted += seconds[i];
                continue;
            }

            if (lasted < Choices.ShortestWalk.Value.TotalSeconds)
            {
                walked[from..i].Clear();
            }

            (from, lasted) = (i + 1, 0);
        }

        double Share(double v, double steps) => double.IsNaN(v)
            ? 0
            : double.IsNaN(steps)
                ? besideRunning * (1 - RunningShare(SpeedRise(v)))
                : (1 - RunningShare(SpeedRise(v))) * (1 - RunningShare(CadenceRise(steps)));
    }

    // An even shuffle stays running, however slow: without cadence a slow stretch is a walk only beside clear running.
    private static double WalksBesideRunning(ReadOnlySpan<double> speed, ReadOnlySpan<double> seconds)
    {
        double running = 0, all = 0;
        for (var i = 0; i < speed.Length; i++)
        {
            all += double.IsNaN(speed[i]) ? 0 : seconds[i];
            running += speed[i] >= Choices.WalkToRunSpeed.Value.Run.MetresPerSecond ? seconds[i] : 0;
        }

        var (none, full) = Choices.RunningBesideWalks.Value;
        return all > 0 ? Rise(running / all, none.Value, full.Value) : 0;
    }

    private static double SpeedRise(double metresPerSecond) =>
        Rise(metresPerSecond, Choices.WalkToRunSpeed.Value.Walk.MetresPerSecond, Choices.WalkToRunSpeed.Value.Run.MetresPerSecond);

    private static double CadenceRise(double stepsPerMinute) =>
        Rise(stepsPerMinute, Choices.WalkToRunCadence.Value.Walk.StepsPerMinute, Choices.WalkToRunCadence.Value.Run.StepsPerMinute);

    private static double Rise(double value, double from, double to) => Math.Clamp((value - from) / (to - from), 0, 1);

    // Chosen so that walking load goes over into running load by the same percentage at each step of the rise.
    private static double RunningShare(double rise)
    {
        var ratio = LoadOfSlowestRun / Choices.WalkingLoad.Value;
        return (Math.Pow(ratio, rise) - 1) / (ratio - 1);
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
            steps += double.IsNaN(cadence[i]) ? 0 : cadence[i] / 60 * motion.Timeline.RecordSeconds[i];
        }

        return steps;
    }
}
