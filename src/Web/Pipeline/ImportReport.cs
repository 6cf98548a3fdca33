using System.Globalization;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Shared.Notes;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Pipeline;

/// <summary>What was counted of an upload's files so far.</summary>
/// <param name="Faults">Of the files that are named.</param>
/// <param name="Faulty">Files with a fault, named or not. [1]</param>
/// <param name="Makers">Makers of what could not be read.</param>
/// <param name="Unread">Files without a run. [1]</param>
/// <param name="Daily">Files of other days' values. [1]</param>
/// <param name="Foreign">Files of other kinds. [1]</param>
/// <param name="Files">Files in all. [1]</param>
/// <param name="Runs">Runs in all. [1]</param>
internal sealed record ImportTally(IReadOnlyList<string> Faults, int Faulty, IReadOnlyList<ExportMaker> Makers, int Unread, int Daily, int Foreign, int Files, int Runs);

/// <summary>What is said to the runner of an upload: how it ended, and which files of it could not be read.</summary>
/// <param name="say">The language of the runner.</param>
internal sealed class ImportReport(Language say)
{
    private const int NamedFiles = 10;
    private const int LongestReason = 2000;

    private readonly List<string> faults = [];
    private readonly SortedSet<ExportMaker> makers = [];
    private int faulty;
    private int unread;
    private int daily;
    private int foreign;
    private int files;
    private int runs;

    /// <summary>Goes on after what an earlier try has counted.</summary>
    public ImportReport(Language say, ImportTally tally)
        : this(say)
    {
        faults.AddRange(tally.Faults);
        makers.UnionWith(tally.Makers);
        (faulty, unread, daily, foreign, files, runs) = (tally.Faulty, tally.Unread, tally.Daily, tally.Foreign, tally.Files, tally.Runs);
    }

    /// <summary>What was counted so far.</summary>
    public ImportTally Tally => new([.. faults.Take(NamedFiles)], faulty, [.. makers], unread, daily, foreign, files, runs);

    /// <summary>Takes note of one file.</summary>
    /// <param name="file">What was read.</param>
    /// <param name="rows">How many runs came of it. [1]</param>
    public void Add(ImportedFile file, int rows)
    {
        if (file.Result is { Status: ReadStatus.Partial, Activities.Count: 0 })
        {
            // A damaged archive itself, after its files: no file that could have been read.
            faulty++;
            faults.Insert(0, Named(file, file.Result.Reason ?? string.Empty));
            return;
        }

        files++;
        runs += rows;
        if (file is { Name: { } name, Result.Status: ReadStatus.LeftAside })
        {
            // An account export holds days, settings and pictures too; to name each would drown what matters.
            daily += file.Result.Fault == ReadFault.NoActivity ? 1 : 0;
            foreign += file.Result.Fault == ReadFault.NoActivity ? 0 : 1;
            if (file.Result.Fault != ReadFault.NoActivity && ExportMakers.Of(name) is { } maker)
            {
                makers.Add(maker);
            }

            return;
        }

        if (Fault(file.Result, rows) is { } fault)
        {
            unread += rows == 0 ? 1 : 0;
            faulty++;
            faults.Add(Named(file, fault));
        }
    }

    /// <summary>How the upload ended.</summary>
    public UploadState State => runs > 0 ? UploadState.Done : UploadState.Rejected;

    /// <summary>What to say of it; null when there is nothing to say.</summary>
    public string? Reason
    {
        get
        {
            List<string> lines = [];
            if (files > 1 && unread > 0)
            {
                lines.Add(say["Uploads.Report.Unread", ("unread", Number(unread)), ("files", Number(files))]);
            }

            lines.AddRange(faults.Take(NamedFiles));
            if (faulty > NamedFiles)
            {
                lines.Add(say["Uploads.Report.More", ("count", Number(faulty - NamedFiles))]);
            }

            // Garmin's runs are watch files but for those entered by hand.
            lines.AddRange(makers.Where(maker => maker is not (ExportMaker.Garmin or ExportMaker.Apple) || runs == 0).Select(maker => ExportWords.Of(maker, say)));
            if (LeftAside is { } left)
            {
                lines.Add(left);
            }

            return lines.Count > 0 ? PlainText.Of(string.Join('\n', lines), LongestReason) : runs > 0 ? null : say["Uploads.Report.NoActivity"];
        }
    }

    private string? LeftAside => (daily, foreign) switch
    {
        (0, 0) => null,
        (_, 0) => Aside(Daily),
        (0, _) => Aside(Foreign),
        _ => Aside(say["Uploads.Report.LeftAside.Both", ("daily", Daily), ("foreign", Foreign)]),
    };

    private string Daily => say.Count("Uploads.Report.Daily", daily);

    private string Foreign => say.Count("Uploads.Report.Foreign", foreign);

    private string Aside(string what) => say["Uploads.Report.LeftAside", ("what", what)];

    private string Number(int count) => say.Format.Number(count, 0);

    private string Named(ImportedFile file, string fault) => file.Name is { } name ? say["Uploads.Report.Named", ("name", name), ("fault", fault)] : fault;

    private string? Fault(ReadResult result, int rows) => result switch
    {
        { Status: ReadStatus.Read } when rows > 0 => null,
        { Status: ReadStatus.Read } => say["Uploads.Report.NoActivity"],
        { ByteOffset: { } offset } => say["Uploads.Report.AtByte", ("fault", result.Reason ?? ""), ("byte", offset.ToString(CultureInfo.InvariantCulture))],
        { Line: { } line } => say["Uploads.Report.InLine", ("fault", result.Reason ?? ""), ("line", line.ToString(CultureInfo.InvariantCulture))],
        _ => result.Reason,
    };
}
