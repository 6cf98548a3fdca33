using KneeLoad.Ingest.Bytes;

namespace KneeLoad.Web.Storage;

/// <summary>A stream whose first bytes were read already to see what it is: they come once more, then the rest.</summary>
/// <param name="beginning">The bytes that were read.</param>
/// <param name="rest">What comes after them; stays open.</param>
internal sealed class BegunStream(ReadOnlyMemory<byte> beginning, Stream rest) : OneWayStream
{
    private ReadOnlyMemory<byte> left = beginning;

    public override bool CanRead => true;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (left.Length == 0)
        {
            return rest.ReadAsync(buffer, cancellationToken);
        }

        var count = Math.Min(left.Length, buffer.Length);
        left[..count].CopyTo(buffer);
        left = left[count..];
        return ValueTask.FromResult(count);
    }
}
