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
    /// <summary>The runs of one archive, a page of them, newest first, and behind them what held no run.</summary>
    /// <param name="Upload">The archive.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Summary">It in one line: whose it is, its runs, from when to when.</param>
    /// <param name="Search">The part of a name that was looked for; null for all.</param>
    /// <param name="IsFirst">Whether this is the first page.</param>
    /// <param name="Runs">The runs.</param>
    /// <param name="Next">Where the next page begins; null on the last.</param>
    /// <param name="Rest">What held no run; null where nothing is found.</param>
    public sealed record ArchiveRuns(
        Guid Upload, string Name, string Summary, string? Search, bool IsFirst, IReadOnlyList<ArchiveFile> Runs, ArchivePlace? Next, RunlessFiles? Rest);

    /// <summary>The other contents of an archive, a page of them: activities that are no runs, newest first, then the files without an activity.</summary>
    /// <param name="Count">How much is found in all. [1]</param>
    /// <param name="IsOpen">Whether the fold is open.</param>
    /// <param name="IsFirst">Whether this is the first page.</param>
    /// <param name="Files">The page.</param>
    /// <param name="Next">Where the next page begins; null on the last.</param>
    public sealed record RunlessFiles(int Count, bool IsOpen, bool IsFirst, IReadOnlyList<ArchiveFile> Files, RunlessPlace? Next);

    /// <summary>One file of an archive, or one of its activities.</summary>
    /// <param name="Name">Name of the file in the archive.</param>
    /// <param name="State">What became of it.</param>
    /// <param name="Run">The activity; null where none came of it.</param>
    /// <param name="Reason">Why, in plain words; null when there is nothing to say.</param>
    public sealed record ArchiveFile(string Name, FileState State, UploadStatusRun? Run, string? Reason)
    {
        /// <summary>Name of the state's colour.</summary>
        public string Tone => State switch
        {
            FileState.Read => "low",
            FileState.Rejected => "elevated",
            _ => "unknown",
        };

        /// <summary>Its name within the archive.</summary>
        internal static string NameIn(string archive, string name)
        {
            var prefix = archive + "!/";
            return name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;
        }
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

/// <summary>A place in the list of what held no run: among the activities, or behind them among the files, which have a number.</summary>
/// <param name="Activity">The place among the activities; null at the beginning, and behind them.</param>
/// <param name="File">Number of the file before it, from 0; -1 before the first, null before all files.</param>
public sealed record RunlessPlace(ArchivePlace? Activity, int? File)
{
    private const char OfFile = 'f';

    /// <summary>The beginning.</summary>
    public static RunlessPlace First { get; } = new(null, null);

    /// <summary>Reads it from an address; null where it is none.</summary>
    public static RunlessPlace? Of(string? text) => text switch
    {
        [OfFile] => First,
        [OfFile, .. var digits] => int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= -1
            ? new(null, number)
            : null,
        _ => ArchivePlace.Of(text) is { } activity ? new(activity, null) : null,
    };

    /// <summary>Writes it into an address.</summary>
    public override string ToString() =>
        Activity?.ToString() ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{OfFile}{File}");
}
