using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Runs;

/// <summary>Tells what an activity is: by its sport, and where the file states none by how it moves.</summary>
internal static class RunKinds
{
    /// <summary>The kind that an activity is taken for.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="elapsed">From its start to its end.</param>
    /// <param name="distance">Its length; null when unknown. [m]</param>
    /// <param name="motion">How it moves.</param>
    /// <param name="told">The kind that the runner told; null when none. A course stays a course.</param>
    public static RunKind Of(Activity activity, Duration elapsed, Distance? distance, Motion motion, RunKind? told) => activity.Sport switch
    {
        _ when activity.IsCourse => RunKind.Course,
        _ when told is RunKind.Run => LongEnough(RunKind.Run, distance),
        _ when told is { } kind => kind,
        "running" => LongEnough(RunKind.Run, distance),
        "walking" or "hiking" => RunKind.Walk,
        // Without a time nothing tells how it moved.
        null or "" or "generic" when motion.Timeline.Count == 0 && elapsed == Duration.Zero && distance is not null => LongEnough(RunKind.Asked, distance),
        null or "" or "generic" => elapsed <= Choices.TakenForRunAtMost.Value && MovesLikeARun(motion)
            ? LongEnough(ByMean(distance, motion), distance)
            : RunKind.Other,
        // Treadmills that record by themselves call their sport fitness equipment.
        "fitness_equipment" when activity.SubSport is "treadmill" && MovesLikeARun(motion) => LongEnough(RunKind.TakenForRun, distance),
        _ => RunKind.Other,
    };

    private static RunKind LongEnough(RunKind kind, Distance? distance) =>
        distance < Choices.ShortestRun.Value ? RunKind.TooShort : kind;

    /// <summary>A run, or a question: a slow ride is as fast as a fast run.</summary>
    private static RunKind ByMean(Distance? distance, Motion motion)
    {
        var seconds = default(double);
        for (var i = 0; motion.MeasuredSpeed is { } speed && i < speed.Length; i++)
        {
            seconds += speed[i] < Choices.MovingFrom.Value.MetresPerSecond ? 0 : motion.Timeline.RecordSeconds[i];
        }

        return distance?.Metres > Choices.TakenForRunMeanTo.Value.MetresPerSecond * seconds ? RunKind.Asked : RunKind.TakenForRun;
    }

    private static bool MovesLikeARun(Motion motion)
    {
        // Speeds too fast for a run tell a ride: here they count.
        var stands = motion.Timeline.RecordSeconds;
        var ranking = new SpeedRanking(motion.MeasuredSpeed, stands, Choices.MovingFrom.Value.MetresPerSecond);
        if (ranking.Median(0, stands.Length) is not { } median
            || median < Choices.TakenForRunFrom.Value.MetresPerSecond
            || median > Choices.TakenForRunTo.Value.MetresPerSecond)
        {
            return false;
        }

        var cadence = default(WeightedMean);
        for (var i = 0; i < stands.Length && motion.Cadence is not null; i++)
        {
            cadence.Add(motion.Cadence[i], stands[i]);
        }

        return cadence.Value is not { } mean || mean >= Choices.RunningCadence.Value.StepsPerMinute;
    }
}
