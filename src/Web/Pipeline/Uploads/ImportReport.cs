using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Words.Notes;

namespace KneeLoad.Web.Pipeline.Uploads;

/// <summary>Counts what became of an upload's files, for what its runner is told of it.</summary>
/// <param name="before">What an earlier try has counted.</param>
internal sealed class ImportReport(UploadReport before)
{
    private const int NamedFiles = 10;
    private const int LongestReason = 2000;

    /// <summary>Nothing counted yet.</summary>
    public ImportReport()
        : this(UploadReport.Nothing)
    {
    }

    /// <summary>The counts so far.</summary>
    public UploadReport Tally { get; private set; } = before;

    /// <summary>The state in which the upload ended.</summary>
    public UploadState State => Tally.Runs > 0 ? UploadState.Done : UploadState.Rejected;

    /// <summary>The report as the upload's row keeps it; null when there is nothing to say.</summary>
    public string? Reason => StoredRemarks.Write(Tally, LongestReason);

    /// <summary>The report where reading ends before the last file.</summary>
    public ImportReport Cancelled() => new(Tally with { IsCancelled = true });

    /// <summary>Takes note of one file.</summary>
    /// <param name="file">What was read.</param>
    /// <param name="rows">How many runs came of it. [1]</param>
    public void Add(ImportedFile file, int rows)
    {
        var (name, result) = (file.Name, file.Result);
        if (result is { Status: ReadStatus.Partial, Activities.Count: 0 })
        {
            // A damaged archive itself, after its files: no file that could have been read.
            Tally = Tally with { Faults = Named([PlacedRemark.Of(result, name)!, .. Tally.Faults]), Faulty = Tally.Faulty + 1 };
            return;
        }

        Tally = Tally with { Files = Tally.Files + 1, Runs = Tally.Runs + rows };
        if (rows > 0 && name is not null && (ExportMakers.Of(name) ?? ExportMakers.Of(result.Format)) is { } origin && !Tally.Origins.Contains(origin))
        {
            Tally = Tally with { Origins = [.. Tally.Origins, origin] };
        }

        if (result.Reason is { Kind: RemarkKind.RunsInTableAlone or RemarkKind.RunsInTable, Number: { } listed })
        {
            var isAlone = result.Reason.Value.Kind is RemarkKind.RunsInTableAlone;
            Tally = Tally with { InTables = Tally.InTables + (isAlone ? (int)listed : 0), Listed = Tally.Listed + (isAlone ? 0 : (int)listed) };
        }
        else if (name is not null && result.Status is ReadStatus.LeftAside)
        {
            SetAside(name, result);
        }
        else if (FaultOf(result, rows, name) is { } fault)
        {
            Tally = Tally with { Unread = Tally.Unread + (rows == 0 ? 1 : 0), Faulty = Tally.Faulty + 1, Faults = Named([.. Tally.Faults, fault]) };
        }
    }

    /// <summary>An account export holds days, settings and pictures too; to name each would drown what matters.</summary>
    private void SetAside(string name, ReadResult result)
    {
        if (result.Fault is ReadFault.NoActivity)
        {
            Tally = Tally with { Daily = Tally.Daily + 1 };
            return;
        }

        Tally = Tally with { Foreign = Tally.Foreign + 1 };
        if (ExportMakers.Of(name) is { } maker && !Tally.Makers.Contains(maker))
        {
            Tally = Tally with { Makers = [.. Tally.Makers.Append(maker).Order()] };
        }
    }

    private static IReadOnlyList<PlacedRemark> Named(IEnumerable<PlacedRemark> faults) => [.. faults.Take(NamedFiles)];

    /// <summary>The fault of a file; null where runs came of it and it was read to its end.</summary>
    internal static PlacedRemark? FaultOf(ReadResult result, int rows, string? name) => result.Status switch
    {
        ReadStatus.Read when rows > 0 => null,
        ReadStatus.Read => new(RemarkKind.NoActivity, name),
        _ => PlacedRemark.Of(result, name),
    };
}
