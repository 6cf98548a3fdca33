using KneeLoad.Web.Data;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>Gives an original back, byte for byte, under the name that it came with.</summary>
internal static class DownloadOriginal
{
    public static async Task<IResult> HandleAsync(
        Guid id, KneeLoadDbContext db, CurrentRunner runner, OriginalStore store, CancellationToken cancellationToken)
    {
        var upload = await db.Uploads.AsNoTracking()
            .Where(row => row.Id == id && row.RunnerId == runner.Id)
            .Select(row => new { row.ContentHash, row.FileName })
            .SingleOrDefaultAsync(cancellationToken);
        if (upload is null)
        {
            return Results.NotFound();
        }

        try
        {
            return Results.Stream(await store.OpenVerifiedAsync(runner.Id, upload.ContentHash, cancellationToken), "application/octet-stream", upload.FileName);
        }
        catch (Exception exception) when (exception is DamagedOriginalException or FileNotFoundException or DirectoryNotFoundException)
        {
            // Something of the runner's is lost, and the page says so.
            return Results.StatusCode(StatusCodes.Status410Gone);
        }
    }
}
