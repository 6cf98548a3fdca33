using KneeLoad.Web.Receiving;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Uploads.Batches;

/// <summary>The content of a batch's page.</summary>
/// <param name="Format">How this runner reads quantities and times.</param>
/// <param name="Counts">What became of it.</param>
/// <param name="Name">Name of its only file; null where there are several.</param>
/// <param name="Files">Its files, a page of them, in the order in which they came.</param>
/// <param name="Page">The page of files that is shown, from 1. [1]</param>
/// <param name="Pages">Pages of files. [1]</param>
/// <param name="Archive">The runs of an archive; null where none is opened.</param>
public sealed record BatchView(
    RunnerFormat Format, BatchCounts Counts, string? Name, IReadOnlyList<UploadedFile> Files, int Page, int Pages, BatchView.ArchiveRuns? Archive)
{
    /// <summary>The runs of one archive, a page of them, newest first.</summary>
    /// <param name="Upload">The archive.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Summary">It in one line: whose it is, its runs, from when to when.</param>
    /// <param name="Search">The part of a name that was looked for; null for all.</param>
    /// <param name="IsFirst">Whether this is the first page.</param>
    /// <param name="Runs">The runs.</param>
    /// <param name="Next">Where the next page begins; null on the last.</param>
    public sealed record ArchiveRuns(
        Guid Upload, string Name, string Summary, string? Search, bool IsFirst, IReadOnlyList<ArchiveRun> Runs, ArchivePlace? Next);

    /// <summary>One run of an archive.</summary>
    /// <param name="Name">Name of its file in the archive.</param>
    /// <param name="State">What became of it.</param>
    /// <param name="Run">The run.</param>
    public sealed record ArchiveRun(string Name, FileState State, UploadStatusRun Run)
    {
        /// <summary>Name of the state's colour.</summary>
        public string Tone => State is FileState.Read ? "low" : "unknown";
    }
}

/// <summary>A place in a list that is ordered by start: the page goes on there, however long the list is.</summary>
/// <param name="Start">Start of the run before it.</param>
/// <param name="Same">Runs of the same start that were shown. [1]</param>
public sealed record ArchivePlace(Instant Start, int Same)
{
    /// <summary>Reads it from an address; null where it is none.</summary>
    public static ArchivePlace? Of(string? text) =>
        text?.Split('-') is [var ticks, var same] && long.TryParse(ticks, System.Globalization.CultureInfo.InvariantCulture, out var start)
        && int.TryParse(same, System.Globalization.CultureInfo.InvariantCulture, out var shown)
        && start >= Instant.MinValue.ToUnixTimeTicks() && start <= Instant.MaxValue.ToUnixTimeTicks() && shown is > 0 and <= 1_000_000
            ? new(Instant.FromUnixTimeTicks(start), shown)
            : null;

    /// <summary>Writes it into an address.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Start.ToUnixTimeTicks()}-{Same}");
}
