using System.Collections;
using System.Text.Json;
using KneeLoad.Ingest;
using KneeLoad.Ingest.Activities;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Commands;

/// <summary>One archive as <c>inspect --json</c> sums it up. The property names are a contract.</summary>
internal sealed record InspectedArchive(
    string Archive, IReadOnlyList<string> Makers, int Files, int Runs, string? First, string? Last, int LeftAside, int Refused)
{
    public static InspectedArchive Of(ArchiveSummary summary) => new(
        summary.Archive,
        [.. summary.Makers.Select(maker => JsonNamingPolicy.KebabCaseLower.ConvertName(maker.ToString()))],
        summary.Files,
        summary.Runs,
        Moment(summary.First),
        Moment(summary.Last),
        summary.LeftAside,
        summary.Refused);

    private static string? Moment(Instant? moment) => moment is { } known ? InstantPattern.ExtendedIso.Format(known) : null;
}

/// <summary>The archives that inspected files lie in, summed up while the files are read.</summary>
internal sealed class InspectedArchives : IReadOnlyCollection<InspectedArchive>
{
    private readonly List<ArchiveSummary> archives = [];

    /// <summary>The number of archives. [1]</summary>
    public int Count => archives.Count;

    /// <summary>Takes note of a file; hands over what was read of it.</summary>
    public ReadResult Add(string name, ReadResult result)
    {
        if (ArchiveSummary.ArchiveOf(name) is { } archive)
        {
            var at = archives.FindIndex(one => one.Archive == archive);
            var sum = (at < 0 ? ArchiveSummary.Of(archive) : archives[at]).With(name, result);
            archives.RemoveAll(one => one.Archive == archive);
            archives.Add(sum);
        }

        return result;
    }

    public IEnumerator<InspectedArchive> GetEnumerator() => archives.Select(InspectedArchive.Of).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
