using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Tcx;

/// <summary>Reads TCX (Garmin's TrainingCenterDatabase v1 and v2 with ActivityExtension v2): every activity with its laps, every track's end a pause.</summary>
/// <remarks>
/// A course is read like an activity and marked as one; workouts are passed over. Elements are known by their name without the prefix, in any namespace.
/// Limits: <see cref="MaxPoints"/>, <see cref="MaxActivities"/>, <see cref="MaxLaps"/>, and those of <see cref="XmlScanner"/>.
/// </remarks>
internal static class TcxReader
{
    /// <summary>Most points of one file: eleven days at one a second.</summary>
    public const int MaxPoints = 1_000_000;

    /// <summary>Most activities of one file.</summary>
    public const int MaxActivities = 1_000;

    /// <summary>Most laps of one file.</summary>
    public const int MaxLaps = 100_000;

    /// <summary>Name of the outermost element, without prefix.</summary>
    public const string RootName = "TrainingCenterDatabase";

    /// <summary>Reads a whole file.</summary>
    /// <param name="content">The file, in UTF-8, UTF-16 or the encoding that its declaration names.</param>
    /// <returns>The activities; those before the fault where the XML is damaged. No content makes it throw.</returns>
    public static ReadResult Read(ReadOnlySpan<byte> content)
    {
        var warnings = new ReadWarnings();
        var utf8 = XmlContent.InUtf8(content, warnings, out var fault);
        if (fault is { } undecoded)
        {
            return ReadResult.Rejected(undecoded.Kind, undecoded.Reason, line: undecoded.Line, format: ActivityFormat.Tcx);
        }

        var document = new TcxDocument(new XmlScanner(utf8), warnings);
        document.Read();
        return XmlOutcome.Of(ActivityFormat.Tcx, document.Activities, document.Fault, RemarkKind.NoActivityElement, warnings);
    }
}
