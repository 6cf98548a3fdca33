using KneeLoad.Analysis.Evidence;
using NodaTime;

namespace KneeLoad.Analysis.Runs.Repeats;

/// <summary>
/// Finds activities that came twice: from two watches, or exported twice. Of each group the one that covers most metres is kept,
/// and among those as long the fullest file. The answer depends on the set alone, not on its order.
/// </summary>
public static class Duplicates
{
    /// <summary>Finds the activities that repeat another.</summary>
    /// <param name="candidates">All activities of one runner.</param>
    /// <returns>For the key of each repeating activity the key of the one that is kept; that one repeats none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="candidates"/> is null.</exception>
    public static IReadOnlyDictionary<string, string> Find(IReadOnlyList<DuplicateCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var repeats = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var neighbours in Neighbours([.. candidates.Where(candidate => candidate.WasDone)]))
        {
            var left = neighbours;
            while (left.Count > 0)
            {
                var kept = Best(left);
                left = left.FindAll(candidate => candidate.Key != kept.Key);
                foreach (var candidate in left.Where(candidate => IsSame(candidate, kept)))
                {
                    repeats.Add(candidate.Key, kept.Key);
                }

                left.RemoveAll(candidate => repeats.ContainsKey(candidate.Key));
            }
        }

        return repeats;
    }

    /// <summary>Groups of activities linked by time: no activity of one group can be the same as one of another.</summary>
    internal static IEnumerable<List<DuplicateCandidate>> Neighbours(IReadOnlyList<DuplicateCandidate> candidates)
    {
        var group = new List<DuplicateCandidate>();
        var reach = Instant.MinValue;
        foreach (var candidate in candidates.OrderBy(candidate => candidate.Start).ThenBy(candidate => candidate.Key, StringComparer.Ordinal))
        {
            if (group.Count > 0 && candidate.Start > reach)
            {
                yield return group;
                group = [];
            }

            group.Add(candidate);
            reach = Instant.Max(reach, Instant.Max(candidate.End, candidate.Start + ReachOf(candidate)));
        }

        yield return group;
    }

    /// <summary>The time after an activity's start within which another may start and be the same.</summary>
    private static Duration ReachOf(DuplicateCandidate candidate) => candidate.IsOneInTwoZones is true ? ShiftedCopies.Reach : Choices.DuplicateStart.Value;

    /// <summary>Share of the shorter span that two activities have in common. [1]</summary>
    internal static double Overlap(DuplicateCandidate one, DuplicateCandidate other)
    {
        var common = Duration.Min(one.End - other.Start, other.End - one.Start);
        var shorter = Duration.Min(one.Elapsed, other.Elapsed);
        return shorter > Duration.Zero ? Math.Clamp(Duration.Min(common, shorter) / shorter, 0, 1) : 0;
    }

    /// <summary>Whether an activity was under way for most of its span; a span of mostly pause has room for others.</summary>
    internal static bool IsMostlyTimer(DuplicateCandidate candidate) =>
        candidate.Timer.TotalSeconds >= Choices.DuplicateTimerShare.Value.Value * candidate.Elapsed.TotalSeconds;

    /// <summary>A file that names its sport before one that says nothing; among those as long as the longest the fullest.</summary>
    private static DuplicateCandidate Best(List<DuplicateCandidate> candidates)
    {
        var stated = candidates.FindAll(candidate => !candidate.SaysNothing && candidate.Distance is not null);
        var first = stated.Count > 0 ? stated : candidates;
        var longest = first.Max(candidate => candidate.Distance?.Metres ?? 0);
        return first
            .Where(candidate => (candidate.Distance?.Metres ?? 0) >= (1 - Choices.DuplicateAsLong.Value.Value) * longest)
            .OrderByDescending(candidate => candidate.MeasuredFields)
            .ThenByDescending(candidate => candidate.Timer)
            .ThenBy(candidate => candidate.Start)
            .ThenBy(candidate => candidate.Key, StringComparer.Ordinal)
            .First();
    }

    /// <summary>Whether two activities are one.</summary>
    private static bool IsSame(DuplicateCandidate one, DuplicateCandidate kept) => one.OnFoot == kept.OnFoot
        ? StartsAndMeasuresAlike(one, kept) || Overlaps(one, kept) || ShiftedCopies.IsToldOne(one, kept)
        // A track that says nothing, beside a ride of another device that says what it was.
        : one.SaysNothing && Overlaps(one, kept) && IsClose(one.Distance?.Metres, kept.Distance?.Metres, Choices.DuplicateOfOtherSport.Value.Value);

    private static bool StartsAndMeasuresAlike(DuplicateCandidate one, DuplicateCandidate other) =>
        string.Equals(one.Sport, other.Sport, StringComparison.Ordinal)
        && Abs(one.Start - other.Start) <= Choices.DuplicateStart.Value
        && (IsClose(one.Timer.TotalSeconds, other.Timer.TotalSeconds, Choices.DuplicateDifference.Value.Value)
            || IsClose(one.Distance?.Metres, other.Distance?.Metres, Choices.DuplicateDifference.Value.Value));

    private static bool Overlaps(DuplicateCandidate one, DuplicateCandidate other) =>
        IsMostlyTimer(one) && IsMostlyTimer(other) && Overlap(one, other) > Choices.DuplicateOverlap.Value.Value;

    private static bool IsClose(double? one, double? other, double difference) =>
        one is > 0 and var a && other is > 0 and var b && Math.Abs(a - b) <= difference * Math.Max(a, b);

    private static Duration Abs(Duration duration) => duration < Duration.Zero ? -duration : duration;
}
