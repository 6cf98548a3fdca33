using KneeLoad.Ingest.Activities;
using KneeLoad.Web.Data.Entities;

namespace KneeLoad.Web.Pipeline;

/// <summary>What is said to the runner of an upload: how it ended, and which files of it could not be read.</summary>
internal sealed class ImportReport
{
    private const int NamedFiles = 10;
    private const int LongestReason = 2000;

    private readonly List<string> faults = [];
    private int unread;
    private int foreign;
    private int files;
    private int runs;

    /// <summary>Takes note of one file.</summary>
    /// <param name="file">What was read.</param>
    /// <param name="rows">How many runs came of it. [1]</param>
    public void Add(ImportedFile file, int rows)
    {
        if (file.Result is { Status: ReadStatus.Partial, Activities.Count: 0 })
        {
            // A damaged archive itself, after its files: no file that could have been read.
            faults.Insert(0, Named(file, file.Result.Reason ?? string.Empty));
            return;
        }

        files++;
        runs += rows;
        if (file is { Name: not null, Result.Fault: ReadFault.UnknownFormat or ReadFault.Empty })
        {
            // An account export holds pictures and settings too; to name each would drown what matters.
            foreign++;
            return;
        }

        if (Fault(file.Result, rows) is { } fault)
        {
            unread += rows == 0 ? 1 : 0;
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
                lines.Add($"{unread} of {files} files could not be read.");
            }

            if (foreign > 0)
            {
                lines.Add($"{foreign} of {files} files are no watch files and were left aside.");
            }

            lines.AddRange(faults.Take(NamedFiles));
            if (faults.Count > NamedFiles)
            {
                lines.Add($"And {faults.Count - NamedFiles} more.");
            }

            return lines.Count > 0 ? PlainText.Of(string.Join('\n', lines), LongestReason) : runs > 0 ? null : "There is no activity in it.";
        }
    }

    private static string Named(ImportedFile file, string fault) => file.Name is { } name ? $"{name}: {fault}" : fault;

    private static string? Fault(ReadResult result, int rows) => result switch
    {
        { Status: ReadStatus.Read } when rows > 0 => null,
        { Status: ReadStatus.Read } => "There is no activity with a time in it.",
        { ByteOffset: { } offset } => $"{result.Reason} (at byte {offset})",
        { Line: { } line } => $"{result.Reason} (in line {line})",
        _ => result.Reason,
    };
}
