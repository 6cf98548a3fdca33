using System.Buffers.Binary;

namespace KneeLoad.Ingest.Maps.Osm;

/// <summary>The first bytes of a file, by which something else than a map extract is told before all of it has come.</summary>
public static class ExtractBeginning
{
    /// <summary>Number of bytes that have to be there, unless the file is shorter. [bytes]</summary>
    public const int Length = sizeof(int) + OsmPbfFile.LongestBlobHeader;

    /// <summary>Whether a file that begins so may be a map extract (.osm.pbf).</summary>
    /// <param name="beginning">The first <see cref="Length"/> bytes, or all of a shorter file.</param>
    public static bool IsExtract(ReadOnlySpan<byte> beginning)
    {
        if (beginning.Length < sizeof(int))
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(beginning);
        return length is > 0 and <= OsmPbfFile.LongestBlobHeader
            && length <= beginning.Length - sizeof(int)
            && OsmPbfFile.ReadBlobHeader(beginning.Slice(sizeof(int), (int)length)).Type is "OSMHeader";
    }
}
