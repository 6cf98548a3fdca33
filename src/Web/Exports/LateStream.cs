using KneeLoad.Ingest.Bytes;

namespace KneeLoad.Web.Exports;

/// <summary>
/// Writes to a stream that takes bytes asynchronously alone, such as the answer to a request. The little that the zip writes otherwise, a
/// header or a directory, waits here for the next asynchronous write.
/// </summary>
/// <param name="target">Where to; stays open.</param>
internal sealed class LateStream(Stream target) : OneWayStream
{
    private readonly MemoryStream waiting = new();

    public override bool CanWrite => true;

    public override void Write(ReadOnlySpan<byte> buffer) => waiting.Write(buffer);

    public override void WriteByte(byte value) => waiting.WriteByte(value);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await SendAsync(cancellationToken);
        await target.WriteAsync(buffer, cancellationToken);
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);
        await target.FlushAsync(cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await SendAsync(CancellationToken.None);
        await waiting.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        if (waiting.Length > 0)
        {
            await target.WriteAsync(waiting.GetBuffer().AsMemory(0, (int)waiting.Length), cancellationToken);
            waiting.SetLength(0);
        }
    }
}
