using KneeLoad.Analysis.Evidence;
using NodaTime;

namespace KneeLoad.Analysis.Runs;

/// <summary>
/// Finds activities that came twice: from two watches, or exported twice. Of each group the fullest file is kept.
/// The answer depends on the set alone, not on its order.
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
        foreach (var neighbours in Neighbours(candidates))
        {
            var kept = new List<DuplicateCandidate>();
            foreach (var candidate in FullestFirst(neighbours))
            {
                if (kept.Find(other => IsSame(candidate, other)) is { } same)
                {
                    repeats.Add(candidate.Key, same.Key);
                }
                else
                {
                    kept.Add(candidate);
                }
            }
        }

        return repeats;
    }

    /// <summary>Whether two activities are one.</summary>
    private static bool IsSame(DuplicateCandidate one, DuplicateCandidate other) =>
        one.WasDone && other.WasDone && one.OnFoot == other.OnFoot && (StartsAndMeasuresAlike(one, other) || Overlaps(one, other));

    private static bool StartsAndMeasuresAlike(DuplicateCandidate one, DuplicateCandidate other) =>
        string.Equals(one.Sport, other.Sport, StringComparison.Ordinal)
        && Abs(one.Start - other.Start) <= Choices.DuplicateStart.Value
        && (IsClose(one.Timer.TotalSeconds, other.Timer.TotalSeconds) || IsClose(one.Distance?.Metres, other.Distance?.Metres));

    private static bool Overlaps(DuplicateCandidate one, DuplicateCandidate other)
    {
        var common = Duration.Min(one.End - other.Start, other.End - one.Start);
        var shorter = Duration.Min(one.Elapsed, other.Elapsed);
        common = Duration.Min(common, shorter);
        return shorter > Duration.Zero && IsMostlyTimer(one) && IsMostlyTimer(other) && common.TotalSeconds > Choices.DuplicateOverlap.Value.Value * shorter.TotalSeconds;
    }

    private static bool IsMostlyTimer(DuplicateCandidate candidate) =>
        candidate.Timer.TotalSeconds >= Choices.DuplicateTimerShare.Value.Value * candidate.Elapsed.TotalSeconds;

    private static bool IsClose(double? one, double? other) =>
        one is > 0 and var a && other is > 0 and var b
        && Math.Abs(a - b) <= Choices.DuplicateDifference.Value.Value * Math.Max(a, b);

    private static Duration Abs(Duration duration) => duration < Duration.Zero ? -duration : duration;

    private static IEnumerable<DuplicateCandidate> FullestFirst(List<DuplicateCandidate> candidates) => candidates
        .OrderByDescending(candidate => candidate.MeasuredFields)
        .ThenByDescending(candidate => candidate.Timer)
        .ThenBy(candidate => candidate.Start)
        .ThenBy(candidate => candidate.Key, StringComparer.Ordinal);

    /// <summary>Groups of activities linked by time: no activity of one group can be the same as one of another.</summary>
    private static IEnumerable<List<DuplicateCandidate>> Neighbours(IReadOnlyList<DuplicateCandidate> candidates)
    {
        var group = new List<DuplicateCandidate>();
        var reach = Instant.MinValue;
        foreach (var candidate in candidates.OrderBy(candidate => candidate.Start))
        {
            if (group.Count > 0 && candidate.Start > reach)
            {
                yield return group;
                group = [];
            }

            group.Add(candidate);
            reach = Instant.Max(reach, Instant.Max(candidate.End, candidate.Start + Choices.DuplicateStart.Value));
        }

        yield return group;
    }
}
