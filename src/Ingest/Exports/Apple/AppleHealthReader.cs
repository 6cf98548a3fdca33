using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Exports.Apple;

/// <summary>
/// Reads a health export of Apple that stands alone: its runs become activities of their totals and of what was measured while they
/// lasted. Where the ways lie beside it as GPX files, the lists of the archive join them.
/// </summary>
internal static class AppleHealthReader
{
    /// <summary>Name of the outermost element.</summary>
    public const string RootName = "HealthData";

    // An export begins with its document type and its own element within a few kilobytes.
    private const int HeadBytes = 1 << 16;

    /// <summary>Whether a content is such an export.</summary>
    public static bool IsExport(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, HeadBytes)].IndexOf("<HealthData"u8) >= 0;

    /// <summary>Reads the runs.</summary>
    public static ReadResult Read(ReadOnlySpan<byte> content)
    {
        using var export = new MemoryStream(ExportFile.InUtf8(content), writable: false);
        if (AppleHealthExport.Read(export) is not { } read)
        {
            return ReadResult.LeftAside(ReadFault.NoActivity, RemarkKind.ExportHoldsNoRunWithoutRoute, ActivityFormat.AppleHealth);
        }

        export.Position = 0;
        read.Measure(export);
        return read.Runs(_ => false);
    }
}
