using System.Globalization;
using KneeLoad.Testing;

namespace KneeLoad.Analysis.Tests.Evidence;

/// <summary>A published table as a file beside the tests, its source in the first line.</summary>
internal static class PublishedTable
{
    /// <summary>The rows of numbers; a cell that is no number is left out.</summary>
    public static double[][] Read(string name) =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Evidence", name))
            .Where(line => !line.StartsWith('#')).Skip(1)
            .Select(line => line.Split(',')
                .Where(cell => double.TryParse(cell, CultureInfo.InvariantCulture, out _))
                .Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()),
    ];
}
