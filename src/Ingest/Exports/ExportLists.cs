using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Archives;
using KneeLoad.Ingest.Exports.Apple;
using KneeLoad.Ingest.Exports.Json;
using KneeLoad.Ingest.Exports.Tables;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Exports;

/// <summary>
/// The words of some files of an account export on the others: the sport of a recording (RunKeeper, Strava and others), the totals of a
/// run whose curves lie in files of their own (Samsung, Suunto), the workouts of a phone (Apple). Read before the files themselves.
/// </summary>
public sealed class ExportLists
{
    private static readonly string[] Tables = ["activities.csv", "cardioactivities.csv", "workouts.csv"];

    private static readonly string[] LongLists = ["motion path detail data", "hitrack"];

    // A cloud folder packs an export once more; its lists lie in the archive within.
    private static readonly string[] Archives = [".zip", ".tgz", ".tar", ".tar.gz"];

    private readonly Dictionary<string, string> sports = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, AppleHealthExport> phones = new(StringComparer.Ordinal);
    private readonly SamsungExport samsung = new();
    private readonly SuuntoPairs suunto = new();

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
        foreach (var member in ArchiveReader.Members(content, name, limits, lists.FirstUse))
        {
            lists.Take(member);
        }

        if (lists.phones.Count > 0 || lists.samsung.HasPairs)
        {
            foreach (var member in ArchiveReader.Members(content, name, limits, lists.SecondUse))
            {
                lists.TakeAgain(member);
            }
        }

        content.Position = 0;
        return lists;
    }

    /// <summary>The part of a file that is asked for by who reads the archive once these lists are known.</summary>
    /// <param name="path">The file's name with its archive.</param>
    public MemberUse UseOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return phones.ContainsKey(path) || (phones.Count > 0 && IsClinical(path)) ? MemberUse.Name
            : IsLongList(path) ? MemberUse.Stream
            : MemberUse.Whole;
    }

    /// <summary>The sport that a list names for a file.</summary>
    /// <param name="fileName">Name of the file, with or without the folders and the archive.</param>
    /// <returns>Null where no list names it.</returns>
    public string? SportOf(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return sports.GetValueOrDefault(ExportFile.NameOf(fileName));
    }

    /// <summary>Whether the archive has a file of a name, without folders.</summary>
    internal bool HasFile(string name) => files.Contains(name);

    /// <summary>The content of a file that was read as a list, or speaks only together with one.</summary>
    /// <returns>Null for every other file.</returns>
    internal ReadResult? ResultOf(ArchiveMember member) => phones.TryGetValue(member.Name, out var phone)
        ? phone.Runs(HasFile)
        : phones.Count > 0 && IsClinical(member.Name)
            ? ReadResult.LeftAside(ReadFault.NoActivity, RemarkKind.NoActivity, ActivityFormat.AppleHealth)
            : samsung.ResultOf(member) ?? suunto.ResultOf(member);

    /// <summary>A recording with what the lists know of it.</summary>
    internal Activity Joined(string path, Activity recording)
    {
        var named = SportOf(path) is { } sport ? recording with { ListedSport = sport } : recording;
        return phones.Values.Select(phone => phone.Joined(path, named)).FirstOrDefault(joined => joined is not null) ?? named;
    }

    /// <summary>Reads a file as a table of activities.</summary>
    /// <param name="member">The file.</param>
    /// <returns>Null where it is none.</returns>
    internal static ActivityTable? TableOf(ArchiveMember member) =>
        IsTable(member.Name) || ActivityTable.IsOne(member.Content.Span) ? ActivityTable.Read(ExportFile.Text(member.Content.Span)) : null;

    private MemberUse FirstUse(string path)
    {
        files.Add(ExportFile.NameOf(path));
        samsung.Note(path);
        suunto.Note(path);
        return SamsungExport.IsTable(path) || SuuntoPairs.IsSummary(path) || IsTable(path) || IsArchive(path) ? MemberUse.Whole
            : IsPhone(path) ? MemberUse.Stream
            : MemberUse.None;
    }

    private MemberUse SecondUse(string path) => IsArchive(path) || samsung.IsHalf(path) ? MemberUse.Whole
        : phones.ContainsKey(path) ? MemberUse.Stream
        : MemberUse.None;

    private void Take(ArchiveMember member)
    {
        if (member.Refusal is not null)
        {
            return;
        }

        if (member.Stream is { } stream)
        {
            TakePhone(member.Name, stream);
        }
        else if (SamsungExport.IsTable(member.Name))
        {
            samsung.Read(member);
        }
        else if (SuuntoPairs.IsSummary(member.Name))
        {
            suunto.Read(member);
        }
        else if (IsTable(member.Name))
        {
            foreach (var (file, sport) in ActivityTable.Read(ExportFile.Text(member.Content.Span)).SportsByFile)
            {
                sports[file] = sport;
            }
        }
    }

    private void TakeAgain(ArchiveMember member)
    {
        if (member.Stream is { } stream)
        {
            phones[member.Name].Measure(stream);
        }
        else if (member.Refusal is null && samsung.IsHalf(member.Name))
        {
            samsung.Keep(member);
        }
    }

    private void TakePhone(string name, Stream stream)
    {
        if (AppleHealthExport.Read(stream) is { } phone)
        {
            phones[name] = phone;
        }
    }

    private static bool IsTable(string path) => Array.Exists(Tables, list => ExportFile.NameOf(path).Equals(list, StringComparison.OrdinalIgnoreCase));

    private static bool IsArchive(string path) => Array.Exists(Archives, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // The file's name is in the phone's language, the folder's is not.
    private static bool IsPhone(string path) => path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !IsClinical(path)
        && (ExportFile.NameOf(path).Equals("export.xml", StringComparison.OrdinalIgnoreCase)
            || path.Contains("apple_health_export", StringComparison.OrdinalIgnoreCase));

    // All activities of years in one file.
    private static bool IsLongList(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        && Array.Exists(LongLists, list => ExportFile.NameOf(path).StartsWith(list, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a file says the same as an export of a phone once more, as a clinical document.</summary>
    private static bool IsClinical(string path) => path.EndsWith("_cda.xml", StringComparison.OrdinalIgnoreCase);
}
