using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Receiving;

/// <summary>The counts of a batch: they speak of runs.</summary>
/// <param name="Id">The batch.</param>
/// <param name="Received">When the first of its files was safe.</param>
/// <param name="Files">Files that were sent. [1]</param>
public sealed record BatchCounts(Guid Id, Instant Received, int Files)
{
    /// <summary>Files that wait to be read, or are being read. [1]</summary>
    public int Waiting { get; init; }

    /// <summary>Files that failed on our side. [1]</summary>
    public int Failed { get; init; }

    /// <summary>Files that are kept and not read. [1]</summary>
    public int Kept { get; init; }

    /// <summary>Runs that count. [1]</summary>
    public int Runs { get; init; }

    /// <summary>Runs and files that are there already. [1]</summary>
    public int Duplicates { get; init; }

    /// <summary>Activities that are no runs. [1]</summary>
    public int Others { get; init; }

    /// <summary>Files that could not be read. [1]</summary>
    public int Unread { get; init; }

    /// <summary>Files of an archive that hold no activity. [1]</summary>
    public int Aside { get; init; }

    /// <summary>Whether reading was cancelled before all was read.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Share of it that is read, from 0 to 1.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Whether nothing of it waits any more.</summary>
    public bool IsOver => Waiting == 0;

    /// <summary>The counts in words: 2,981 runs, 14 duplicates, 5 other sports, 2 could not be read.</summary>
    public string SummaryIn(Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        (string Key, int Count)[] counts =
        [
            ("Runs", Runs), ("Duplicates", Duplicates), ("Others", Others), ("Unread", Unread), ("Aside", Aside), ("Failed", Failed), ("Kept", Kept),
            ("Waiting", Waiting),
        ];
        return string.Join(", ", counts.Where(told => told.Count > 0).Select(told => say.Count("Uploads.Sum." + told.Key, told.Count)));
    }
}
