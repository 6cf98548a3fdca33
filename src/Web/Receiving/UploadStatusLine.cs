using System.Text.Json.Serialization;
using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data.Entities;

namespace KneeLoad.Web.Receiving;

/// <summary>The state of one upload.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Batch">The batch that it came with.</param>
/// <param name="Name">Its name, as it may be shown.</param>
/// <param name="Bytes">Its size. [bytes]</param>
/// <param name="State">received, done, rejected, failed or duplicate.</param>
/// <param name="Reason">Why it was rejected, or what was odd; null when nothing.</param>
/// <param name="DuplicateOf">The upload with the same bytes; null when there is none.</param>
/// <param name="Runs">The first runs that came of it, or of the upload that it repeats.</param>
public sealed record UploadStatusLine(
    Guid Id, Guid Batch, string Name, long Bytes, UploadState State, string? Reason, Guid? DuplicateOf, IReadOnlyList<UploadStatusRun> Runs)
{
    /// <summary>Runs in all. [1]</summary>
    public int RunCount { get; init; } = Runs.Count;

    /// <summary>Whether any of them is taken for a run.</summary>
    [JsonIgnore]
    public bool HoldsRun { get; init; } = Runs.Any(run => run.Kind is RunKind.Run or RunKind.TakenForRun);

    /// <summary>Whether each of them repeats another.</summary>
    [JsonIgnore]
    public bool OnlyRepeats { get; init; } = Runs.Count > 0 && Runs.All(run => run.RepeatsAnother);
}
