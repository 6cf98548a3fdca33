using KneeLoad.Ingest.Activities;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Words.Notes;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline.Uploads;

/// <summary>Makes and stores the rows of an archive's files that no activity came of.</summary>
internal static class RunlessFiles
{
    private const int LongestName = 400;
    private const int LongestReason = 1000;

    /// <summary>Makes the row of one file.</summary>
    /// <param name="upload">The upload that it came with.</param>
    /// <param name="file">What was read.</param>
    /// <param name="activities">How many activities came of it. [1]</param>
    /// <returns>Null for a file with activities, which are its rows, and for an upload that is no archive.</returns>
    public static RunlessFile? RowOf(Upload upload, ImportedFile file, int activities)
    {
        // A damaged archive stands in the report: it is none of its files.
        if (activities > 0 || file.Name is null || file.Result is { Status: ReadStatus.Partial, Activities.Count: 0 })
        {
            return null;
        }

        var isAside = file.Result.Status is ReadStatus.LeftAside;
        var reason = isAside
            ? file.Result.Reason is { } why ? new PlacedRemark(why) : null
            : ImportReport.FaultOf(file.Result, activities, name: null);
        return new()
        {
            UploadId = upload.Id,
            Number = file.Member,
            RunnerId = upload.RunnerId,
            Name = StoredText.Of(file.Name, LongestName),
            State = isAside ? RunlessState.LeftAside : RunlessState.Unread,
            Reason = reason is null ? null : StoredRemarks.Write([reason], LongestReason),
        };
    }

    /// <summary>Brings the stored rows of some files in line with what was read of them; what is unchanged is not written. The caller saves.</summary>
    /// <param name="db">The database.</param>
    /// <param name="upload">The archive.</param>
    /// <param name="first">Number of the first file.</param>
    /// <param name="last">Number of the last file.</param>
    /// <param name="rows">The rows of those in between.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task PutAsync(
        KneeLoadDbContext db, Guid upload, int first, int last, IReadOnlyList<RunlessFile> rows, CancellationToken cancellationToken)
    {
        var stored = await db.RunlessFiles
            .Where(row => row.UploadId == upload && row.Number >= first && row.Number <= last)
            .ToDictionaryAsync(row => row.Number, cancellationToken);
        foreach (var row in rows)
        {
            if (stored.Remove(row.Number, out var known))
            {
                (known.Name, known.State, known.Reason) = (row.Name, row.State, row.Reason);
            }
            else
            {
                db.RunlessFiles.Add(row);
            }
        }

        db.RunlessFiles.RemoveRange(stored.Values);
    }
}
