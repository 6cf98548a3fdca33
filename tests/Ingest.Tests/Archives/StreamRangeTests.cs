using KneeLoad.Ingest.Archives;

namespace KneeLoad.Ingest.Tests.Archives;

public sealed class StreamRangeTests
{
    private static readonly byte[] Whole = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

    [Fact]
    public void A_part_begins_at_its_start_and_ends_at_its_length()
    {
        using var source = new MemoryStream(Whole);
        using var range = new StreamRange(source, 3, 4);
        var read = new byte[10];

        Assert.Equal(4, range.ReadAtLeast(read, 10, throwOnEndOfStream: false));
        Assert.Equal([3, 4, 5, 6], read[..4]);
        Assert.Equal(0, range.Read(read, 0, 10));
    }

    [Fact]
    public void It_goes_on_where_it_was_whatever_happens_to_the_whole()
    {
        using var source = new MemoryStream(Whole);
        using var range = new StreamRange(source, 2, 6);
        var read = new byte[2];

        range.ReadExactly(read);
        source.Position = 9;
        range.ReadExactly(read);

        Assert.Equal([4, 5], read);
    }

    [Fact]
    public void The_whole_stays_open_after_the_part()
    {
        using var source = new MemoryStream(Whole);
        new StreamRange(source, 0, 2).Dispose();

        Assert.True(source.CanRead);
    }

    [Fact]
    public void It_is_read_from_front_to_back_and_in_no_other_way()
    {
        using var source = new MemoryStream(Whole);
        using var range = new StreamRange(source, 0, 2);

        Assert.Equal((true, false, false), (range.CanRead, range.CanSeek, range.CanWrite));
        Assert.Throws<NotSupportedException>(() => range.Position);
        Assert.Throws<NotSupportedException>(() => range.Length);
        Assert.Throws<NotSupportedException>(() => range.Seek(0, SeekOrigin.Begin));
    }
}
