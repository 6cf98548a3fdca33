using KneeLoad.Web.Receiving;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>The content of the upload page.</summary>
/// <param name="Format">How this runner reads quantities and times.</param>
/// <param name="Waiting">Files that wait for their job. [1]</param>
/// <param name="Batches">A page of them, newest first.</param>
/// <param name="Page">The page that is shown, from 1. [1]</param>
/// <param name="Pages">Pages of batches. [1]</param>
/// <param name="Stored">What the runner stores. [bytes]</param>
/// <param name="MostStored">The most that a runner may store. [bytes]</param>
public sealed record UploadsView(
    RunnerFormat Format, int Waiting, IReadOnlyList<UploadsView.Batch> Batches, int Page, int Pages, long Stored, long MostStored)
{
    /// <summary>Files that were sent together, in one line.</summary>
    /// <param name="Counts">What became of them.</param>
    /// <param name="Only">The file, where it is the only one; else null.</param>
    public sealed record Batch(BatchCounts Counts, UploadedFile? Only);
}
