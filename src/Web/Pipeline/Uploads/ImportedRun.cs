using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Web.Data.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Formats;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Pipeline.Renewal;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Words.Notes;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Uploads;

/// <summary>The second step: one activity of a file to the row of a run.</summary>
/// <param name="Id">The row's key.</param>
/// <param name="Ordinal">Number of the activity within its file, from 0.</param>
/// <param name="File">The file.</param>
/// <param name="Activity">The activity.</param>
internal sealed record ImportedRun(Guid Id, int Ordinal, ImportedFile File, Activity Activity)
{
    private const int LongestMemberName = 400;
    private const int LongestWarnings = 4000;

    /// <summary>The activities of a file, as they can have happened.</summary>
    /// <param name="runnerId">Whose.</param>
    /// <param name="contentHash">SHA-256 of the uploaded file, hex.</param>
    /// <param name="file">The file as it was read.</param>
    /// <param name="context">The runner's zone, and when the file was handed over.</param>
    public static IEnumerable<ImportedRun> Of(Guid runnerId, string contentHash, ImportedFile file, BeliefContext context) =>
        BelievedActivities.Of(file.Result.Activities, context).Select((activity, ordinal) =>
            new ImportedRun(RunKey.Of(runnerId, contentHash, file.Member, ordinal), ordinal, file, activity));

    /// <summary>Makes the row by the file alone.</summary>
    /// <param name="upload">The upload that it came with.</param>
    /// <param name="zone">The zone of runs whose file states no offset.</param>
    /// <param name="map">The map in use; null when there is none.</param>
    /// <returns>Null for an activity without any time.</returns>
    public Run? ToRow(Upload upload, DateTimeZone zone, MapIndex? map)
    {
        var row = new Run
        {
            Id = Id,
            RunnerId = upload.RunnerId,
            UploadId = upload.Id,
            MemberName = File.Name is null ? null : StoredText.Of(File.Name, LongestMemberName),
            Ordinal = Ordinal,
            ModelVersion = AnalysisVersion.Current,
            Warnings = Warnings(),
        };
        if (!Analyse(row, ToldRun.Nothing, zone))
        {
            return null;
        }

        row.Traces = TraceCodec.Pack(Traces.Of(Activity, row.Start));
        row.Ground = GroundStep.Ground(Activity, map);
        return row;
    }

    /// <summary>Writes all that follows from the file and the runner's word into the row, whatever stood there before.</summary>
    /// <param name="row">The row.</param>
    /// <param name="told">The runner's word on activities.</param>
    /// <param name="ways">The runner's word on ways.</param>
    /// <param name="zone">The zone of runs whose file states no offset.</param>
    public void Tell(Run row, ToldOfRuns told, GroundCorrections ways, DateTimeZone zone)
    {
        Analyse(row, told.Of(Id), zone);
        Complete(row, told, ways);
    }

    /// <summary>Writes what does not need the analysis: the mix of surfaces, and whether the row is left out or deleted.</summary>
    public void Complete(Run row, ToldOfRuns told, GroundCorrections ways)
    {
        row.Surface = GroundStep.Mix(Activity, row.Ground, row.MapId, ways, StoredJson.ReadMetrics(row.Metrics).Distance);
        Mark(row, told);
    }

    /// <summary>Marks the row as counted, left out or deleted.</summary>
    public static void Mark(Run row, ToldOfRuns told)
    {
        row.LeftOut = told.Has(row.Id, CorrectionKind.LeftOut);
        row.Deleted = told.Has(row.Id, CorrectionKind.Deleted);
        if (row.Deleted)
        {
            // The steps pass it by, so nothing of theirs may stay behind.
            (row.DuplicateOfId, row.Load) = (null, null);
        }
    }

    private bool Analyse(Run row, ToldRun told, DateTimeZone zone)
    {
        if (RunAnalysis.Analyse(Activity, zone, told) is not { } analysed)
        {
            return false;
        }

        var metrics = analysed.Metrics;
        row.Start = metrics.Start;
        row.End = metrics.Start + metrics.Elapsed;
        row.LocalDate = metrics.LocalDate;
        row.IsRun = metrics.IsRun;
        row.Metrics = StoredJson.Write(metrics);
        row.Cells = CellTableCodec.Encode(analysed.Cells);
        return true;
    }

    // That times name no zone is a note of plausibility already.
    private string? Warnings()
    {
        var warnings = File.Result.Warnings.Where(warning => warning.Kind is not RemarkKind.TimeWithoutZone).Select(warning => new PlacedRemark(warning));
        return StoredRemarks.Write(PlacedRemark.Of(File.Result) is { } reason ? warnings.Prepend(reason) : warnings, LongestWarnings);
    }
}
