using KneeLoad.Ingest.Activities;
using NodaTime;

namespace KneeLoad.Ingest.Plausibility.Clocks;

/// <summary>Leaves out sessions that only sum up the others of their file, as apps write one over all parts of a day.</summary>
internal static class SummarySessions
{
    private static readonly Duration Edge = Duration.FromSeconds(60);

    /// <summary>The activities that are no sum of others.</summary>
    public static IReadOnlyList<Activity> Without(IReadOnlyList<Activity> activities)
    {
        if (activities.Count < 3 || activities.All(activity => !IsSummary(activity, activities)))
        {
            return activities;
        }

        var own = activities.Where(activity => !IsSummary(activity, activities)).ToList();
        own[0] = own[0].Noting(NoteKind.SummaryLeftOut, activities.Count - own.Count);
        return own;
    }

    /// <summary>Whether a session spans two or more that do not overlap one another, and that are about as long together.</summary>
    private static bool IsSummary(Activity activity, IReadOnlyList<Activity> all)
    {
        if (!activity.HasSession || SpanOf(activity) is not var (start, end))
        {
            return false;
        }

        var spanned = all
            .Where(other => !ReferenceEquals(other, activity))
            .Select(other => (Activity: other, Span: SpanOf(other)))
            .Where(other => other.Span is var (from, to) && from >= start - Edge && to <= end + Edge && to - from < end - start)
            .OrderBy(other => other.Span!.Value.Start)
            .ToList();
        if (spanned.Count < 2 || spanned.Zip(spanned.Skip(1)).Any(pair => pair.Second.Span!.Value.Start < pair.First.Span!.Value.End - Edge))
        {
            return false;
        }

        // Its own share of the records is what lies between the parts.
        return 2 * activity.Records.Count <= spanned.Sum(other => other.Activity.Records.Count);
    }

    private static (Instant Start, Instant End)? SpanOf(Activity activity) =>
        activity.Start is { } start && (activity.TotalElapsed ?? activity.TotalTimer) is { } length && length > Duration.Zero ? (start, start + length) : null;
}
