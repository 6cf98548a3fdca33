using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Archives;
using KneeLoad.Ingest.Exports.Json;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Exports;

/// <summary>Suunto's pairs of a folder: summary.json with the totals and samples.json with the values. A run is read once, with what both know.</summary>
internal sealed class SuuntoPairs
{
    private readonly Dictionary<string, Activity> summaries = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> folders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a file is a summary, by its name.</summary>
    public static bool IsSummary(string path) => ExportFile.NameOf(path).Equals("summary.json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes note of a file of samples by its name.</summary>
    public void Note(string path)
    {
        if (IsSamples(path))
        {
            folders.Add(FolderOf(path));
        }
    }

    /// <summary>Reads a summary.</summary>
    public void Read(ArchiveMember member)
    {
        if (JsonExport.Read(member.Content.Span) is { Format: ActivityFormat.SuuntoJson, Activities: [var summary] })
        {
            summaries[FolderOf(member.Name)] = summary;
        }
    }

    /// <summary>The content of a file of the archive; null where it is no half of a pair.</summary>
    public ReadResult? ResultOf(ArchiveMember member)
    {
        if (member.Refusal is not null || !summaries.TryGetValue(FolderOf(member.Name), out var summary) || !folders.Contains(FolderOf(member.Name)))
        {
            return null;
        }

        if (IsSummary(member.Name))
        {
            return ReadResult.LeftAside(ReadFault.NoActivity, RemarkKind.NoActivity, ActivityFormat.SuuntoJson);
        }

        return IsSamples(member.Name) && JsonExport.Read(member.Content.Span) is { Format: ActivityFormat.SuuntoJson } read
            ? read with
            {
                Status = read.Activities.Count > 0 ? read.Status : ReadStatus.Partial,
                Activities = [.. read.Activities.DefaultIfEmpty(summary).Select(recording => Joined(recording, summary))],
            }
            : null;
    }

    private static Activity Joined(Activity recording, Activity summary) => recording with
    {
        Sport = summary.SportText is null ? recording.Sport : summary.Sport,
        SubSport = summary.SportText is null ? recording.SubSport : summary.SubSport,
        SportText = summary.SportText ?? recording.SportText,
        Product = summary.Product ?? recording.Product,
        Start = recording.Start ?? summary.Start,
        UtcOffset = recording.UtcOffset ?? summary.UtcOffset,
        TotalTimer = summary.TotalTimer ?? recording.TotalTimer,
        TotalDistance = summary.TotalDistance ?? recording.TotalDistance,
        TotalAscent = summary.TotalAscent ?? recording.TotalAscent,
        TotalDescent = summary.TotalDescent ?? recording.TotalDescent,
        Pauses = recording.Pauses.Count > 0 ? recording.Pauses : summary.Pauses,
    };

    private static bool IsSamples(string path) => ExportFile.NameOf(path).Equals("samples.json", StringComparison.OrdinalIgnoreCase);

    private static string FolderOf(string path) => path[..(path.LastIndexOfAny(['/', '\\']) + 1)];
}
