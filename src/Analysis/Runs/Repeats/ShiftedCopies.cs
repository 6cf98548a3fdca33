using KneeLoad.Analysis.Evidence;
using NodaTime;

namespace KneeLoad.Analysis.Runs.Repeats;

/// <summary>
/// Finds pairs of activities with the same metres and seconds whose starts lie whole quarters of an hour apart, as where one
/// service writes local time as UTC. Nothing is decided: the runner is asked, once for all pairs.
/// </summary>
public static class ShiftedCopies
{
    /// <summary>Finds the pairs.</summary>
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
            for (var j = i + 1; j < ordered.Count && ordered[j].Start - ordered[i].Start <= Choices.WidestZoneShift.Value + Choices.ZoneShiftPlay.Value; j++)
            {
                if (ShiftOf(ordered[i], ordered[j]) is { } shift)
                {
                    pairs.Add(new(ordered[i].Key, ordered[j].Key, shift));
                    break;
                }
            }
        }

        return pairs;
    }

    private static Duration? ShiftOf(DuplicateCandidate earlier, DuplicateCandidate later)
    {
        var quarter = Choices.ZoneShiftStep.Value;
        var apart = later.Start - earlier.Start;
        var shift = Math.Round(apart / quarter) * quarter;
        var play = apart > shift ? apart - shift : shift - apart;
        return shift >= quarter && play <= Choices.ZoneShiftPlay.Value
            && IsEqual(earlier.Distance!.Value.Metres, later.Distance!.Value.Metres) && IsEqual(earlier.Timer.TotalSeconds, later.Timer.TotalSeconds)
            ? shift
            : null;
    }

    private static bool IsEqual(double one, double other) => Math.Abs(one - other) <= Choices.ShiftedDifference.Value.Value * Math.Max(one, other);
}
