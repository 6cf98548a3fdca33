using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Plausibility.Distances;
using KneeLoad.Ingest.Plausibility.Kinds;
using KneeLoad.Ingest.Plausibility.Pods;

namespace KneeLoad.Ingest.Plausibility;

/// <summary>
/// The door: from activities as a file states them to activities as they can have happened. Pure. Each change leaves a note;
/// an activity that contradicts nothing comes back as it was.
/// </summary>
public static class BelievedActivities
{
    /// <summary>Version of the rules. Stored runs of another version are read and analysed again.</summary>
    public const string Version = "4";

    /// <summary>Believes the activities of one file.</summary>
    /// <param name="activities">The activities as read, in the file's order.</param>
    /// <param name="context">The runner's zone, and the moment.</param>
    /// <returns>The believed activities in the same order; several for one that holds several, none for one that only sums up others.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IReadOnlyList<Activity> Of(IReadOnlyList<Activity> activities, BeliefContext context)
    {
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(context);
        var believed = new List<Activity>(activities.Count);
        foreach (var activity in SummarySessions.Without(activities))
        {
            if (activity.IsCourse)
            {
                believed.Add(activity);
                continue;
            }

            var dated = RunnersClock.Of(activity, context.Zone);
            foreach (var part in ActivityParts.Of(RepeatedRecords.Without(ClockExcursions.Undone(dated, context)), context))
            {
                believed.Add(Believe(part, context));
            }
        }

        return believed;
    }

    private static Activity Believe(Activity part, BeliefContext context)
    {
        var believed = PlausibleSport.Of(PlausibleDate.Of(part, context));
        believed = JoinedRecords.Of(believed);
        believed = PlausibleAltitude.Of(believed);
        if (!OnFoot(believed))
        {
            // Another sport counts nowhere, and is faster than what follows allows.
            return believed;
        }

        believed = PodColumns.Of(believed);
        var clock = RecordClock.Of(believed);
        var metres = (double?)null;
        if (clock is null)
        {
            believed = TimelessDistance.Of(believed);
        }
        else
        {
            var pauses = believed.Pauses;
            (believed, metres) = PlausiblePositions.Of(believed, clock);
            clock = ReferenceEquals(pauses, believed.Pauses) ? clock : RecordClock.Of(believed);
        }

        (believed, var isMeasured) = AgreedDistance.Of(believed, clock, metres);
        return isMeasured && clock is not null ? AgreedTime.Of(believed, clock) : believed;
    }

    private static bool OnFoot(Activity activity) => activity.Sport is null or "" or "generic" or "running" or "walking" or "hiking" or "fitness_equipment";
}
