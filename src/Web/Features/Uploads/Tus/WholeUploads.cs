using KneeLoad.Web.Data;
using KneeLoad.Web.Exports;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Receiving;
using KneeLoad.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Uploads.Tus;

/// <summary>
/// Hands files that have come whole over to the store. Each step may be made again: a file becomes one upload, whatever ends the process
/// in between.
/// </summary>
internal sealed class WholeUploads(KneeLoadDbContext db, CurrentRunner runner, PartialUploads partials, FileReception reception)
{
    /// <summary>The limit that the first bytes of a file set for it; null while too few have come to tell. [bytes]</summary>
    public async Task<long?> LimitAsync(PartialUpload partial, CancellationToken cancellationToken) =>
        await BeginningAsync(partial, cancellationToken) is { } beginning && (partial.IsWhole || beginning.Length == FileReception.BytesToTell)
            ? FileReception.LimitOf(beginning)
            : null;

    /// <summary>Hands a whole file over.</summary>
    /// <returns>Null once it is an upload, else the refusal.</returns>
    public async Task<ReceivedFile?> HandOverAsync(PartialUpload partial, CancellationToken cancellationToken)
    {
        if (partial.Upload is not null)
        {
            return null;
        }

        var isThere = await db.Uploads.AnyAsync(upload => upload.Id == partial.Id, cancellationToken);
        if (isThere)
        {
            // The process ended between the commit and the note of it.
            partials.Finish(runner.Id, partial, partial.Id);
            return null;
        }

        var isExport = await BeginningAsync(partial, cancellationToken) is { } beginning && ExportReader.IsExport(beginning);
        var origin = UploadOrigin.Sent with { MayComeAgain = true, Partial = partial.Id };
        // Not disposed of on a fault: the bytes stay, and the next request tries once more.
        var file = await partials.WholeAsync(runner.Id, partial, cancellationToken);
        var taken = await reception.TakeAsync(runner.Id, partial.BatchId, partial.Name, file, isExport, origin, cancellationToken);
        if (!taken.IsTaken)
        {
            partials.Delete(runner.Id, partial.Id);
            return taken;
        }

        partials.Finish(runner.Id, partial, taken.Lines[0].Id ?? Guid.Empty);
        return null;
    }

    /// <summary>The line of a file that was handed over; null where its upload was undone.</summary>
    public async Task<UploadReceiptLine?> LineAsync(PartialUpload partial, CancellationToken cancellationToken)
    {
        if (partial.Upload == Guid.Empty)
        {
            return reception.LineOfExport(partial.Name);
        }

        var upload = await db.Uploads.AsNoTracking().SingleOrDefaultAsync(row => row.Id == partial.Upload && row.RunnerId == runner.Id, cancellationToken);
        return upload is null ? null : FileReception.LineOf(upload);
    }

    private async Task<byte[]?> BeginningAsync(PartialUpload partial, CancellationToken cancellationToken)
    {
        await using var bytes = partials.TryRead(runner.Id, partial.Id);
        if (bytes is null)
        {
            return null;
        }

        var beginning = new byte[FileReception.BytesToTell];
        var length = await bytes.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken);
        return beginning[..length];
    }
}
