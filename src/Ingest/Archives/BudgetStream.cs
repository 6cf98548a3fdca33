using KneeLoad.Ingest.Bytes;

namespace KneeLoad.Ingest.Archives;

/// <summary>An unpacked file as a stream, each byte counted against the archive's budget; past it the data counts as damaged.</summary>
/// <param name="source">The unpacked bytes; closed with this.</param>
/// <param name="packedBytes">Length of what it is unpacked from, or null where it is not known. [bytes]</param>
/// <param name="budget">Counts what comes out.</param>
internal sealed class BudgetStream(Stream source, long? packedBytes, ArchiveBudget budget) : OneWayStream
{
    private long total;

    public override bool CanRead => true;

    public override int Read(Span<byte> buffer)
    {
        var count = source.Read(buffer);
        total += count;
        return budget.TryTakeBytes(count, total, packedBytes, budget.Limits.MaxTotalBytes, out _)
            ? count
            : throw new InvalidDataException("The file unpacks further than the archive's limits allow.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
