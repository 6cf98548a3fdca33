using System.Globalization;
using KneeLoad.Testing;

namespace KneeLoad.Architecture.Tests;

/// <summary>
/// The rules that the house breaks today, a line each, in breaches.txt. A rule broken anew fails, and so does a line that is no longer
/// true: the list only shrinks. <c>KNEELOAD_APPROVE=1</c> takes out what was mended, and adds nothing.
/// </summary>
internal static class Breaches
{
    private static readonly string File = Path.Combine(Repository.Root, "tests", "Architecture.Tests", "breaches.txt");

    /// <summary>Holds what is broken against the lines of one rule.</summary>
    /// <param name="rule">The word that the rule's lines begin with.</param>
    /// <param name="found">What is broken now.</param>
    public static void Check(string rule, IEnumerable<string> found)
    {
        var known = System.IO.File.ReadAllLines(File);
        var now = found.Select(breach => $"{rule}: {breach}").ToHashSet(StringComparer.Ordinal);
        var (added, mended) = Compare([.. known.Where(line => line.StartsWith($"{rule}: ", StringComparison.Ordinal))], now);
        if (mended.Count > 0 && Environment.GetEnvironmentVariable("KNEELOAD_APPROVE") == "1")
        {
            System.IO.File.WriteAllLines(File, known.Except(mended, StringComparer.Ordinal));
            mended = [];
        }

        Assert.True(added.Count == 0, $"broken anew:\n{string.Join('\n', added)}");
        Assert.True(mended.Count == 0, $"mended, so take these lines out of breaches.txt (KNEELOAD_APPROVE=1 does):\n{string.Join('\n', mended)}");
    }

    /// <summary>A breach with a number: the listed line as long as the number is not above it, and else one with the number of now.</summary>
    public static string Ceiling(string rule, string name, int number)
    {
        var start = $"{name}, up to ";
        var listed = System.IO.File.ReadLines(File).FirstOrDefault(line => line.StartsWith($"{rule}: {start}", StringComparison.Ordinal))?[(rule.Length + 2)..];
        return listed is not null && number <= int.Parse(listed[start.Length..], CultureInfo.InvariantCulture) ? listed : $"{start}{number}";
    }

    /// <summary>What is broken and not listed, and what is listed and not broken.</summary>
    public static (IReadOnlyList<string> Added, IReadOnlyList<string> Mended) Compare(IReadOnlyCollection<string> known, IReadOnlyCollection<string> now) =>
        ([.. now.Except(known, StringComparer.Ordinal)], [.. known.Except(now, StringComparer.Ordinal)]);
}
