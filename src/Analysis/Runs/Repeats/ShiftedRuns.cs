using KneeLoad.Analysis.Evidence;
using NodaTime;

namespace KneeLoad.Analysis.Runs.Repeats;

/// <summary>Activities on foot in order of time, and their word on whether two equal ones are one run in two zones.</summary>
internal sealed class ShiftedRuns
{
    private readonly List<DuplicateCandidate> ordered;
    private readonly List<Instant> starts;

    /// <param name="candidates">Activities of one runner that repeat no other.</param>
    public ShiftedRuns(IReadOnlyList<DuplicateCandidate> candidates)
    {
        ordered = [.. candidates
            .Where(candidate => candidate is { WasDone: true, OnFoot: true, Distance.Metres: > 0 })
            .OrderBy(candidate => candidate.Start)
            .ThenBy(candidate => candidate.Key, StringComparer.Ordinal)];
        starts = ordered.ConvertAll(candidate => candidate.Start);
    }

    /// <summary>The number of activities. [1]</summary>
    public int Count => ordered.Count;

    /// <summary>An activity by its place in time.</summary>
    public DuplicateCandidate this[int index] => ordered[index];

    /// <summary>Whether two activities have the same metres and seconds.</summary>
    public static bool AreEqual(DuplicateCandidate one, DuplicateCandidate other) =>
        IsEqual(one.Distance!.Value.Metres, other.Distance!.Value.Metres) && IsEqual(one.Timer.TotalSeconds, other.Timer.TotalSeconds);

    /// <summary>The activities equal to one, itself included, that start within a span.</summary>
    public IEnumerable<DuplicateCandidate> EqualTo(DuplicateCandidate one, Instant from, Instant to) => Within(from, to).Where(other => AreEqual(one, other));

    /// <summary>Whether the activities around two equal ones let them be one run in two zones.</summary>
    public bool SpeakFor(DuplicateCandidate earlier, DuplicateCandidate later, Duration shift)
    {
        var (before, after) = (earlier.Start - ShiftedCopies.Reach, later.Start + ShiftedCopies.Reach);
        return IsPairedByTime(earlier, shift) && IsPairedByTime(later, shift)
            && Others(Within(earlier.Start, later.Start)).All(other => IsOfOtherKind(other, earlier) || IsInPair(other, shift))
            && Others(EqualTo(earlier, before, after)).All(other => IsInPair(other, shift))
            && MostAreInPairs(
                Others(EqualTo(earlier, earlier.Start - Choices.ShiftedNeighbourhood.Value, later.Start + Choices.ShiftedNeighbourhood.Value)), shift)
            && !(AreEven(EqualTo(earlier, earlier.Start, later.Start)) && AreEven(Within(earlier.Start, later.Start)));

        IEnumerable<DuplicateCandidate> Others(IEnumerable<DuplicateCandidate> all) => all.Where(other => other != earlier && other != later);
    }

    /// <summary>Whether at least as many equal runs have a copy at a shift as have none.</summary>
    private bool MostAreInPairs(IEnumerable<DuplicateCandidate> equal, Duration shift)
    {
        var told = equal.Select(run => IsInPair(run, shift)).ToLookup(isInPair => isInPair);
        return told[true].Count() >= told[false].Count();
    }

    /// <summary>Whether three runs or more follow one another evenly, as the repeats of a session do.</summary>
    private static bool AreEven(IEnumerable<DuplicateCandidate> runs)
    {
        var series = runs.ToList();
        var gaps = series.Zip(series.Skip(1), (one, next) => next.Start - one.Start).ToList();
        return gaps.Count > 1 && gaps.Max() <= Choices.EvenGaps.Value * gaps.Min();
    }

    /// <summary>Whether a run counts as one with a copy at a shift: by the runner's word, and by its place in time where nothing is told.</summary>
    private bool IsInPair(DuplicateCandidate run, Duration shift) => run.IsOneInTwoZones ?? IsPairedByTime(run, shift);

    /// <summary>Whether an equal run starts earlier or later by a shift; a run with both is one of a series.</summary>
    private bool IsPairedByTime(DuplicateCandidate run, Duration shift) => HasEqualAt(run, shift) != HasEqualAt(run, -shift);

    private bool HasEqualAt(DuplicateCandidate run, Duration shift)
    {
        var play = Choices.ZoneShiftPlay.Value;
        return EqualTo(run, run.Start + shift - play, run.Start + shift + play).Any();
    }

    private IEnumerable<DuplicateCandidate> Within(Instant from, Instant to)
    {
        var first = starts.BinarySearch(from);
        first = first < 0 ? ~first : first;
        while (first > 0 && starts[first - 1] == from)
        {
            first--;
        }

        for (var i = first; i < ordered.Count && starts[i] <= to; i++)
        {
            yield return ordered[i];
        }
    }

    // Services for runs leave out walks, and many leave out what is too short.
    private static bool IsOfOtherKind(DuplicateCandidate other, DuplicateCandidate one) =>
        other.Kind == RunKind.TooShort || (other.Kind == RunKind.Walk) != (one.Kind == RunKind.Walk);

    private static bool IsEqual(double one, double other) => Math.Abs(one - other) <= Choices.ShiftedDifference.Value.Value * Math.Max(one, other);
}
