using KneeLoad.Ingest.Bytes;

namespace KneeLoad.Ingest.Tests.Bytes;

public sealed class OneWayStreamTests
{
    [Fact]
    public void A_source_is_read_alike_in_each_form()
    {
        var buffer = new byte[3];
        using var source = new Source();

        Assert.Equal(3, source.Read(buffer, 0, 3));
        Assert.Equal([1, 2, 3], buffer);
        Assert.Equal(4, source.ReadByte());
        Assert.Throws<NotSupportedException>(() => source.WriteByte(1));
    }

    [Fact]
    public async Task A_source_that_waits_for_nothing_is_read_asynchronously_too()
    {
        var buffer = new byte[3];
        await using var source = new Source();

        Assert.Equal(3, await source.ReadAsync(buffer, TestContext.Current.CancellationToken));
        Assert.Equal(3, await Task.Factory.FromAsync(source.BeginRead, source.EndRead, buffer, 0, 3, state: null));
        Assert.Equal([4, 5, 6], buffer);
    }

    [Fact]
    public void A_target_is_written_alike_in_each_form()
    {
        using var target = new Target();

        target.Write([1], 0, 1);
        target.WriteByte(2);

        Assert.Equal([1, 2], target.Written);
        Assert.Throws<NotSupportedException>(() => target.ReadByte());
        Assert.Throws<NotSupportedException>(() => target.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => target.Length);
    }

    [Fact]
    public async Task A_target_that_waits_for_nothing_is_written_asynchronously_too()
    {
        await using var target = new Target();

        await target.WriteAsync(new byte[] { 1, 2 }, TestContext.Current.CancellationToken);

        Assert.Equal([1, 2], target.Written);
    }

    private sealed class Source : OneWayStream
    {
        private byte next = 1;

        public override bool CanRead => true;

        public override int Read(Span<byte> buffer)
        {
            foreach (ref var value in buffer)
            {
                value = next++;
            }

            return buffer.Length;
        }
    }

    private sealed class Target : OneWayStream
    {
        public List<byte> Written { get; } = [];

        public override bool CanWrite => true;

        public override void Write(ReadOnlySpan<byte> buffer) => Written.AddRange(buffer);
    }
}
