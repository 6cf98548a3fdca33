using KneeLoad.Ingest.Archives;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Exports;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using KneeLoad.Web.Work;

namespace KneeLoad.Web.Receiving;

/// <summary>Takes one file in, whichever way it comes: it is safe on disk and in its row before anybody is told of it.</summary>
public sealed class FileReception(OriginalStore store, UploadRegister register, Quota quota, ExportReader exports, WorkBell bell, Language language)
{
    /// <summary>The sentence for a runner who has no room left.</summary>
    public string FullWords => language["Access.Quota.Full", ("most", language.Format.Bytes(quota.Most))];

    /// <summary>Takes a file in.</summary>
    /// <param name="runnerId">Its runner.</param>
    /// <param name="batch">Its batch.</param>
    /// <param name="name">Its name, as it may be shown.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="origin">Its origin.</param>
    /// <param name="cancellationToken">Ends the transfer.</param>
    /// <returns>A line for it, and one for each file of an export of ours.</returns>
    /// <exception cref="AccountGoneException">The account was erased meanwhile.</exception>
    public async Task<ReceivedFile> TakeAsync(
        Guid runnerId, Guid batch, string name, Stream content, UploadOrigin origin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var beginning = new byte[Math.Max(ExportReader.BytesToTell, ArchiveReader.BytesToTell)];
        var length = await content.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken);
        var isExport = ExportReader.IsExport(beginning.AsSpan(0, length));
        await using var whole = new BegunStream(beginning.AsMemory(0, length), content);
        var limit = isExport ? ExportReader.Limit : OriginalStore.LimitOf(beginning.AsSpan(0, length));
        using var file = await store.ReceiveAsync(whole, limit, cancellationToken);
        if (file is null)
        {
            var tooLarge = language["Uploads.Refusal.TooLarge", ("size", language.Format.Bytes(limit))];
            return ReceivedFile.Refused(name, StatusCodes.Status413PayloadTooLarge, tooLarge);
        }

        if (isExport)
        {
            return await TakeExportAsync(runnerId, batch, name, file, cancellationToken);
        }

        Upload upload;
        try
        {
            upload = await register.RegisterAsync(runnerId, batch, name, file, origin, cancellationToken);
        }
        catch (QuotaFullException)
        {
            return ReceivedFile.Refused(name, StatusCodes.Status413PayloadTooLarge, FullWords);
        }

        if (upload.State == UploadState.Received)
        {
            bell.Ring(runnerId);
        }

        return new(StatusCodes.Status202Accepted, [LineOf(upload)]);
    }

    private async Task<ReceivedFile> TakeExportAsync(Guid runnerId, Guid batch, string name, IncomingFile file, CancellationToken cancellationToken)
    {
        var taken = await exports.TakeAsync(runnerId, batch, file, cancellationToken);
        bell.Ring(runnerId);
        const int Unfit = StatusCodes.Status422UnprocessableEntity;
        return taken.What switch
        {
            TakenExport.Outcome.Taken => new(
                StatusCodes.Status202Accepted, [new(name, null, "taken", language["Uploads.Export.Taken"]), .. taken.Uploads.Select(LineOf)]),
            TakenExport.Outcome.WithoutConsent => ReceivedFile.Refused(name, Unfit, language["Uploads.Export.WithoutConsent"]),
            _ => ReceivedFile.Refused(name, Unfit, language["Uploads.Export.Foreign"]),
        };
    }

    private static UploadReceiptLine LineOf(Upload upload) =>
        new(upload.FileName, upload.Id, upload.State == UploadState.Duplicate ? "duplicate" : "received", null);
}

/// <summary>The outcome of taking one file in.</summary>
/// <param name="Status">202, or the status that its refusal has where nothing else came with it.</param>
/// <param name="Lines">A line for it, and one for each file of an export of ours.</param>
public sealed record ReceivedFile(int Status, IReadOnlyList<UploadReceiptLine> Lines)
{
    /// <summary>A file that was refused.</summary>
    public static ReceivedFile Refused(string name, int status, string reason) => new(status, [new(name, null, "refused", reason)]);
}
