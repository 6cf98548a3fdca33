using KneeLoad.Analysis.Evidence;
using NodaTime;

namespace KneeLoad.Analysis.Runs.Repeats;

/// <summary>
/// Finds pairs of activities with the same metres and seconds whose starts lie whole quarters of an hour apart, as where one
/// service writes local time as UTC. Such an export moves all runs by the same shift, so equal runs around a pair that have no copy
/// at its shift speak against it: they are the repeats of an interval session, or a runner's usual lap. Nothing is decided: the
/// runner is asked, once for all pairs.
/// </summary>
public static class ShiftedCopies
{
    /// <summary>The widest distance of two starts of one activity in two zones.</summary>
    public static Duration Reach { get; } = Choices.WidestZoneShift.Value + Choices.ZoneShiftPlay.Value;

    /// <summary>An activity can speak for or against pairs whose earlier one starts up to so much before or after it.</summary>
    public static Duration Influence { get; } = Choices.ShiftedNeighbourhood.Value + Reach + Reach;

    /// <summary>Finds the pairs that the runner has not told of.</summary>
    /// <param name="candidates">Activities of one runner that repeat no other.</param>
    /// <returns>Pairs in order of time, each activity as the earlier of at most one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="candidates"/> is null.</exception>
    public static IReadOnlyList<ShiftedPair> Find(IReadOnlyList<DuplicateCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var runs = new ShiftedRuns(candidates);
        var pairs = new List<ShiftedPair>();
        for (var i = 0; i < runs.Count; i++)
        {
            var earlier = runs[i];
            var equal = runs.EqualTo(earlier, earlier.Start, earlier.Start + Reach)
                .Where(other => other != earlier)
                .Take(Choices.MostShifted.Value + 1)
                .ToList();
            if (equal.Count <= Choices.MostShifted.Value
                && equal.Find(later => !IsTold(earlier, later)
                    && ShiftOf(later.Start - earlier.Start) is { } shift
                    && runs.SpeakFor(earlier, later, shift)) is { } copy)
            {
                pairs.Add(new(earlier.Key, copy.Key, ShiftOf(copy.Start - earlier.Start)!.Value));
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
        && ShiftedRuns.AreEqual(one, other) && ShiftOf(one.Start <= other.Start ? other.Start - one.Start : one.Start - other.Start) is not null;

    private static bool IsTold(DuplicateCandidate one, DuplicateCandidate other) => one.IsOneInTwoZones is not null && other.IsOneInTwoZones is not null;
}

/// <summary>Two activities that may be one, written in two zones.</summary>
/// <param name="Earlier">Key of the earlier one.</param>
/// <param name="Later">Key of the later one.</param>
/// <param name="Shift">The difference of their starts, in whole quarters of an hour.</param>
public sealed record ShiftedPair(string Earlier, string Later, Duration Shift);
