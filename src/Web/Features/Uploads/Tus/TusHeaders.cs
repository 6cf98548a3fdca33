using System.Globalization;
using System.Text;
using KneeLoad.Web.Storage;
using NodaTime;

namespace KneeLoad.Web.Features.Uploads.Tus;

/// <summary>The names and values of the tus protocol's headers.</summary>
internal static class TusHeaders
{
    public const string Resumable = "Tus-Resumable";
    public const string Version = "1.0.0";
    public const string Versions = "Tus-Version";
    public const string Offset = "Upload-Offset";
    public const string Length = "Upload-Length";
    public const string Metadata = "Upload-Metadata";
    public const string Checksum = "Upload-Checksum";

    /// <summary>The content type of a piece.</summary>
    public const string Piece = "application/offset+octet-stream";

    /// <summary>The status of a piece whose bytes do not match their checksum.</summary>
    public const int ChecksumMismatch = 460;

    private const string Extensions = "creation,creation-with-upload,termination,expiration,checksum";
    private const int LongestMetadata = 4096;

    /// <summary>Answers what the service can do.</summary>
    public static IResult Tell(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers[Versions] = Version;
        headers["Tus-Extension"] = Extensions;
        headers["Tus-Max-Size"] = OriginalStore.ArchiveLimit.ToString(CultureInfo.InvariantCulture);
        headers["Tus-Checksum-Algorithm"] = PieceChecksum.Known;
        return Results.NoContent();
    }

    /// <summary>A header that is a number from 0; null where it is none.</summary>
    public static long? Number(HttpRequest request, string header) =>
        long.TryParse(request.Headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether the request's body is a piece.</summary>
    public static bool IsPiece(HttpRequest request) =>
        string.Equals(request.ContentType?.Split(';')[0].Trim(), Piece, StringComparison.OrdinalIgnoreCase);

    /// <summary>States how far a file is, and when it is let go.</summary>
    public static void State(HttpResponse response, PartialUpload partial)
    {
        response.Headers[Offset] = partial.Offset.ToString(CultureInfo.InvariantCulture);
        response.Headers["Upload-Expires"] = Instant.FromUnixTimeMilliseconds(partial.Expires).ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads the sender's words on a file: names, each with a text in Base64. Null where they are none of the protocol's.</summary>
    public static IReadOnlyDictionary<string, string>? ReadMetadata(string? header)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        if (header?.Length > LongestMetadata)
        {
            return null;
        }

        foreach (var pair in (header ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split(' ');
            var bytes = new byte[pair.Length];
            if (parts.Length > 2 || !Convert.TryFromBase64String(parts.Length == 2 ? parts[1] : "", bytes, out var written)
                || !words.TryAdd(parts[0], Encoding.UTF8.GetString(bytes.AsSpan(0, written))))
            {
                return null;
            }
        }

        return words;
    }
}
