using KneeLoad.Ingest.Bytes;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Bytes;

public sealed class MappedFileTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Bytes_come_from_any_place()
    {
        File.WriteAllBytes(folder["file"], [0, 1, 2, 3, 4, 5]);
        using var file = new MappedFile(folder["file"]);
        var (middle, last) = (new byte[3], new byte[1]);

        file.Read(2, middle);
        file.Read(5, last);

        Assert.Equal([2, 3, 4], middle);
        Assert.Equal([5], last);
    }

    [Fact]
    public void What_is_mapped_stays_when_the_file_is_replaced()
    {
        File.WriteAllBytes(folder["file"], [1, 2]);
        File.WriteAllBytes(folder["newer"], [8, 9]);
        using var file = new MappedFile(folder["file"]);
        var bytes = new byte[2];

        File.Move(folder["newer"], folder["file"], overwrite: true);
        file.Read(0, bytes);

        Assert.Equal([1, 2], bytes);
    }

    [Fact]
    public void A_file_that_is_missing_cannot_be_mapped() => Assert.Throws<FileNotFoundException>(() => new MappedFile(folder["none"]));
}
