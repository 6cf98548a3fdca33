using System.Buffers.Binary;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Maps.Places;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Tests.Maps;

public sealed class MapIndexHeaderTests
{
    // Two cells of 16 bytes, three ways of 12, one end of a name of 4: 72 bytes behind the directory's beginning at 100.
    private const long Directory = 100;
    private const long FileLength = 200;

    private static readonly MapIndexHeader Sound = new(
        0xDEADBEEF, 2, FileLength, 5, 3, 1, 1_700_000_000, new MapPoint(-10, -20), new MapPoint(30, 40), Directory);

    [Fact]
    public void A_header_comes_back_as_it_was_written()
    {
        var bytes = Sound.ToBytes();

        Assert.Equal(MapIndexHeader.Length, bytes.Length);
        Assert.Equal(Sound, Read(bytes).Header);
    }

    [Fact]
    public void A_map_of_unknown_date_has_none() => Assert.Null(Read((Sound with { DataUnixSeconds = null }).ToBytes()).Header!.Value.DataUnixSeconds);

    [Fact]
    public void The_parts_follow_one_another()
    {
        Assert.Equal(Directory + 32, Sound.WaysFrom);
        Assert.Equal(Directory + 32 + 36, Sound.NameEndsFrom);
        Assert.Equal(Directory + 32 + 36 + 4, Sound.NamesFrom);
    }

    [Fact]
    public void Bytes_that_are_too_few_or_begin_otherwise_are_no_index()
    {
        var bytes = Sound.ToBytes();

        Assert.Equal((MapFault.Foreign, RemarkKind.NoIndex), Fault(bytes[..^1]));
        Assert.Equal(MapFault.Foreign, Fault([]).Fault);
        bytes[0] ^= 1;
        Assert.Equal(MapFault.Foreign, Fault(bytes).Fault);
    }

    [Fact]
    public void Another_version_is_named()
    {
        var bytes = Sound.ToBytes();
        bytes[8]++;

        Assert.Equal((MapFault.Unsupported, RemarkKind.IndexOfAnotherVersion), Fault(bytes));
    }

    [Fact]
    public void Any_changed_byte_behind_the_version_is_damage()
    {
        for (var at = 12; at < MapIndexHeader.Length; at++)
        {
            var bytes = Sound.ToBytes();
            bytes[at] ^= 0x10;

            Assert.Equal((MapFault.Damaged, RemarkKind.IndexHeaderDamaged), Fault(bytes));
        }
    }

    [Theory]
    [InlineData(FileLength - 1)]
    [InlineData(FileLength + 1)]
    public void A_file_of_another_length_is_cut_or_grown(long length)
    {
        var (header, fault, reason) = MapIndexHeader.Read(Sound.ToBytes(), length);

        Assert.Null(header);
        Assert.Equal((MapFault.Truncated, RemarkKind.IndexLengthWrong), (fault, reason.Kind));
    }

    [Fact]
    public void Parts_that_lie_beyond_the_file_or_count_below_nothing_contradict_it()
    {
        MapIndexHeader[] contradicting =
        [
            Sound with { Cells = -1 }, Sound with { Ways = -1 }, Sound with { Names = 0 }, Sound with { Segments = -1 }, Sound with { Directory = 95 },
            Sound with { Directory = FileLength + 1 }, Sound with { Ways = 9 }, Sound with { DataUnixSeconds = -1 }, Sound with { DataUnixSeconds = 1L << 40 },
        ];

        Assert.All(contradicting, header => Assert.Equal((MapFault.Damaged, RemarkKind.IndexContradicts), Fault(header.ToBytes())));
    }

    [Fact]
    public void Parts_may_reach_to_the_end_of_the_file() =>
        Assert.NotNull(MapIndexHeader.Read((Sound with { FileLength = Directory + 72 }).ToBytes(), Directory + 72).Header);

    [Fact]
    public void Corners_off_the_globe_become_none()
    {
        var bytes = Sound.ToBytes();
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(56), long.MaxValue);
        var checksum = ~ByteSink.Append(ByteSink.Append(uint.MaxValue, bytes.AsSpan(0, 12)), bytes.AsSpan(16));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), checksum);

        Assert.Equal(default, Read(bytes).Header!.Value.SouthWest);
    }

    private static (MapIndexHeader? Header, MapFault Fault, Remark Reason) Read(byte[] bytes) => MapIndexHeader.Read(bytes, FileLength);

    private static (MapFault Fault, RemarkKind Reason) Fault(byte[] bytes)
    {
        var (header, fault, reason) = Read(bytes);
        Assert.Null(header);
        return (fault, reason.Kind);
    }
}
