using KneeLoad.Ingest.Archives;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Exports;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using KneeLoad.Web.Work;
using Microsoft.AspNetCore.Antiforgery;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>Takes files in as they stream: each is safe on disk and in its row before the answer, 202, speaks of it.</summary>
internal sealed class ReceiveUploads(
    CurrentRunner runner, UploadForm form, OriginalStore store, UploadRegister register, Quota quota, ExportReader exports, WorkBell bell, Language language)
{
    /// <summary>Most files of one request. [1]</summary>
    public const int MostFiles = 1000;

    /// <summary>Bytes of a form that are no file: a request so much larger than the room left may still fit. [bytes]</summary>
    private const long FormAround = 4096;

    /// <summary>The result code of a stream's own faults, as against those of the disk, which carry the system's number.</summary>
    private const int NotOfTheDisk = unchecked((int)0x80131620);

    private int refused = StatusCodes.Status413PayloadTooLarge;
    private UploadOrigin origin = UploadOrigin.Sent;

    /// <summary>Takes the files of one request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="named">The batch that they belong to, where several requests bring one; null for one of their own.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IResult> HandleAsync(HttpContext context, Guid? named, CancellationToken cancellationToken)
    {
        origin = UploadOrigin.Sent with { MayComeAgain = named is not null };
        // Before a byte of the body is read, so that a full runner costs nothing.
        if (await quota.UsedAsync(runner.Id, cancellationToken) + Math.Max(1, (context.Request.ContentLength ?? 0) - FormAround) > quota.Most)
        {
            return Full();
        }

        try
        {
            var batch = named ?? Guid.CreateVersion7();
            var lines = new List<UploadReceiptLine>();
            var file = 0;
            await foreach (var (name, content) in form.FilesAsync(context, cancellationToken))
            {
                // A form that is sent without choosing a file has one part without name and bytes.
                if (name.Length > 0)
                {
                    IReadOnlyList<UploadReceiptLine> told = file < MostFiles
                        ? await TakeAsync(batch, ShownName.Of(name), content, cancellationToken)
                        : [new(ShownName.Of(name), null, "refused", language["Uploads.Refusal.TooMany", ("most", language.Format.Number(MostFiles, 0))])];
                    foreach (var line in told)
                    {
                        lines.Add(line with { File = file });
                    }

                    file++;
                }
            }

            return Answer(context.Request, new UploadReceipt(batch, lines));
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

    private async Task<IReadOnlyList<UploadReceiptLine>> TakeAsync(Guid batch, string name, Stream content, CancellationToken cancellationToken)
    {
        var beginning = new byte[Math.Max(ExportReader.BytesToTell, ArchiveReader.BytesToTell)];
        var length = await content.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken);
        var isExport = ExportReader.IsExport(beginning.AsSpan(0, length));
        await using var whole = new BegunStream(beginning.AsMemory(0, length), content);
        var limit = isExport ? ExportReader.Limit : OriginalStore.LimitOf(beginning.AsSpan(0, length));
        using var file = await store.ReceiveAsync(whole, limit, cancellationToken);
        if (file is null)
        {
            return [new(name, null, "refused", language["Uploads.Refusal.TooLarge", ("size", language.Format.Bytes(limit))])];
        }

        if (isExport)
        {
            return await TakeExportAsync(batch, name, file, cancellationToken);
        }

        Upload upload;
        try
        {
            upload = await register.RegisterAsync(runner.Id, batch, name, file, origin, cancellationToken);
        }
        catch (QuotaFullException)
        {
            return [new(name, null, "refused", FullWords())];
        }

        if (upload.State == UploadState.Received)
        {
            bell.Ring(runner.Id);
        }

        return [LineOf(upload)];
    }

    private async Task<IReadOnlyList<UploadReceiptLine>> TakeExportAsync(Guid batch, string name, IncomingFile file, CancellationToken cancellationToken)
    {
        var taken = await exports.TakeAsync(runner.Id, batch, file, cancellationToken);
        bell.Ring(runner.Id);
        refused = StatusCodes.Status422UnprocessableEntity;
        return taken.What switch
        {
            TakenExport.Outcome.Taken => [new(name, null, "taken", language["Uploads.Export.Taken"]), .. taken.Uploads.Select(LineOf)],
            TakenExport.Outcome.WithoutConsent => [new(name, null, "refused", language["Uploads.Export.WithoutConsent"])],
            _ => [new(name, null, "refused", language["Uploads.Export.Foreign"])],
        };
    }

    private static UploadReceiptLine LineOf(Upload upload) =>
        new(upload.FileName, upload.Id, upload.State == UploadState.Duplicate ? "duplicate" : "received", null);

    private IResult Answer(HttpRequest request, UploadReceipt receipt) => receipt.Files switch
    {
        [] => Refusal("Uploads.Refusal.NoFile", StatusCodes.Status400BadRequest),
        [{ Reason: { } reason }, ..] and var files when files.All(file => file.State == "refused") => request.WantsPage()
            ? Results.Problem(reason, statusCode: refused, title: language["Uploads.Refusal.Title"])
            : Results.Json(receipt, statusCode: refused),
        var files when request.WantsPage() => Results.Redirect(files.Any(file => file.Id is not null) ? $"/uploads/{receipt.Batch}" : "/uploads"),
        _ => Results.Accepted($"/uploads/status?batch={receipt.Batch}", receipt),
    };

    private IResult Full() => Results.Problem(FullWords(), statusCode: StatusCodes.Status413PayloadTooLarge, title: language["Uploads.Refusal.Title"]);

    private string FullWords() => language["Access.Quota.Full", ("most", language.Format.Bytes(quota.Most))];

    private IResult Refusal(string key, int status) => Results.Problem(language[key], statusCode: status, title: language["Uploads.Refusal.Title"]);
}
