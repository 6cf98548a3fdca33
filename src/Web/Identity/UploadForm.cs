using System.Runtime.CompilerServices;
using KneeLoad.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace KneeLoad.Web.Identity;

/// <summary>
/// The parts of an upload form as they stream by. The antiforgery token comes in a header or before the first file,
/// since looking for it in a whole form would read every file into memory first. The API needs none: no cookie speaks for anybody there.
/// </summary>
internal sealed class UploadForm(IAntiforgery antiforgery, IOptions<AntiforgeryOptions> tokens)
{
    private const int LongestBoundary = 100;
    private const int LongestToken = 4096;

    /// <summary>The files of a request: what the sender calls them, and their bytes. Each is to be read before the next is asked for.</summary>
    /// <exception cref="InvalidDataException">The request is no form with files.</exception>
    /// <exception cref="AntiforgeryValidationException">The token is missing, old or of somebody else.</exception>
    public async IAsyncEnumerable<(string Name, Stream Content)> FilesAsync(HttpContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var trusted = context.Request.IsApi();
        if (context.Request.Headers.ContainsKey(tokens.Value.HeaderName ?? ""))
        {
            await antiforgery.ValidateRequestAsync(context);
            trusted = true;
        }

        var reader = new MultipartReader(BoundaryOf(context.Request), context.Request.Body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition)
            {
                continue;
            }

            if (!trusted)
            {
                await CheckAsync(context, section, disposition, cancellationToken);
                trusted = true;
            }
            else if (disposition.IsFileDisposition())
            {
                yield return (NameOf(disposition), section.Body);
            }
        }
    }

    private static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && type.Boundary.Length is > 0 and <= LongestBoundary
            ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString()
            : throw new InvalidDataException("No form with files.");

    private static string NameOf(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();

    private async Task CheckAsync(
        HttpContext context, MultipartSection section, ContentDispositionHeaderValue disposition, CancellationToken cancellationToken)
    {
        if (HeaderUtilities.RemoveQuotes(disposition.Name) != tokens.Value.FormFieldName || tokens.Value.HeaderName is not { } header)
        {
            throw new AntiforgeryValidationException("The token comes in a header or as the first part.");
        }

        var text = new char[LongestToken];
        using var body = new StreamReader(section.Body);
        var length = await body.ReadBlockAsync(text, cancellationToken);
        context.Request.Headers[header] = new string(text, 0, length);
        await antiforgery.ValidateRequestAsync(context);
    }
}
