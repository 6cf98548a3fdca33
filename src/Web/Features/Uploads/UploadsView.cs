using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>The content of the upload page.</summary>
/// <param name="Only">The one batch that was asked for; null for the latest uploads.</param>
/// <param name="Format">How this runner reads quantities and times.</param>
/// <param name="Waiting">Files that wait for their job. [1]</param>
/// <param name="Batches">Newest first.</param>
/// <param name="Stored">What the runner stores. [bytes]</param>
/// <param name="MostStored">The most that a runner may store. [bytes]</param>
public sealed record UploadsView(Guid? Only, RunnerFormat Format, int Waiting, IReadOnlyList<UploadsView.Batch> Batches, long Stored, long MostStored)
{
    /// <summary>Files that were sent together, and are undone together.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="Received">When the first of them was safe.</param>
    /// <param name="Total">Files of it. [1]</param>
    /// <param name="Waiting">Files of it that wait. [1]</param>
    /// <param name="Files">In the order in which they came, the first ones.</param>
    public sealed record Batch(Guid Id, Instant Received, int Total, int Waiting, IReadOnlyList<UploadedFile> Files)
    {
        /// <summary>From this many files on, those that were read without a word fold away.</summary>
        private const int Many = 12;

        /// <summary>The files that are listed at once.</summary>
        public IReadOnlyList<UploadedFile> Open => Files.Count < Many ? Files : [.. Files.Where(file => !file.IsUnremarkable)];

        /// <summary>The files that fold away.</summary>
        public IReadOnlyList<UploadedFile> Folded => Files.Count < Many ? [] : [.. Files.Where(file => file.IsUnremarkable)];

        /// <summary>The files by what became of them: 12 files, 10 read, 2 duplicates.</summary>
        public string SummaryIn(Language say)
        {
            ArgumentNullException.ThrowIfNull(say);
            if (Total > Files.Count)
            {
                return say["Uploads.ListedOf", ("listed", say.Format.Number(Files.Count, 0)), ("all", say.Format.Number(Total, 0))];
            }

            return string.Join(", ", Files
                .GroupBy(file => file.State)
                .Select(group => say.Count("Uploads.Count." + group.Key, group.Count()))
                .Prepend(say.Count("Uploads.Count.Files", Files.Count)));
        }
    }
}
