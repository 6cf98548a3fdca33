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

    /// <summary>So many bytes tell of a file what it is. [bytes]</summary>
    public static int BytesToTell { get; } = Math.Max(ExportReader.BytesToTell, ArchiveReader.BytesToTell);

    /// <summary>The limit of a file that begins so. [bytes]</summary>
    /// <param name="beginning">Its first <see cref="BytesToTell"/> bytes; fewer where it is shorter.</param>
    public static long LimitOf(ReadOnlySpan<byte> beginning) =>
        ExportReader.IsExport(beginning) ? ExportReader.Limit : OriginalStore.LimitOf(beginning);

    /// <summary>The line of an upload in a receipt.</summary>
    public static UploadReceiptLine LineOf(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return new(upload.FileName, upload.Id, upload.State == UploadState.Duplicate ? "duplicate" : "received", null);
    }

    /// <summary>The line of an export that was taken.</summary>
    public UploadReceiptLine LineOfExport(string name) => new(name, null, "taken", language["Uploads.Export.Taken"]);

    /// <summary>The sentence of a file that is larger than its limit.</summary>
    public string TooLargeWords(long limit) => language["Uploads.Refusal.TooLarge", ("size", language.Format.Bytes(limit))];

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
        var beginning = new byte[BytesToTell];
        var length = await content.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken);
        await using var whole = new BegunStream(beginning.AsMemory(0, length), content);
        var limit = LimitOf(beginning.AsSpan(0, length));
        using var file = await store.ReceiveAsync(whole, limit, cancellationToken);
        return file is null
            ? ReceivedFile.Refused(name, StatusCodes.Status413PayloadTooLarge, TooLargeWords(limit))
            : await TakeAsync(runnerId, batch, name, file, ExportReader.IsExport(beginning.AsSpan(0, length)), origin, cancellationToken);
    }

    /// <summary>Takes a file in that has arrived whole.</summary>
    /// <param name="runnerId">Its runner.</param>
    /// <param name="batch">Its batch.</param>
    /// <param name="name">Its name, as it may be shown.</param>
    /// <param name="file">The file.</param>
    /// <param name="isExport">Whether it is an export of ours.</param>
    /// <param name="origin">Its origin.</param>
    /// <param name="cancellationToken">Ends the taking before it is acknowledged.</param>
    /// <exception cref="AccountGoneException">The account was erased meanwhile.</exception>
    public async Task<ReceivedFile> TakeAsync(
        Guid runnerId, Guid batch, string name, IncomingFile file, bool isExport, UploadOrigin origin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
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
                StatusCodes.Status202Accepted, [LineOfExport(name), .. taken.Uploads.Select(LineOf)]),
            TakenExport.Outcome.WithoutConsent => ReceivedFile.Refused(name, Unfit, language["Uploads.Export.WithoutConsent"]),
            _ => ReceivedFile.Refused(name, Unfit, language["Uploads.Export.Foreign"]),
        };
    }
}

/// <summary>The outcome of taking one file in.</summary>
/// <param name="Status">202, or the status that its refusal has where nothing else came with it.</param>
/// <param name="Lines">A line for it, and one for each file of an export of ours.</param>
public sealed record ReceivedFile(int Status, IReadOnlyList<UploadReceiptLine> Lines)
{
    /// <summary>Whether it was taken.</summary>
    public bool IsTaken => Status is StatusCodes.Status202Accepted;

    /// <summary>A file that was refused.</summary>
    public static ReceivedFile Refused(string name, int status, string reason) => new(status, [new(name, null, "refused", reason)]);
}
