using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Data;

/// <summary>Finds and deletes the files without an activity that a runner's archives hold.</summary>
public static class RunlessFileRows
{
    /// <summary>Rows that are deleted together, so that others can write in between. [1]</summary>
    private const int Chunk = 2000;

    /// <summary>Those of one runner, found by the archives.</summary>
    public static IQueryable<RunlessFile> RunlessFilesOf(this KneeLoadDbContext db, Guid runnerId)
    {
        ArgumentNullException.ThrowIfNull(db);
        var uploads = db.Uploads.Where(upload => upload.RunnerId == runnerId).Select(upload => upload.Id);
        return db.RunlessFiles.Where(row => uploads.Contains(row.UploadId));
    }

    /// <summary>The number that each of some archives holds; one that holds none is not among them. [1]</summary>
    public static Task<Dictionary<Guid, int>> CountRunlessFilesAsync(
        this KneeLoadDbContext db, IReadOnlyCollection<Guid> uploads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.RunlessFiles.Where(row => uploads.Contains(row.UploadId))
            .GroupBy(row => row.UploadId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
    }

    /// <summary>Deletes some of a runner's.</summary>
    /// <returns>False when none was left.</returns>
    public static async Task<bool> DeleteSomeRunlessFilesAsync(this KneeLoadDbContext db, Guid runnerId, CancellationToken cancellationToken)
    {
        var next = await db.RunlessFilesOf(runnerId)
            .OrderBy(row => row.UploadId).ThenBy(row => row.Number)
            .Select(row => new { row.UploadId, row.Number })
            .FirstOrDefaultAsync(cancellationToken);
        if (next is null)
        {
            return false;
        }

        var end = next.Number + Chunk;
        return await db.RunlessFiles.Where(row => row.UploadId == next.UploadId && row.Number < end).ExecuteDeleteAsync(cancellationToken) > 0;
    }
}
