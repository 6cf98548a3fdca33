using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports;
using NodaTime;

namespace KneeLoad.Ingest;

/// <summary>An archive in one line: whose it is, how many runs it holds, from when to when, and how many of its files were left aside.</summary>
/// <param name="Archive">Its name.</param>
/// <param name="Makers">Makers whose export it is, by the names of its files and what they hold; the one with the most files first.</param>
/// <param name="Files">Files in it. [1]</param>
/// <param name="Runs">Activities that are runs, or whose kind nobody knows. A run in two forms may count twice here; the diary counts it once. [1]</param>
/// <param name="First">When the first of them began; null where no start is known.</param>
/// <param name="Last">When the last of them began.</param>
/// <param name="LeftAside">Sound files without a run. [1]</param>
/// <param name="Refused">Files that could not be read, or not to their end. [1]</param>
public sealed record ArchiveSummary(
    string Archive, IReadOnlyList<ExportMaker> Makers, int Files, int Runs, Instant? First, Instant? Last, int LeftAside, int Refused)
{
    private const string Within = "!/";

    private IReadOnlyDictionary<ExportMaker, int> Counts { get; init; } = new Dictionary<ExportMaker, int>();

    /// <summary>The archive that a file lies in; null for a file that lies in none.</summary>
    /// <param name="path">The file's name with that of its archive.</param>
    public static string? ArchiveOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.IndexOf(Within, StringComparison.Ordinal) is > 0 and var end ? path[..end] : null;
    }

    /// <summary>An archive of which nothing was read yet.</summary>
    public static ArchiveSummary Of(string archive) => new(archive, [], 0, 0, null, null, 0, 0);

    /// <summary>The archive with one more of its files.</summary>
    /// <param name="path">The file's name with that of its archive.</param>
    /// <param name="result">What was read.</param>
    public ArchiveSummary With(string path, ReadResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var runs = result.Activities.Where(activity => !activity.IsCourse && ActivityReader.MayBeRun(activity)).ToList();
        var starts = runs.Select(run => run.Start).OfType<Instant>().ToList();
        var counts = Counts;
        if ((ExportMakers.Of(path) ?? ExportMakers.Of(result.Format)) is { } maker)
        {
            counts = new Dictionary<ExportMaker, int>(counts) { [maker] = counts.GetValueOrDefault(maker) + 1 };
        }

        return this with
        {
            Counts = counts,
            Makers = [.. counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key).Select(count => count.Key)],
            Files = Files + 1,
            Runs = Runs + runs.Count,
            First = starts.Append(First ?? Instant.MaxValue).Min() is var first && first < Instant.MaxValue ? first : null,
            Last = starts.Append(Last ?? Instant.MinValue).Max() is var last && last > Instant.MinValue ? last : null,
            LeftAside = LeftAside + (result.Status is ReadStatus.LeftAside ? 1 : 0),
            Refused = Refused + (result.Status is ReadStatus.Rejected or ReadStatus.Partial ? 1 : 0),
        };
    }
}
