using KneeLoad.Web.Identity;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Antiforgery;

namespace KneeLoad.Web.Receiving;

/// <summary>Takes the files of one request in as they stream: the form of the pages, and that of the API.</summary>
internal sealed class Reception(CurrentRunner runner, UploadForm form, FileReception files, Quota quota, Language language)
{
    /// <summary>Most files of one request. [1]</summary>
    public const int MostFiles = 1000;

    /// <summary>Largest request: the largest archive in its form. [bytes]</summary>
    public const long RequestLimit = OriginalStore.ArchiveLimit + (1 << 20);

    /// <summary>Bytes of a form that are no file: a request so much larger than the room left may still fit. [bytes]</summary>
    private const long FormAround = 4096;

    /// <summary>The result code of a stream's own faults, as against those of the disk, which carry the system's number.</summary>
    private const int NotOfTheDisk = unchecked((int)0x80131620);

    /// <summary>Takes the files of one request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="named">The batch that they belong to, where several requests bring one; null for one of their own.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<Received> TakeAsync(HttpContext context, Guid? named, CancellationToken cancellationToken)
    {
        // Before a byte of the body is read, so that a full runner costs nothing.
        if (await quota.UsedAsync(runner.Id, cancellationToken) + Math.Max(1, (context.Request.ContentLength ?? 0) - FormAround) > quota.Most)
        {
            return new(StatusCodes.Status413PayloadTooLarge, files.FullWords, null);
        }

        try
        {
            return await TakeFilesAsync(context, named, cancellationToken);
        }
        catch (AntiforgeryValidationException)
        {
            return Refusal("Uploads.Refusal.Stale", StatusCodes.Status400BadRequest);
        }
        catch (AccountGoneException)
        {
            return Refusal("Uploads.Refusal.Stale", StatusCodes.Status401Unauthorized);
        }
        catch (BadHttpRequestException exception)
        {
            return Refusal("Uploads.Refusal.Request", exception.StatusCode);
        }
        catch (Exception exception) when (DiskFull.Is(exception))
        {
            return Refusal("Uploads.Refusal.Room", StatusCodes.Status507InsufficientStorage);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException { HResult: NotOfTheDisk })
        {
            return Refusal("Uploads.Refusal.Ended", StatusCodes.Status400BadRequest);
        }
    }

    private async Task<Received> TakeFilesAsync(HttpContext context, Guid? named, CancellationToken cancellationToken)
    {
        var origin = UploadOrigin.Sent with { MayComeAgain = named is not null };
        var batch = named ?? Guid.CreateVersion7();
        var lines = new List<UploadReceiptLine>();
        var (file, refused) = (0, StatusCodes.Status413PayloadTooLarge);
        await foreach (var (name, content) in form.FilesAsync(context, cancellationToken))
        {
            // A form that is sent without choosing a file has one part without name and bytes.
            if (name.Length == 0)
            {
                continue;
            }

            var taken = file < MostFiles
                ? await files.TakeAsync(runner.Id, batch, ShownName.Of(name), content, origin, cancellationToken)
                : ReceivedFile.Refused(
                    ShownName.Of(name), refused, language["Uploads.Refusal.TooMany", ("most", language.Format.Number(MostFiles, 0))]);
            var number = file++;
            lines.AddRange(taken.Lines.Select(line => line with { File = number }));
            refused = taken.Status is StatusCodes.Status202Accepted ? refused : taken.Status;
        }

        var receipt = new UploadReceipt(batch, lines);
        return lines switch
        {
            [] => Refusal("Uploads.Refusal.NoFile", StatusCodes.Status400BadRequest),
            [{ Reason: { } reason }, ..] when lines.TrueForAll(line => line.State == "refused") => new(refused, reason, receipt),
            _ => new(StatusCodes.Status202Accepted, null, receipt),
        };
    }

    private Received Refusal(string key, int status) => new(status, language[key], null);
}

/// <summary>The outcome of one request with files.</summary>
/// <param name="Status">202 where any file was taken, else the status of the refusal.</param>
/// <param name="Refusal">The sentence where nothing was taken; null where something was.</param>
/// <param name="Receipt">A line per file; null where the request was refused as a whole.</param>
internal sealed record Received(int Status, string? Refusal, UploadReceipt? Receipt);
