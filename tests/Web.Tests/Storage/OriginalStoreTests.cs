using System.Security.Cryptography;
using System.Text;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Storage;

namespace KneeLoad.Web.Tests.Storage;

public sealed class OriginalStoreTests : IDisposable
{
    private static readonly Guid Runner = Guid.NewGuid();
    private static readonly byte[] Content = [1, 2, 3, 4, 5];
    private readonly DataFolder folder = new(Directory.CreateTempSubdirectory("kneeload-store-").FullName);
    private readonly OriginalStore store;

    public OriginalStoreTests() => store = new OriginalStore(folder);

    public void Dispose() => Directory.Delete(folder.Root, recursive: true);

    [Fact]
    public async Task What_is_kept_lies_under_its_hash_and_comes_back_whole()
    {
        using (var incoming = await ReceiveAsync(Content))
        {
            store.Keep(Runner, incoming);
        }

        await using var original = await store.OpenVerifiedAsync(Runner, Hash(Content), CancellationToken.None);
        var read = new byte[Content.Length];
        await original.ReadExactlyAsync(read);
        Assert.Equal(Content, read);
        Assert.Equal(new StoredOriginal(Runner, Hash(Content), default), Assert.Single(store.All()) with { Written = default });
    }

    [Theory]
    [InlineData("PK\u0003\u0004", OriginalStore.ArchiveLimit)]
    [InlineData("\u001f\u008b", OriginalStore.ArchiveLimit)]
    [InlineData("7z\u00bc\u00af\u0027\u001c", OriginalStore.Limit)]
    [InlineData("\u000e\u0010\u00d9\u0007.FIT", OriginalStore.Limit)]
    [InlineData("", OriginalStore.Limit)]
    public void UP_20_The_first_bytes_tell_how_large_a_file_may_be(string beginning, long limit) =>
        Assert.Equal(limit, OriginalStore.LimitOf(Encoding.Latin1.GetBytes(beginning)));

    [Fact]
    public async Task What_is_not_kept_is_gone()
    {
        using (await ReceiveAsync(Content))
        {
            Assert.Single(Directory.GetFiles(folder.Incoming));
        }

        Assert.Empty(Directory.GetFiles(folder.Incoming));
    }

    [Fact]
    public async Task RE_08_A_flipped_byte_is_noticed_before_anything_is_given_out()
    {
        using (var incoming = await ReceiveAsync(Content))
        {
            store.Keep(Runner, incoming);
        }

        var file = Directory.GetFiles(folder.Originals, "*", SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(file, [1, 2, 3, 4, 4]);

        await Assert.ThrowsAsync<DamagedOriginalException>(() => store.OpenVerifiedAsync(Runner, Hash(Content), CancellationToken.None));
    }

    [Fact]
    public async Task AR_10_A_stream_that_breaks_leaves_nothing()
    {
        await using var breaking = new BreakingStream(Content);

        await Assert.ThrowsAsync<IOException>(() => store.ReceiveAsync(breaking, CancellationToken.None));

        Assert.Empty(Directory.GetFiles(folder.Incoming));
    }

    [Fact]
    public async Task UP_23_The_same_bytes_of_two_runners_are_two_files_and_one_may_go()
    {
        var other = Guid.NewGuid();
        foreach (var runner in new[] { Runner, other })
        {
            using var incoming = await ReceiveAsync(Content);
            store.Keep(runner, incoming);
        }

        store.Delete(Runner, Hash(Content));

        Assert.Equal([other], store.All().Select(original => original.RunnerId));
    }

    private async Task<IncomingFile> ReceiveAsync(byte[] content) =>
        await store.ReceiveAsync(new MemoryStream(content), CancellationToken.None) ?? throw new InvalidOperationException("Refused.");

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Gives its bytes, then a fault, as a connection that is cut.</summary>
    private sealed class BreakingStream(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == Length ? ValueTask.FromException<int>(new IOException("cut")) : base.ReadAsync(buffer, cancellationToken);
    }
}
