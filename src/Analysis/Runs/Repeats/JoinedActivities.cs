using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Runs.Repeats;

/// <summary>
/// Joins the activities of one runner as they count: those that repeat another give it what it lacks if they cover it, those that overlap another in
/// part count with their own share, and pairs that may be one run in two zones are marked.
/// </summary>
public static class JoinedActivities
{
    /// <summary>Joins activities.</summary>
    /// <param name="activities">All activities of one runner, or all that touch one another in time; in any order.</param>
    /// <param name="copies">Pairs that may be one run in two zones, as <see cref="ShiftedCopies"/> finds them in the whole history.</param>
    /// <returns>The same activities in the same order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="activities"/> is null.</exception>
    public static IReadOnlyList<JoinedActivity> Of(IReadOnlyList<StoredActivity> activities, IReadOnlyList<ShiftedPair>? copies = null)
    {
        ArgumentNullException.ThrowIfNull(activities);
        var repeating = activities.Where(activity => activity.DuplicateOf is not null).ToLookup(activity => activity.DuplicateOf!, StringComparer.Ordinal);
        var parts = Unions.Find(Kept(activities));
        var shifts = (copies ?? [])
            .SelectMany(pair => new[] { (Key: pair.Earlier, pair.Shift), (Key: pair.Later, pair.Shift) })
            .ToLookup(pair => pair.Key, StringComparer.Ordinal);
        return [.. activities.Select(activity =>
        {
            var (analysed, surface, with) = (activity.Analysed, activity.Surface, new List<JoinedFile>());
            foreach (var other in repeating[activity.Key].Where(other => JoinedRun.Covers(other.Analysed.Metrics, activity.Analysed.Metrics))
                .OrderBy(other => other.Analysed.Metrics.Start).ThenBy(other => other.Key, StringComparer.Ordinal))
            {
                var gave = JoinedRun.Given(analysed.Metrics, other.Analysed.Metrics);
                if (JoinedRun.IsKnown(other.Surface) && !JoinedRun.IsKnown(surface))
                {
                    surface = JoinedRun.ScaledTo(other.Surface!, analysed.Metrics.Distance);
                    gave = [.. gave, JoinedQuantity.Ground];
                }

                if (gave.Count > 0)
                {
                    analysed = JoinedRun.Fill(analysed, other.Analysed);
                    with.Add(new(other.Key, gave, Share: null));
                }
            }

            if (parts.TryGetValue(activity.Key, out var part))
            {
                analysed = JoinedRun.Part(analysed, part.Share);
                surface = surface?.Times(part.Share.Value);
                with.AddRange(part.With.Select(key => new JoinedFile(key, [], part.Share)));
            }

            foreach (var (_, shift) in shifts[activity.Key].Take(1))
            {
                var note = new ActivityNote(NoteKind.SameAtAnotherHour, (int)shift.TotalMinutes);
                analysed = analysed with { Metrics = analysed.Metrics with { FileNotes = [.. analysed.Metrics.FileNotes, note] } };
            }

            return new JoinedActivity(activity.Key, analysed, surface, with);
        })];
    }

    /// <summary>The activities that may be part of another, or one in two zones: those that repeat none and that the runner did not part.</summary>
    public static IReadOnlyList<DuplicateCandidate> Kept(IReadOnlyList<StoredActivity> activities) =>
    [
        .. activities.Where(activity => activity.DuplicateOf is null && !activity.IsOnItsOwn)
            .Select(activity => DuplicateCandidate.Of(activity.Key, activity.Analysed.Metrics, activity.IsOneInTwoZones)),
    ];
}

/// <summary>An activity as it counts.</summary>
/// <param name="Key">The caller's name for it.</param>
/// <param name="Analysed">Its metrics and cells.</param>
/// <param name="Surface">What it was run on; null when no map has been asked.</param>
/// <param name="JoinedWith">The activities that gave it what it lacked, or that cover a part of it.</param>
public sealed record JoinedActivity(string Key, AnalysedActivity Analysed, SurfaceMix? Surface, IReadOnlyList<JoinedFile> JoinedWith);

/// <summary>Another activity that an activity was joined with.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Gave">Quantities that it measured and the activity did not; empty where it only covers a part.</param>
/// <param name="Share">Share of the activity that counts, since the other covers the rest; null where the other repeats the whole of it. [1]</param>
public sealed record JoinedFile(string Key, IReadOnlyList<JoinedQuantity> Gave, Fraction? Share);
