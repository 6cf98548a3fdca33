using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Maps.Osm;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Maps.Building;

/// <summary>The two passes over one extract, and the joining of ways and nodes after them.</summary>
internal sealed class ExtractPass(OsmPbfFile file, WayStore ways, CellBuckets buckets, HashSet<uint> covered, int processors)
{
    private OsmContents contents;
    private long missing;

    /// <summary>The remark on what the extract may lack; null when nothing shows.</summary>
    public Remark? Warning { get; private set; }

    /// <summary>Reads the extract into the buckets.</summary>
    /// <param name="work">Where files of the build lie.</param>
    /// <param name="tell">Is told bytes read in both passes, and the share of ways joined.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Null, or why the extract is refused.</returns>
    public async Task<MapRefusal?> RunAsync(WorkFolder work, Action<long, double> tell, CancellationToken cancellation)
    {
        var firstWay = ways.Count;
        using var nodes = new NodeStore(work);
        if (await ReadAsync(nodes, tell, cancellation) is { } refusal)
        {
            return refusal;
        }

        await JoinAsync(firstWay, nodes, share => tell(2 * file.Length, share), cancellation);
        Warning = ExtractGaps.Warning(file, ways.NodesOfExtract, missing, contents);
        return ways.NodesOfExtract > 0 && missing == ways.NodesOfExtract ? file.Refuse(MapFault.NoWays, ExtractGaps.NoNodes(file), 0) : null;
    }

    /// <summary>The two passes; the filter between them is gone when ways are joined, which want its memory.</summary>
    private async Task<MapRefusal?> ReadAsync(NodeStore nodes, Action<long, double> tell, CancellationToken cancellation)
    {
        ways.StartExtract();
        var needed = new NodeFilter(file.Length);
        var nodeBlobs = new List<OsmBlob>();
        await foreach (var block in OrderedParallel.DoAsync(
            file.Blobs.Count, processors, () => new ReadBlock(), (block, i) => block.ReadWays(file, file.Blobs[i], needed), cancellation))
        {
            if (block.Refusal is not null)
            {
                return block.Refusal;
            }

            contents |= block.Contents;
            if (block.Contents.HasFlag(OsmContents.Nodes))
            {
                nodeBlobs.Add(block.Blob);
            }

            ways.Add(block.Ways);
            tell(block.Blob.Offset, 0);
        }

        await foreach (var block in OrderedParallel.DoAsync(
            nodeBlobs.Count, processors, () => new ReadBlock(), (block, i) => block.ReadNodes(file, nodeBlobs[i], needed), cancellation))
        {
            if (block.Refusal is not null)
            {
                return block.Refusal;
            }

            nodes.Add(block.Nodes);
            covered.UnionWith(block.Nodes.Cells);
            tell(file.Length + block.Blob.Offset, 0);
        }

        nodes.Complete();
        return null;
    }

    /// <summary>Gives each way the places of its nodes, as many ways at once as memory allows.</summary>
    private async Task JoinAsync(int firstWay, NodeStore nodes, Action<double> tell, CancellationToken cancellation)
    {
        var batch = new WayBatch((int)Math.Min(NodeKeys.Most, ways.NodesOfExtract), processors);
        var reader = ways.Reread();
        var number = firstWay;
        for (var left = ways.CountOfExtract; left > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = batch.Fill(reader, left);
            batch.Resolve(nodes);
            missing += batch.Missing;
            var first = number;
            await foreach (var pieces in OrderedParallel.DoAsync(
                batch.Slices, processors, () => new BucketPieces(buckets), (pieces, i) => batch.Cut(i, first, pieces), cancellation))
            {
                buckets.Add(pieces);
            }

            number += count;
            left -= count;
            tell(1 - ((double)left / ways.CountOfExtract));
        }
    }
}
