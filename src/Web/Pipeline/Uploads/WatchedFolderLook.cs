using System.Security.Cryptography;
using KneeLoad.Ingest.Archives;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Notes;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Pipeline.Uploads;

/// <summary>
/// Takes files from watched folders. A file stays where it is until its upload has ended, and is moved aside then: whatever ends the
/// process in between, the next look finds its upload by its bytes. Nothing is deleted.
/// </summary>
internal sealed partial class WatchedFolderLook(
    KneeLoadDbContext db,
    WatchedFolders folders,
    StandingFiles standing,
    OriginalStore store,
    UploadRegister register,
    Quota quota,
    WorkBell bell,
    Language language,
    ILogger<WatchedFolderLook> logger) : ILook
{
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var folder in folders.All().Where(folder => Directory.Exists(folder.Path)))
        {
            var batch = Guid.CreateVersion7();
            foreach (var file in standing.Look(folder.Path, WatchedFiles.In(folder.Path)))
            {
                try
                {
                    await LookAsync(folder, file, batch, cancellationToken);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && !DiskFull.Is(exception))
                {
                    // One line a file: it may stay so for long.
                    if (!file.IsTold)
                    {
                        file.IsTold = true;
                        LogFault(folder.RunnerId, exception.GetType().Name);
                    }
                }
            }
        }
    }

    private async Task LookAsync(WatchedFolder folder, StandingFile file, Guid batch, CancellationToken cancellationToken)
    {
        if (file.Upload is null && await TakeAsync(folder, file, batch, cancellationToken) is { } refusal)
        {
            WatchedFiles.MoveAside(folder.Path, file.Path, WatchedFiles.Refused, refusal);
            return;
        }

        var upload = await db.Uploads.AsNoTracking().SingleOrDefaultAsync(row => row.Id == file.Upload, cancellationToken);
        switch (upload?.State)
        {
            case UploadState.Done or UploadState.Duplicate or UploadState.Kept:
                WatchedFiles.MoveAside(folder.Path, file.Path, WatchedFiles.Read, reason: null);
                break;
            case UploadState.Rejected:
                var format = (await db.ReadRunnerAsync(folder.RunnerId, cancellationToken)).Format(language);
                WatchedFiles.MoveAside(folder.Path, file.Path, WatchedFiles.Refused, UploadReportWords.Of(upload.Reason, format) ?? "");
                break;
            default:
                // It is read yet, or waits for somebody to mend the fault.
                break;
        }
    }

    // The words of the refusal; null where the file is an upload from now on.
    private async Task<string?> TakeAsync(WatchedFolder folder, StandingFile file, Guid batch, CancellationToken cancellationToken)
    {
        await using var content = WatchedFiles.Open(folder.Path, file.Path) ?? throw new IOException("The file lies behind a link.");
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        var known = await db.Uploads.AsNoTracking()
            .SingleOrDefaultAsync(row => row.RunnerId == folder.RunnerId && row.ContentHash == hash && row.DuplicateOfId == null, cancellationToken);
        if (known is not null && (known.State is not (UploadState.Rejected or UploadState.Failed) || known.Finished >= file.Since))
        {
            file.Upload = known.Id;
            return null;
        }

        content.Position = 0;
        var beginning = new byte[ArchiveReader.BytesToTell];
        var length = await content.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        var limit = OriginalStore.LimitOf(beginning.AsSpan(0, length));
        using var incoming = await store.ReceiveAsync(content, limit, cancellationToken);
        if (incoming is null)
        {
            return language["Uploads.Refusal.TooLarge", ("size", language.Format.Bytes(limit))];
        }

        try
        {
            var name = ShownName.Of(Path.GetFileName(file.Path));
            file.Upload = (await register.RegisterAsync(folder.RunnerId, batch, name, incoming, cancellationToken)).Id;
            bell.Ring(folder.RunnerId);
            return null;
        }
        catch (QuotaFullException)
        {
            return language["Access.Quota.Full", ("most", language.Format.Bytes(quota.Most))];
        }
        catch (AccountGoneException exception)
        {
            folders.Forget(folder.RunnerId);
            throw new IOException("The account is gone.", exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A file in the watched folder of {Runner} cannot be taken or moved aside ({Fault}). It stays, and is looked at again.")]
    private partial void LogFault(Guid runner, string fault);
}
