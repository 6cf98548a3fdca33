namespace KneeLoad.Ingest.Archives;

/// <summary>An unpacked file as a stream, each byte counted against the archive's budget; past it the data counts as damaged.</summary>
/// <param name="source">The unpacked bytes; closed with this.</param>
/// <param name="packedBytes">Length of what it is unpacked from, or null where it is not known. [bytes]</param>
/// <param name="budget">Counts what comes out.</param>
internal sealed class BudgetStream(Stream source, long? packedBytes, ArchiveBudget budget) : Stream
{
    private long total;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => total;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = source.Read(buffer);
        total += count;
        return budget.TryTakeBytes(count, total, packedBytes, budget.Limits.MaxTotalBytes, out _)
            ? count
            : throw new InvalidDataException("The file unpacks further than the archive's limits allow.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
