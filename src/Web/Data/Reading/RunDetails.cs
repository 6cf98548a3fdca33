using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Formats;

namespace KneeLoad.Web.Data.Reading;

/// <summary>Everything that the page of one run shows.</summary>
/// <param name="Id">Its key.</param>
/// <param name="UploadId">The upload that it came with; its original can be fetched.</param>
/// <param name="ByHand">True when the runner added it by hand.</param>
/// <param name="FileName">Name of the uploaded file, with the archive's member where there is one.</param>
/// <param name="Metrics">What the file says.</param>
/// <param name="Load">What it did against the baseline; null until that step has run.</param>
/// <param name="Surface">What it was run on; null when no map has been asked.</param>
/// <param name="Traces">Columns for its charts.</param>
/// <param name="DuplicateOfId">The run that it repeats; null when it counts.</param>
/// <param name="Corrections">What the runner told of it.</param>
/// <param name="Warnings">What the reader found odd, without words (StoredRemarks); null for nothing.</param>
/// <param name="ModelVersion">Version of the model that it was analysed with.</param>
public sealed record RunDetails(
    Guid Id,
    Guid UploadId,
    bool ByHand,
    string FileName,
    RunMetrics Metrics,
    RunLoad? Load,
    SurfaceMix? Surface,
    RunTraces Traces,
    Guid? DuplicateOfId,
    IReadOnlyList<RunCorrection> Corrections,
    string? Warnings,
    string ModelVersion);
