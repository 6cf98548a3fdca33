using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Archives;
using KneeLoad.Ingest.Exports;
using KneeLoad.Ingest.Exports.Apple;
using KneeLoad.Ingest.Exports.Json;
using KneeLoad.Ingest.Exports.Kml;
using KneeLoad.Ingest.Exports.Tables;
using KneeLoad.Ingest.Fit;
using KneeLoad.Ingest.Gpx;
using KneeLoad.Ingest.Plausibility.Kinds;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Tcx;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest;

/// <summary>The door: tells the format of a file by its content and has it read.</summary>
public static class ActivityReader
{
    /// <summary>Reads one file that is no archive.</summary>
    /// <param name="content">The whole file.</param>
    /// <returns>What was read, or why nothing was. Never null; no content makes it throw.</returns>
    public static ReadResult Read(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            return ReadResult.Rejected(ReadFault.Empty, RemarkKind.FileEmpty, byteOffset: 0);
        }

        if (FitReader.IsFit(content))
        {
            return FitReader.Read(content);
        }

        if (JsonExport.Read(content) is { } export)
        {
            return OfRuns(export);
        }

        return XmlContent.RootName(content, out var fault) switch
        {
            GpxReader.RootName => GpxReader.Read(content),
            TcxReader.RootName => TcxReader.Read(content),
            KmlReader.RootName => KmlReader.Read(content),
            _ when fault is { Kind: ReadFault.DoctypeRefused } && AppleHealthReader.IsExport(content) => AppleHealthReader.Read(content),
            AppleHealthReader.RootName => AppleHealthReader.Read(content),
            _ when fault is { Kind: ReadFault.DoctypeRefused } refused => ReadResult.Rejected(refused.Kind, refused.Reason, line: refused.Line),
            _ => ReadResult.Rejected(ReadFault.UnknownFormat, RemarkKind.FormatUnknown, byteOffset: 0),
        };
    }

    /// <summary>Reads a file or every file of an archive (zip, gzip), one after the other.</summary>
    /// <param name="content">The file or archive. Stays open.</param>
    /// <param name="name">Its name; a member of an archive is named <c>archive.zip!/path</c>.</param>
    /// <returns>One result a file, read when it is asked for. No content makes it throw.</returns>
    /// <exception cref="IOException">The stream itself cannot be read.</exception>
    public static IEnumerable<(string Name, ReadResult Result)> ReadAll(Stream content, string name)
    {
        // An iterator, so that the stream is read only when it is asked for.
        var lists = ExportLists.Read(content, name);
        foreach (var member in ArchiveReader.Members(content, name, use: lists.UseOf))
        {
            yield return (member.Name, Read(member, lists, isWhole: string.Equals(member.Name, name, StringComparison.Ordinal)));
        }
    }

    /// <summary>Reads one file of an archive. A file that is no recording is left aside there, where it would be refused on its own.</summary>
    /// <param name="member">The file.</param>
    /// <param name="lists">The lists of its archive.</param>
    /// <param name="isWhole">True when it is no member of an archive.</param>
    public static ReadResult Read(ArchiveMember member, ExportLists lists, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(lists);
        if (lists.ResultOf(member) is { } known)
        {
            return OfRuns(known);
        }

        var result = member.Refusal ?? (member.Stream is { } stream ? ReadLong(stream) : Read(member.Content.Span));
        if (result is { Status: ReadStatus.Rejected, Fault: ReadFault.UnknownFormat })
        {
            result = TableExport.Read(member, lists.HasFile) is { } table && OfRuns(table) is { Activities.Count: > 0 } runs ? runs
                : InTable(member) is { } listed ? ReadResult.Rejected(ReadFault.UnknownFormat, listed)
                : result;
        }

        if (!isWhole && result is { Status: ReadStatus.Rejected, Fault: ReadFault.UnknownFormat or ReadFault.Empty })
        {
            return result with { Status = ReadStatus.LeftAside };
        }

        return result.Activities.Count > 0
            ? result with { Activities = [.. result.Activities.Select(activity => lists.Joined(member.Name, activity))] }
            : result;
    }

    /// <summary>Reads a list of any length.</summary>
    private static ReadResult ReadLong(Stream content) => JsonExport.Read(content) is { } list
        ? OfRuns(list)
        : ReadResult.Rejected(ReadFault.UnknownFormat, RemarkKind.FormatUnknown, byteOffset: 0);

    /// <summary>
    /// A file of an export with the activities that may be runs. The others are left aside; one of a kind that nobody knows stays,
    /// and counts nowhere.
    /// </summary>
    private static ReadResult OfRuns(ReadResult export)
    {
        if (export is { Format: ActivityFormat.GarminExport } or { Status: not (ReadStatus.Read or ReadStatus.Partial) })
        {
            return export;
        }

        var runs = export.Activities.Where(MayBeRun).ToList();
        return (runs.Count, export) switch
        {
            ( > 0, _) => export with { Activities = [.. runs.Select(Named)] },
            (_, { Status: ReadStatus.Partial }) => export with { Status = ReadStatus.Rejected, Activities = [] },
            _ => ReadResult.LeftAside(
                ReadFault.NoActivity, export.Activities.Count > 0 ? RemarkKind.ExportHoldsNoRun : RemarkKind.NoActivity, export.Format),
        };
    }

    /// <summary>A run whose maker has a word of its own for it.</summary>
    private static Activity Named(Activity run) =>
        run.Sport is null && SportWords.OfSport(run.SportText) is SportAnswer.Run ? run with { Sport = "running" } : run;

    /// <summary>Whether an activity is a run as its file and the list beside it say, or of a kind that nobody knows.</summary>
    internal static bool MayBeRun(Activity activity) => activity.Sport switch
    {
        null => SportWords.OfSport(activity.SportText ?? activity.ListedSport) is SportAnswer.Run or SportAnswer.SaysNothing,
        "running" or "unknown" => true,
        _ => false,
    };

    /// <summary>The runs that stand in a table of activities and have no file; null where it is no table, or there are none.</summary>
    private static Remark? InTable(ArchiveMember member)
    {
        if (ExportLists.TableOf(member) is not { } table
            || table.WithoutFile.Count(sport => SportWords.OfSport(sport) is SportAnswer.Run) is not (> 0 and var runs))
        {
            return null;
        }

        return new(table.SportsByFile.Count > 0 ? RemarkKind.RunsInTableAlone : RemarkKind.RunsInTable, runs);
    }
}
