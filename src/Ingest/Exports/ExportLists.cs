using KneeLoad.Ingest.Archives;
using KneeLoad.Ingest.Exports.Apple;
using KneeLoad.Ingest.Exports.Tables;
using KneeLoad.Ingest.Exports.Values;

namespace KneeLoad.Ingest.Exports;

/// <summary>
/// Sports that lists beside the files of an account export name: a table of all activities (RunKeeper, Strava and others), or the
/// health export of a phone. Known by the name of the file that they speak of.
/// </summary>
public sealed class ExportLists
{
    private static readonly string[] Names = ["activities.csv", "cardioactivities.csv", "workouts.csv", "export.xml"];

    // A cloud folder packs an export once more; its lists lie in the archive within.
    private static readonly string[] Archives = [".zip", ".tgz", ".tar", ".tar.gz"];

    private readonly Dictionary<string, string> sports = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>No list.</summary>
    public static ExportLists None { get; } = new();

    /// <summary>Reads the lists of an archive; all its other files are passed over without being unpacked.</summary>
    /// <param name="content">The archive, or a file that is none. Must be able to seek; is left at its beginning, and stays open.</param>
    /// <param name="name">Its name.</param>
    /// <param name="limits">Null for <see cref="ArchiveLimits.Default"/>.</param>
    /// <returns>No list where the archive has none.</returns>
    public static ExportLists Read(Stream content, string name, ArchiveLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanSeek)
        {
            return None;
        }

        var lists = new ExportLists();
        foreach (var member in ArchiveReader.Members(
            content,
            name,
            limits,
            isWanted: path => IsList(path) || Array.Exists(Archives, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))))
        {
            if (member.Refusal is not null || !IsList(member.Name))
            {
                continue;
            }

            if (member.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            {
                AppleHealthReader.AddRoutes(member.Content.Span, lists.sports);
            }
            else
            {
                foreach (var (file, sport) in ActivityTable.Read(ExportFile.Text(member.Content.Span)).SportsByFile)
                {
                    lists.sports[file] = sport;
                }
            }
        }

        content.Position = 0;
        return lists;
    }

    /// <summary>The sport that a list names for a file.</summary>
    /// <param name="fileName">Name of the file, with or without the folders and the archive.</param>
    /// <returns>Null where no list names it.</returns>
    public string? SportOf(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return sports.GetValueOrDefault(ExportFile.NameOf(fileName));
    }

    /// <summary>Reads a file as a table of activities.</summary>
    /// <param name="member">The file.</param>
    /// <returns>Null where it is none.</returns>
    internal static ActivityTable? TableOf(ArchiveMember member)
    {
        var isNamed = IsList(member.Name) && member.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
        return isNamed || ActivityTable.IsOne(member.Content.Span) ? ActivityTable.Read(ExportFile.Text(member.Content.Span)) : null;
    }

    private static bool IsList(string path) => Array.Exists(Names, list => ExportFile.NameOf(path).Equals(list, StringComparison.OrdinalIgnoreCase));
}
