using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Plausibility.Distances;

/// <summary>
/// Agrees on one distance from all that state and all that measure it. A stated total holds where a measured one confirms it,
/// else the measured one counts; where neither can be, the distance is unknown.
/// </summary>
internal static class AgreedDistance
{
    // Records of less than half of the time do not measure the whole.
    private const double LeastCover = 0.5;

    // A run entered by hand may state no time; a day's race is no longer. [m]
    private const double LongestByHand = 200_000;

    private static readonly HashSet<string> Indoors =
        new(StringComparer.Ordinal) { "treadmill", "indoor_running", "indoor_track", "indoor_walking", "virtual_activity" };

    /// <summary>The activity with its distance agreed, and its records' distance column to match.</summary>
    /// <param name="activity">The activity, its positions cleaned.</param>
    /// <param name="clock">Its records' times; null where it has none.</param>
    /// <param name="positionMetres">Metres between its positions; null where it has none. [m]</param>
    /// <returns>The activity, and whether its records measured the distance.</returns>
    public static (Activity Activity, bool IsMeasured) Of(Activity activity, RecordClock? clock, double? positionMetres)
    {
        var stated = activity.TotalDistance?.Metres is > 0 and < double.PositiveInfinity and var metres ? metres : (double?)null;
        if (clock is null)
        {
            return (Alone(activity, stated), false);
        }

        var column = activity.Records[RecordField.Distance] is { MeasuredCount: > 0 } values ? DistanceColumn.Of(clock.Seconds, values.ToArray()) : null;
        activity = Repaired(activity, column);
        var isIndoors = positionMetres is null || (activity.SubSport is not null && Indoors.Contains(activity.SubSport));
        var measured = new List<MeasuredDistance>();
        foreach (var one in MeasuredDistance.All(activity, clock, column, positionMetres))
        {
            // PERF: in nearly every file the first that is asked confirms.
            if (stated is { } total && PlausibleLimits.Confirms(one.Metres, total, isIndoors))
            {
                return (activity with { Records = one.Records(activity.Records) }, true);
            }

            measured.Add(one);
        }

        return Unconfirmed(activity, measured, stated, isIndoors, clock);
    }

    private static Activity Repaired(Activity activity, DistanceColumn? column)
    {
        if (column?.Values is not { } right)
        {
            return activity;
        }

        activity = activity with { Records = activity.Records.With(RecordField.Distance, Column.Of(right)) };
        activity = column.NewBeginnings > 0 ? activity.Noting(NoteKind.DistanceBeganAnew, column.NewBeginnings) : activity;
        return column.StepsLeftOut > 0 ? activity.Noting(NoteKind.DistanceStepsLeftOut, column.StepsLeftOut) : activity;
    }

    private static (Activity Activity, bool IsMeasured) Unconfirmed(
        Activity activity, List<MeasuredDistance> measured, double? stated, bool isIndoors, RecordClock clock)
    {
        foreach (var laps in stated is null ? [] : new[] { LapsOf(activity), LastLapOf(activity) })
        {
            if (laps is { } metres && !(laps == stated) && measured.Find(one => PlausibleLimits.Confirms(one.Metres, metres, isIndoors)) is { } confirming)
            {
                return (Take(activity with { TotalDistance = new(metres) }, confirming.Records, NoteKind.DistanceFromLaps), true);
            }
        }

        var isCovered = !(activity.TotalTimer?.TotalSeconds > clock.Running / LeastCover);
        if ((isCovered || !CanBe(activity, stated)) && Best(measured, clock) is { } best)
        {
            return (Take(activity with { TotalDistance = null }, best.Records, best.Source), true);
        }

        return (Alone(activity, stated), false);

        Activity Take(Activity taken, Func<RecordStream, RecordStream> records, NoteKind source)
        {
            taken = taken with { Records = records(taken.Records) };
            var isPlain = activity.TotalDistance is null
                && source is NoteKind.DistanceFromRecords or NoteKind.DistanceFromPositions
                && measured[0].Source == source;
            return isPlain ? taken : taken.Noting(source, stated: activity.TotalDistance?.Metres);
        }
    }

    /// <summary>The measurement that another confirms, else the most trusted one that a runner can have covered.</summary>
    private static MeasuredDistance? Best(List<MeasuredDistance> measured, RecordClock clock)
    {
        var possible = measured.FindAll(one => clock.Running <= 0 || one.Metres <= PlausibleLimits.FastestMean * clock.Running);
        return possible.Find(one => possible.Exists(other => other != one && PlausibleLimits.Confirms(other.Metres, one.Metres, isIndoors: false)))
            ?? (possible.Count > 0 ? possible[0] : null);
    }

    /// <summary>A total that nothing measures: believed where a runner can have covered it in its time.</summary>
    private static Activity Alone(Activity activity, double? stated)
    {
        stated ??= LapsOf(activity);
        if (CanBe(activity, stated))
        {
            return activity with { TotalDistance = new Distance(stated!.Value) };
        }

        return activity.TotalDistance is { Metres: > 0 } wrong
            ? (activity with { TotalDistance = null }).Noting(NoteKind.DistanceNotBelieved, stated: wrong.Metres)
            : activity;
    }

    private static bool CanBe(Activity activity, double? metres) =>
        metres <= ((activity.TotalTimer ?? activity.TotalElapsed)?.TotalSeconds is > 0 and var seconds ? PlausibleLimits.FastestMean * seconds : LongestByHand);

    /// <summary>Metres of all laps added up; null where they state none. [m]</summary>
    private static double? LapsOf(Activity activity)
    {
        var laps = activity.Laps.Select(lap => lap.TotalDistance?.Metres).OfType<double>().ToList();
        return laps.Sum() is > 0 and < double.PositiveInfinity and var sum ? sum : null;
    }

    /// <summary>Metres of the last lap, where laps count on from the start; null where there is only one. [m]</summary>
    private static double? LastLapOf(Activity activity) => activity.Laps.Count > 1 ? activity.Laps[^1].TotalDistance?.Metres : null;
}
