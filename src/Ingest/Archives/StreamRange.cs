using KneeLoad.Ingest.Bytes;

namespace KneeLoad.Ingest.Archives;

/// <summary>A part of a stream as a stream of its own, to be read once from front to back. The other stream stays open.</summary>
/// <param name="source">The whole; it must be able to seek.</param>
/// <param name="start">Where the part begins. [bytes]</param>
/// <param name="length">How long it is. [bytes]</param>
internal sealed class StreamRange(Stream source, long start, long length) : OneWayStream
{
    private readonly long end = start + length;
    private long position = start;

    public override bool CanRead => true;

    public override int Read(Span<byte> buffer)
    {
        source.Position = position;
        var count = source.Read(buffer[..(int)Math.Min(buffer.Length, end - position)]);
        position += count;
        return count;
    }
}
