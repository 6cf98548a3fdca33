using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Plausibility.Clocks;

/// <summary>
/// Finds the activities in one recording by its clock. Records of another time than the activity's are cut off; where no session
/// of the file says otherwise, a gap of over a quarter of an hour parts two activities.
/// </summary>
internal static class ActivityParts
{
    // A clock that jumps by a day was set; nobody's watch leaves out a day between two records of one activity.
    private const double LongestStep = 86_400;

    // Sessions of FIT are cut by the runner. Elsewhere a stop so long is the end of one outing.
    private const double PartingGap = 15 * 60;

    // A tracker that sends a point now and then has gaps throughout: they part nothing.
    private const double ShareOfGapsInThinRecording = 0.1;

    // A start may precede the first record, while the watch looks for satellites.
    private static readonly Duration StartBeforeRecords = Duration.FromHours(1);

    /// <summary>The activities of one recording, in order of time.</summary>
    public static IReadOnlyList<Activity> Of(Activity activity, BeliefContext context)
    {
        if (activity.Records.TimeUnixSeconds?.ToArray() is not { } times || Range(times) is not var (first, last))
        {
            return [activity];
        }

        var groups = last - first < LongestStep ? [(first, last)] : Kept(activity, Groups(times), context);
        var parts = new List<List<int>>();
        foreach (var (from, to) in groups)
        {
            var rows = RowsBetween(times, from, to, isOnly: groups.Count == 1);
            parts.AddRange(activity.HasSession ? [rows] : ByGaps(times, rows));
        }

        var sizes = parts.Select(rows => rows.Count).ToList();
        if (parts.Count > 1)
        {
            // A record on its own is a button pressed, no activity.
            parts.RemoveAll(rows => rows.Count < 2);
        }

        if (parts.Count == 0)
        {
            return [activity];
        }

        var left = times.Length - parts.Sum(rows => rows.Count);
        return [.. parts.Select((rows, number) => PartOf(activity, times, rows, number, parts.Count, left))];
    }

    private static (double First, double Last)? Range(double[] times)
    {
        var (first, last) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var time in times)
        {
            // A comparison with NaN is false.
            first = time < first ? time : first;
            last = time > last ? time : last;
        }

        return first <= last ? (first, last) : null;
    }

    /// <summary>Spans of time without a step of a day, with their numbers of records.</summary>
    private static List<(double From, double To, int Count)> Groups(double[] times)
    {
        var sorted = Array.FindAll(times, time => !double.IsNaN(time));
        Array.Sort(sorted);
        var groups = new List<(double, double, int)>();
        var start = 0;
        for (var i = 1; i <= sorted.Length; i++)
        {
            if (i == sorted.Length || sorted[i] - sorted[i - 1] >= LongestStep)
            {
                groups.Add((sorted[start], sorted[i - 1], i - start));
                start = i;
            }
        }

        return groups;
    }

    /// <summary>The groups that are activities: of a session the largest, else all that can have been and are more than a few stray records.</summary>
    private static List<(double From, double To)> Kept(Activity activity, List<(double From, double To, int Count)> groups, BeliefContext context)
    {
        var largest = groups.MaxBy(group => group.Count);
        var possible = activity.HasSession
            ? []
            : groups.FindAll(group => 20 * group.Count >= largest.Count
                && PlausibleDate.IsPossible(activity, ActivityChanges.ToInstant(group.From), context.Now));
        return possible.Contains(largest) ? possible.ConvertAll(group => (group.From, group.To)) : [(largest.From, largest.To)];
    }

    /// <summary>Records of a span; those without a time stay with the one before.</summary>
    private static List<int> RowsBetween(double[] times, double from, double to, bool isOnly)
    {
        var rows = new List<int>(times.Length);
        var isInside = isOnly;
        for (var i = 0; i < times.Length; i++)
        {
            isInside = double.IsNaN(times[i]) ? isInside : times[i] >= from && times[i] <= to;
            if (isInside)
            {
                rows.Add(i);
            }
        }

        return rows;
    }

    private static List<List<int>> ByGaps(double[] times, List<int> rows)
    {
        var cuts = new List<int>();
        var last = double.NaN;
        for (var i = 0; i < rows.Count; i++)
        {
            var time = times[rows[i]];

            // Records without a time between two that have one are no gap.
            if (time - last > PartingGap && !double.IsNaN(times[rows[i - 1]]))
            {
                cuts.Add(i);
            }

            last = time > last || double.IsNaN(last) ? time : last;
        }

        if (cuts.Count == 0 || cuts.Count > ShareOfGapsInThinRecording * rows.Count)
        {
            return [rows];
        }

        cuts.Add(rows.Count);
        var parts = new List<List<int>>(cuts.Count);
        var from = 0;
        foreach (var cut in cuts)
        {
            parts.Add(rows[from..cut]);
            from = cut;
        }

        return parts;
    }

    private static Activity PartOf(Activity activity, double[] times, List<int> rows, int number, int parts, int left)
    {
        var (first, last) = Range([.. rows.Select(row => times[row])]) is var (from, to)
            ? (ActivityChanges.ToInstant(from), ActivityChanges.ToInstant(to))
            : (activity.Start ?? NodaConstants.UnixEpoch, activity.Start ?? NodaConstants.UnixEpoch);
        if (parts == 1)
        {
            var isStartTrue = activity.Start >= first - StartBeforeRecords && activity.Start <= last;
            var whole = isStartTrue ? activity : activity with { Start = first, TotalElapsed = null };
            return left == 0 ? whole : (whole with { Records = activity.Records.Pick([.. rows]) }).Noting(NoteKind.RecordsOfOtherTimes, left);
        }

        var laps = activity.Laps.Where(lap => lap.Start >= first - StartBeforeRecords && lap.Start <= last).ToList();
        var part = activity with
        {
            Start = first,
            Records = activity.Records.Pick([.. rows]),
            Pauses = [.. activity.Pauses.Where(pause => pause.Start >= first && pause.End <= last)],
            Laps = laps,
            TotalElapsed = null,
            TotalTimer = Sum(laps.ConvertAll(lap => lap.TotalTimer?.TotalSeconds)) is { } seconds ? Duration.FromSeconds(seconds) : null,
            TotalDistance = Sum(laps.ConvertAll(lap => lap.TotalDistance?.Metres)) is { } metres ? new Distance(metres) : null,
            TotalAscent = null,
            TotalDescent = null,
            BeatIntervalsMilliseconds = number == 0 ? activity.BeatIntervalsMilliseconds : default,
        };
        part = part.Noting(NoteKind.PartOfFile, parts);
        return number == 0 && left > 0 ? part.Noting(NoteKind.RecordsOfOtherTimes, left) : part;
    }

    private static double? Sum(List<double?> values) =>
        values.Count == 0 || values.Contains(null) ? null : values.Sum();
}
