using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Runs.Repeats;

/// <summary>
/// Finds activities on foot that overlap another in part, as where a second device was started late or stopped early: together they
/// count once. The longer one counts whole, the other with the share of its time that lies outside.
/// </summary>
public static class Unions
{
    /// <summary>Finds the activities that count in part.</summary>
    /// <param name="candidates">Activities of one runner that repeat no other.</param>
    /// <returns>For the key of each such activity its share and the ones that it overlaps.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="candidates"/> is null.</exception>
    public static IReadOnlyDictionary<string, UnionPart> Find(IReadOnlyList<DuplicateCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var parts = new Dictionary<string, UnionPart>(StringComparer.Ordinal);
        foreach (var neighbours in Duplicates.Neighbours([.. candidates.Where(candidate => candidate.WasDone
            && candidate.OnFoot
            && Duplicates.IsMostlyTimer(candidate))]))
        {
            var counted = new List<DuplicateCandidate>();
            foreach (var candidate in LongestFirst(neighbours))
            {
                var with = counted.FindAll(other => IsPartial(Duplicates.Overlap(candidate, other)));
                if (with.Count > 0)
                {
                    parts.Add(candidate.Key, new(new Fraction(Outside(candidate, with)), [.. with.Select(other => other.Key).Order(StringComparer.Ordinal)]));
                }

                counted.Add(candidate);
            }
        }

        return parts;
    }

    private static bool IsPartial(double overlap) => overlap >= Choices.UnionFrom.Value.Value && overlap <= Choices.DuplicateOverlap.Value.Value;

    private static IEnumerable<DuplicateCandidate> LongestFirst(List<DuplicateCandidate> candidates) => candidates
        .OrderByDescending(candidate => candidate.Distance?.Metres ?? 0)
        .ThenByDescending(candidate => candidate.Elapsed)
        .ThenBy(candidate => candidate.Start)
        .ThenBy(candidate => candidate.Key, StringComparer.Ordinal);

    /// <summary>Share of an activity's span that lies in none of the others. [1]</summary>
    private static double Outside(DuplicateCandidate candidate, List<DuplicateCandidate> others)
    {
        var (outside, reach) = (0.0, candidate.Start);
        foreach (var other in others.OrderBy(other => other.Start))
        {
            outside += Math.Max(0, (other.Start - reach).TotalSeconds);
            reach = NodaTime.Instant.Max(reach, other.End);
        }

        outside += Math.Max(0, (candidate.End - reach).TotalSeconds);
        return Math.Clamp(outside / candidate.Elapsed.TotalSeconds, 0, 1);
    }
}

/// <summary>An activity that counts in part, since another covers the rest.</summary>
/// <param name="Share">The share that counts. [1]</param>
/// <param name="With">Keys of the activities that cover the rest.</param>
public sealed record UnionPart(Fraction Share, IReadOnlyList<string> With);
