using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Fit.Columns;

/// <summary>Times are kept as seconds since the first, in two bytes while they fit: nothing of that may show.</summary>
public sealed class TimeColumnTests
{
    private const uint First = 1_083_000_000;
    private const long Epoch = 631_065_600;

    [Theory]
    [InlineData(First, First + 1, First + 65_534)]
    [InlineData(First, First + 65_535, First + 1)]
    [InlineData(First, First + 65_536, First + 200_000)]
    [InlineData(First, First - 1, First + 1)]
    [InlineData(First, First, 0u)]
    [InlineData(0u, 4_294_967_294u, 1u)]
    public void Times_come_out_as_the_file_has_them_however_far_apart(params uint[] seconds)
    {
        var file = seconds.Aggregate(new FitFileBuilder(), (file, second) => file.Message(0, 20, FitField.UInt32(253, second)));

        var records = ActivityReader.Read(file.ToBytes()).Activities[0].Records;

        Assert.Equal(seconds.Select(second => (double)(Epoch + second)), records.TimeUnixSeconds!.ToArray());
    }

    [Theory]
    [InlineData(First + 1)]
    [InlineData(First + 100_000)]
    public void A_record_without_a_time_has_none_before_and_behind_the_first(uint last)
    {
        var file = new FitFileBuilder()
            .Message(0, 20, FitField.UInt32(253, uint.MaxValue))
            .Message(0, 20, FitField.UInt32(253, First))
            .Message(0, 20, FitField.UInt32(253, uint.MaxValue))
            .Message(0, 20, FitField.UInt32(253, last));

        var times = ActivityReader.Read(file.ToBytes()).Activities[0].Records.TimeUnixSeconds!;

        Assert.Equal([null, Epoch + First, null, Epoch + last], Enumerable.Range(0, 4).Select(row => times[row]));
        Assert.Equal(2, times.MeasuredCount);
    }

    [Fact]
    public void Compressed_times_and_whole_ones_share_the_column()
    {
        var file = new FitFileBuilder()
            .Message(0, 20, FitField.UInt32(253, First), FitField.UInt8(3, 140))
            .CompressedMessage(1, 20, (int)((First + 2) % 32), FitField.UInt8(3, 141))
            .Message(0, 20, FitField.UInt32(253, First + 90_000), FitField.UInt8(3, 142));

        var times = ActivityReader.Read(file.ToBytes()).Activities[0].Records.TimeUnixSeconds!;

        Assert.Equal([Epoch + First, Epoch + First + 2, Epoch + First + 90_000], times.ToArray());
    }
}
