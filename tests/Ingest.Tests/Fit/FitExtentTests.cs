using KneeLoad.Ingest.Fit;
using KneeLoad.Ingest.Fit.Protocol;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Fit;

public sealed class FitExtentTests
{
    // One message: a definition of 9 bytes and a message of 2.
    private const int DataSize = 11;
    private const int HeaderSize = 14;
    private const int CheckSize = 2;

    [Fact]
    public void A_sound_file_ends_where_its_header_says()
    {
        var (extent, said) = Of(File());

        Assert.Equal(new FitExtent(HeaderSize + DataSize, HeaderSize + DataSize + CheckSize, IsCut: false), extent);
        Assert.Null(said);
    }

    [Fact]
    public void Bytes_behind_a_sound_file_are_the_next_one()
    {
        var (extent, said) = Of([.. File(), 1, 2, 3]);

        Assert.Equal(new FitExtent(HeaderSize + DataSize, HeaderSize + DataSize + CheckSize, IsCut: false), extent);
        Assert.Null(said);
    }

    [Fact]
    public void A_wrong_check_is_said_and_the_size_believed()
    {
        var (extent, said) = Of(File(check: FitCheck.Wrong));

        Assert.Equal(new FitExtent(HeaderSize + DataSize, HeaderSize + DataSize + CheckSize, IsCut: false), extent);
        Assert.Equal(RemarkKind.FileCheckWrong, said);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(DataSize - 1u)]
    [InlineData(DataSize + 1u)]
    [InlineData(uint.MaxValue)]
    public void A_check_over_all_bytes_is_believed_against_the_size(uint stated)
    {
        var (extent, said) = Of(File(stated));

        Assert.Equal(new FitExtent(HeaderSize + DataSize, HeaderSize + DataSize + CheckSize, IsCut: false), extent);
        Assert.Equal(RemarkKind.SizeWrong, said);
    }

    [Fact]
    public void A_size_never_filled_in_and_a_missing_check_let_all_bytes_be_messages()
    {
        var (extent, said) = Of(File(stated: 0, FitCheck.Missing));

        Assert.Equal(new FitExtent(HeaderSize + DataSize, HeaderSize + DataSize, IsCut: false), extent);
        Assert.Equal(RemarkKind.SizeMissing, said);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_file_that_lacks_its_check_or_half_of_it_is_whole_all_the_same(int checkBytes)
    {
        var (extent, said) = Of([.. File(check: FitCheck.Missing), .. new byte[checkBytes]]);

        Assert.Equal(new FitExtent(HeaderSize + DataSize, HeaderSize + DataSize + checkBytes, IsCut: false), extent);
        Assert.Equal(RemarkKind.FileCheckCut, said);
    }

    [Fact]
    public void A_file_that_lacks_a_byte_of_its_messages_is_cut()
    {
        var file = File(check: FitCheck.Missing);

        var (extent, said) = Of(file[..^1]);

        Assert.Equal(new FitExtent(file.Length - 1, file.Length - 1, IsCut: true), extent);
        Assert.Null(said);
    }

    [Fact]
    public void A_file_of_no_messages_ends_with_its_check()
    {
        var (extent, said) = Of(new FitFileBuilder().ToBytes());

        Assert.Equal(new FitExtent(HeaderSize, HeaderSize + CheckSize, IsCut: false), extent);
        Assert.Null(said);
    }

    [Fact]
    public void A_file_of_no_messages_before_another_is_not_taken_for_a_size_never_filled_in()
    {
        var (extent, said) = Of([.. new FitFileBuilder().ToBytes(), .. File()]);

        Assert.Equal(new FitExtent(HeaderSize, HeaderSize + CheckSize, IsCut: false), extent);
        Assert.Null(said);
    }

    private static byte[] File(uint? stated = null, FitCheck check = FitCheck.Right) =>
        new FitFileBuilder { StatedDataSize = stated, FileCheck = check }.Message(0, 20, FitField.UInt8(3, 140)).ToBytes();

    private static (FitExtent Extent, RemarkKind? Said) Of(byte[] file)
    {
        Assert.True(FitHeader.TryRead(file, out var header));
        var outcome = new FitOutcome();
        var extent = FitExtent.Of(file, header, outcome);
        return (extent, outcome.ToResult().Warnings.Select(warning => (RemarkKind?)warning.Kind).SingleOrDefault());
    }
}
