using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Antiforgery;

namespace KneeLoad.Web.Features.Admin;

/// <summary>Takes an extract in as it streams: straight to disk, refused as soon as its first bytes are something else.</summary>
internal sealed class ReceiveExtract(CurrentRunner runner, UploadForm form, ExtractStore store, ExtractLimit limit, Language language)
{
    /// <summary>The result code of a stream's own faults, as against those of the disk, which carry the system's number.</summary>
    private const int NotOfTheDisk = unchecked((int)0x80131620);

    public async Task<IResult> HandleAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!runner.IsOwner)
        {
            return Results.NotFound();
        }

        var refusal = await TakeAsync(context, cancellationToken);
        if (context.Request.WantsPage())
        {
            return Results.Redirect(refusal is { } reason ? $"/admin/maps?refused={reason}" : "/admin/maps");
        }

        return refusal is { } told
            ? Results.Problem(ExtractWords.Of(told, limit.Bytes, language.Format), statusCode: ExtractWords.Status(told), title: language["Maps.Fault.Title"])
            : Results.Accepted("/admin/maps");
    }

    /// <returns>Null when it was taken.</returns>
    private async Task<ExtractRefusal?> TakeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var (name, content) in form.FilesAsync(context, cancellationToken))
            {
                // A form that is sent without choosing a file has one part without name and bytes.
                if (name.Length > 0)
                {
                    return await store.ReceiveAsync(name, content, cancellationToken) switch
                    {
                        ReceivedExtract.Kept => null,
                        ReceivedExtract.Unnamed => ExtractRefusal.Name,
                        ReceivedExtract.TooLarge => ExtractRefusal.Size,
                        _ => ExtractRefusal.Foreign,
                    };
                }
            }

            return ExtractRefusal.None;
        }
        catch (AntiforgeryValidationException)
        {
            return ExtractRefusal.Stale;
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? ExtractRefusal.Size : ExtractRefusal.Broken;
        }
        catch (Exception exception) when (DiskFull.Is(exception))
        {
            return ExtractRefusal.Room;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException { HResult: NotOfTheDisk })
        {
            return ExtractRefusal.Broken;
        }
    }
}

/// <summary>The sentences about extracts.</summary>
internal static class ExtractWords
{
    /// <summary>Why an extract was not taken.</summary>
    /// <param name="refusal">The reason.</param>
    /// <param name="limit">Largest extract that is taken. [bytes]</param>
    /// <param name="format">The way sizes are written.</param>
    public static string Of(ExtractRefusal refusal, long limit, LanguageFormat format) =>
        format.Say["Maps.Fault." + refusal, ("size", format.Bytes(limit))];

    /// <summary>The HTTP status that says the same.</summary>
    public static int Status(ExtractRefusal refusal) => refusal switch
    {
        ExtractRefusal.Size => StatusCodes.Status413PayloadTooLarge,
        ExtractRefusal.Room => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status400BadRequest,
    };
}
