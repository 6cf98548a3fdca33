using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Gpx;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest;

/// <summary>The door: tells the format of a file by its content and has it read.</summary>
public static class ActivityReader
{
    /// <summary>Reads one file that is no archive.</summary>
    /// <param name="content">The whole file.</param>
    /// <returns>What was read, or why nothing was. Never null; no content makes it throw.</returns>
    public static ReadResult Read(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            return ReadResult.Rejected(ReadFault.Empty, "The file is empty.", byteOffset: 0);
        }

        return XmlContent.RootName(content, out var fault) switch
        {
            GpxReader.RootName => GpxReader.Read(content),
            _ when fault is { Kind: ReadFault.DoctypeRefused } refused => ReadResult.Rejected(refused.Kind, refused.Reason, line: refused.Line),
            _ => ReadResult.Rejected(ReadFault.UnknownFormat, "This is no FIT, GPX or TCX file.", byteOffset: 0),
        };
    }
}
