namespace KneeLoad.Ingest.Maps;

/// <summary>One block of an extract, read for a pass. Its buffers are used again once it is given back.</summary>
internal sealed class ReadBlock : IDisposable
{
    private readonly OsmBlock block = new();

    /// <summary>Which block.</summary>
    public OsmBlob Blob { get; private set; }

    /// <summary>What it may hold, as far as it was looked at.</summary>
    public OsmContents Contents => block.Contents;

    /// <summary>Its ways, in the pass over ways.</summary>
    public OsmWays Ways { get; } = new();

    /// <summary>Its nodes, in the pass over nodes.</summary>
    public OsmNodes Nodes { get; } = new();

    /// <summary>Why the extract is refused; null when all is well.</summary>
    public MapRefusal? Refusal { get; private set; }

    /// <summary>Unpacks and reads a block.</summary>
    public ReadBlock Read(OsmPbfFile file, OsmBlob blob, OsmContents wanted)
    {
        Blob = blob;
        Refusal = block.Unpack(file, blob, wanted);
        if (Refusal is null && !(wanted == OsmContents.Ways ? Ways.Read(block.Bytes) : Nodes.Read(block.Bytes)))
        {
            Refusal = file.Refuse(MapFault.Damaged, "A block's content contradicts the format.", blob.Offset);
        }

        return this;
    }

    /// <inheritdoc/>
    public void Dispose() => block.Dispose();
}
