using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Maps.Osm;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Maps.Building;

/// <summary>One block of an extract, read for a pass. Its buffers are used again for the next.</summary>
internal sealed class ReadBlock : IDisposable
{
    private readonly OsmBlock block = new();

    /// <summary>Which block.</summary>
    public OsmBlob Blob { get; private set; }

    /// <summary>Its possible contents, as far as it was looked at.</summary>
    public OsmContents Contents => block.Contents;

    /// <summary>Its ways, in the pass over ways.</summary>
    public OsmWays Ways { get; } = new();

    /// <summary>Its nodes, in the pass over nodes.</summary>
    public OsmNodes Nodes { get; } = new();

    /// <summary>Why the extract is refused; null when all is well.</summary>
    public MapRefusal? Refusal { get; private set; }

    /// <summary>Reads the ways of a block, and notes the nodes that they need.</summary>
    public void ReadWays(OsmPbfFile file, OsmBlob blob, NodeFilter needed)
    {
        Unpack(file, blob, OsmContents.Ways);
        Check(file, Refusal is not null || Ways.Read(block.Bytes, needed));
    }

    /// <summary>Reads the nodes of a block, and keeps those that ways need.</summary>
    public void ReadNodes(OsmPbfFile file, OsmBlob blob, NodeFilter needed)
    {
        Unpack(file, blob, OsmContents.Nodes);
        Check(file, Refusal is not null || Nodes.Read(block.Bytes, needed));
    }

    /// <inheritdoc/>
    public void Dispose() => block.Dispose();

    private void Unpack(OsmPbfFile file, OsmBlob blob, OsmContents wanted)
    {
        Blob = blob;
        Refusal = block.Unpack(file, blob, wanted);
    }

    private void Check(OsmPbfFile file, bool isSound) =>
        Refusal ??= isSound ? null : file.Refuse(MapFault.Damaged, RemarkKind.BlockContradicts, Blob.Offset);
}
