using KneeLoad.Analysis.Evidence;
using NodaTime;

namespace KneeLoad.Analysis.Runs.Repeats;

/// <summary>
/// Finds pairs of activities with the same metres and seconds whose starts lie whole quarters of an hour apart, as where one
/// service writes local time as UTC. Nothing is decided: the runner is asked, once for all pairs.
/// </summary>
public static class ShiftedCopies
{
    /// <summary>The widest distance of two starts of one activity in two zones.</summary>
    public static Duration Reach { get; } = Choices.WidestZoneShift.Value + Choices.ZoneShiftPlay.Value;

    /// <summary>Finds the pairs that the runner has not told of.</summary>
    /// <param name="candidates">Activities of one runner that repeat no other.</param>
    /// <returns>Pairs in order of time, each activity as the earlier of at most one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="candidates"/> is null.</exception>
    public static IReadOnlyList<ShiftedPair> Find(IReadOnlyList<DuplicateCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var ordered = candidates
            .Where(candidate => candidate is { WasDone: true, OnFoot: true, Distance.Metres: > 0 })
            .OrderBy(candidate => candidate.Start)
            .ThenBy(candidate => candidate.Key, StringComparer.Ordinal)
            .ToList();
        var pairs = new List<ShiftedPair>();
        for (var i = 0; i < ordered.Count; i++)
        {
            for (var j = i + 1; j < ordered.Count && ordered[j].Start - ordered[i].Start <= Reach; j++)
            {
                if (!IsTold(ordered[i], ordered[j]) && ShiftOf(ordered[i], ordered[j]) is { } shift)
                {
                    pairs.Add(new(ordered[i].Key, ordered[j].Key, shift));
                    break;
                }
            }
        }

        return pairs;
    }

    /// <summary>The whole quarters of an hour that two starts lie apart, where that is near enough to be one in two zones; null else.</summary>
    /// <param name="apart">From the earlier start to the later one.</param>
    public static Duration? ShiftOf(Duration apart)
    {
        var quarter = Choices.ZoneShiftStep.Value;
        var shift = Math.Round(apart / quarter) * quarter;
        var play = apart > shift ? apart - shift : shift - apart;
        return apart <= Reach && shift >= quarter && play <= Choices.ZoneShiftPlay.Value ? shift : null;
    }

    /// <summary>Whether the runner told that two activities are one, and they can be.</summary>
    internal static bool IsToldOne(DuplicateCandidate one, DuplicateCandidate other) =>
        one.IsOneInTwoZones is true && other.IsOneInTwoZones is true && one.Distance?.Metres > 0 && other.Distance?.Metres > 0
        && (one.Start <= other.Start ? ShiftOf(one, other) : ShiftOf(other, one)) is not null;

    private static bool IsTold(DuplicateCandidate one, DuplicateCandidate other) => one.IsOneInTwoZones is not null && other.IsOneInTwoZones is not null;

    private static Duration? ShiftOf(DuplicateCandidate earlier, DuplicateCandidate later) =>
        IsEqual(earlier.Distance!.Value.Metres, later.Distance!.Value.Metres) && IsEqual(earlier.Timer.TotalSeconds, later.Timer.TotalSeconds)
            ? ShiftOf(later.Start - earlier.Start)
            : null;

    private static bool IsEqual(double one, double other) => Math.Abs(one - other) <= Choices.ShiftedDifference.Value.Value * Math.Max(one, other);
}
