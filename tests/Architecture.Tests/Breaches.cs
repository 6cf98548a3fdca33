using System.Globalization;
using KneeLoad.Testing;

namespace KneeLoad.Architecture.Tests;

/// <summary>
/// The rules that the house breaks today, a line each, in a file. A rule broken anew fails, and so does a line that is no longer
/// true: the list only shrinks. Approving takes out what was mended, lowers numbers that fell, and adds nothing.
/// </summary>
/// <param name="file">The list.</param>
/// <param name="approving">Whether mended lines are taken out of the file instead of failing.</param>
internal sealed class Breaches(string file, bool approving)
{
    /// <summary>The words that lines begin with, one a rule. A line of no rule would never be asked for.</summary>
    private static readonly string[] Rules = ["circle", "crowded", "sentence"];

    /// <summary>The list of this house.</summary>
    public static Breaches OfThisHouse { get; } = new(
        Path.Combine(Repository.Root, "tests", "Architecture.Tests", "breaches.txt"),
        Environment.GetEnvironmentVariable("KNEELOAD_APPROVE") == "1");

    /// <summary>Holds what is broken against the lines of one rule.</summary>
    /// <param name="rule">The word that the rule's lines begin with.</param>
    /// <param name="found">What is broken now.</param>
    public void Check(string rule, IEnumerable<string> found)
    {
        var known = File.ReadAllLines(file);
        Assert.DoesNotContain(known, line => !Rules.Any(word => line.StartsWith($"{word}: ", StringComparison.Ordinal)));
        var now = found.Select(breach => $"{rule}: {breach}").ToHashSet(StringComparer.Ordinal);
        var (added, mended) = Compare([.. known.Where(line => line.StartsWith($"{rule}: ", StringComparison.Ordinal))], now);
        if (mended.Count > 0 && approving)
        {
            File.WriteAllLines(file, known.Except(mended, StringComparer.Ordinal));
            mended = [];
        }

        Assert.True(added.Count == 0, $"broken anew:\n{string.Join('\n', added)}");
        Assert.True(mended.Count == 0, $"mended, so take these lines out of breaches.txt (KNEELOAD_APPROVE=1 does):\n{string.Join('\n', mended)}");
    }

    /// <summary>Holds breaches that have a size against the lines of one rule: a size that rose is broken anew, one that fell is mended.</summary>
    /// <param name="rule">The word that the rule's lines begin with.</param>
    /// <param name="found">What is broken now, with its size.</param>
    public void Check(string rule, IReadOnlyDictionary<string, int> found)
    {
        if (approving)
        {
            File.WriteAllLines(file, File.ReadAllLines(file).Select(line => Lowered(line, rule, found)));
        }

        Check(rule, found.Select(breach => $"{breach.Key}, {breach.Value}"));
    }

    /// <summary>The breaches that are not listed, and the listed ones that are none.</summary>
    public static (IReadOnlyList<string> Added, IReadOnlyList<string> Mended) Compare(IReadOnlyCollection<string> known, IReadOnlyCollection<string> now) =>
        ([.. now.Except(known, StringComparer.Ordinal)], [.. known.Except(now, StringComparer.Ordinal)]);

    private static string Lowered(string line, string rule, IReadOnlyDictionary<string, int> found)
    {
        var lower = found.Where(breach => line.StartsWith($"{rule}: {breach.Key}, ", StringComparison.Ordinal))
            .Where(breach => breach.Value < int.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture))
            .Select(breach => $"{rule}: {breach.Key}, {breach.Value}");
        return lower.FirstOrDefault(line);
    }
}
