using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Gpx;

/// <summary>
/// Reads GPX 1.0 and 1.1 (topografix.com/GPX/1/0 and /1/1): every track that the file holds becomes an activity, every segment's end a pause.
/// </summary>
/// <remarks>
/// Routes and waypoints are no recordings and are passed over. Elements are known by their name without the prefix, in any namespace.
/// Limits: <see cref="MaxPoints"/>, <see cref="MaxTracks"/>, and those of <see cref="XmlScanner"/>.
/// </remarks>
internal static class GpxReader
{
    /// <summary>Most points of one file: eleven days at one a second.</summary>
    public const int MaxPoints = 1_000_000;

    /// <summary>Most tracks of one file.</summary>
    public const int MaxTracks = 1_000;

    /// <summary>Name of the outermost element, without prefix.</summary>
    public const string RootName = "gpx";

    /// <summary>Reads a whole file.</summary>
    /// <param name="content">The file, in UTF-8, UTF-16 or the encoding that its declaration names.</param>
    /// <returns>The tracks; those before the fault where the XML is damaged. No content makes it throw.</returns>
    public static ReadResult Read(ReadOnlySpan<byte> content)
    {
        var warnings = new ReadWarnings();
        var utf8 = XmlContent.InUtf8(content, warnings, out var fault);
        if (fault is { } undecoded)
        {
            return ReadResult.Rejected(undecoded.Kind, undecoded.Reason, line: undecoded.Line, format: ActivityFormat.Gpx);
        }

        var document = new GpxDocument(new XmlScanner(utf8), warnings);
        document.Read();
        return XmlOutcome.Of(ActivityFormat.Gpx, document.Activities, document.Fault, document.Emptiness, warnings);
    }
}
