using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Ingest.Bytes;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Bytes;

/// <summary>Varints, pieces and fields: whatever is written is read back, and whatever is cut is a fault and never a byte too far.</summary>
public sealed class ByteCursorTests
{
    private static readonly Arbitrary<ulong[]> Numbers = ArbMap.Default.GeneratorFor<ulong>()
        .SelectMany(number => Gen.Choose(0, 63).Select(shift => number >> shift)).ArrayOf().ToArbitrary();

    [Fact]
    public void Numbers_of_any_length_come_back_one_after_the_other() =>
        Prop.ForAll(Numbers, numbers =>
        {
            var cursor = new ByteCursor(ProtoWriter.Numbers(numbers));
            var count = cursor.CountVarints();
            var read = new List<ulong>();
            while (!cursor.AtEnd)
            {
                read.Add(cursor.ReadVarint());
            }

            return !cursor.Failed && count == numbers.Length && read.SequenceEqual(numbers);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(-64)]
    [InlineData(64)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void A_signed_number_comes_back(long number)
    {
        var cursor = new ByteCursor(ProtoWriter.Differences([number]));

        Assert.Equal(number, cursor.ReadSigned());
        Assert.True(cursor is { AtEnd: true, Failed: false });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public void A_number_cut_before_its_last_byte_is_a_fault(int length)
    {
        byte[] cut = [.. Enumerable.Repeat((byte)0xFF, length)];
        var cursor = new ByteCursor(cut);

        Assert.Equal(0UL, cursor.ReadVarint());
        Assert.True(cursor is { Failed: true, AtEnd: true });
    }

    [Fact]
    public void A_number_of_eleven_bytes_is_a_fault_wherever_it_stands()
    {
        byte[] endless = [.. Enumerable.Repeat((byte)0x80, 10), 0x00, 1, 1, 1, 1, 1, 1, 1, 1];
        var cursor = new ByteCursor(endless);

        cursor.ReadVarint();

        Assert.True(cursor.Failed);
    }

    // The same value with needless bytes behind: the format allows it.
    [Theory]
    [InlineData(new byte[] { 0x85, 0x00 }, 5)]
    [InlineData(new byte[] { 0x85, 0x80, 0x00 }, 5)]
    [InlineData(new byte[] { 0x85, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00 }, 5)]
    public void A_number_may_be_longer_than_it_need_be(byte[] bytes, ulong expected)
    {
        var cursor = new ByteCursor(bytes);

        Assert.Equal(expected, cursor.ReadVarint());
        Assert.True(cursor is { AtEnd: true, Failed: false });
    }

    [Fact]
    public void A_count_beyond_an_index_is_a_fault()
    {
        var fits = new ByteCursor(ProtoWriter.Numbers([int.MaxValue]));
        var exceeds = new ByteCursor(ProtoWriter.Numbers([1UL + int.MaxValue]));

        Assert.Equal(int.MaxValue, fits.ReadInt());
        Assert.Equal(0, exceeds.ReadInt());
        Assert.False(fits.Failed);
        Assert.True(exceeds.Failed);
    }

    [Fact]
    public void A_piece_is_as_long_as_it_says_and_never_longer_than_what_is_there()
    {
        var whole = new ByteCursor([3, 7, 8, 9, 1]);
        Assert.Equal([7, 8, 9], whole.ReadPiece().ToArray());
        Assert.Equal(4, whole.Position);
        Assert.Equal(1, whole.ReadByte());
        Assert.True(whole is { AtEnd: true, Failed: false });

        var tooLong = new ByteCursor([4, 7, 8, 9]);
        Assert.True(tooLong.ReadPiece().IsEmpty);
        Assert.True(tooLong.Failed);

        // A length of 2^64 - 1 must not come round to a short one.
        var huge = new ByteCursor([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01, 7]);
        Assert.True(huge.ReadPiece().IsEmpty);
        Assert.True(huge.Failed);
    }

    [Fact]
    public void A_field_tells_its_number_and_type_and_any_known_type_is_passed_over()
    {
        byte[] message =
        [
            .. new ProtoWriter().Number(1, 300).Piece(2, [1, 2, 3]).ToArray(),
            (3 << 3) | ProtoField.Fixed64, 1, 2, 3, 4, 5, 6, 7, 8,
            (4 << 3) | ProtoField.Fixed32, 1, 2, 3, 4,
            .. new ProtoWriter().Number(536_870_911, 1).ToArray(),
        ];
        var cursor = new ByteCursor(message);
        var seen = new List<ProtoField>();
        while (!cursor.AtEnd)
        {
            seen.Add(cursor.ReadField());
            cursor.Skip(seen[^1]);
        }

        Assert.False(cursor.Failed);
        Assert.Equal(
            [new(1, ProtoField.Varint), new(2, ProtoField.Piece), new(3, ProtoField.Fixed64), new(4, ProtoField.Fixed32), new(536_870_911, ProtoField.Varint)],
            seen);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7)]
    public void A_type_that_is_not_known_is_a_fault(int type)
    {
        var cursor = new ByteCursor([(byte)((1 << 3) | type), 1, 2, 3, 4, 5, 6, 7, 8]);

        cursor.Skip(cursor.ReadField());

        Assert.True(cursor.Failed);
    }

    [Theory]
    [InlineData(ProtoField.Fixed64, 7)]
    [InlineData(ProtoField.Fixed32, 3)]
    public void A_fixed_number_that_is_cut_is_a_fault(int type, int bytes)
    {
        var cursor = new ByteCursor([(byte)((1 << 3) | type), .. new byte[bytes]]);

        cursor.Skip(cursor.ReadField());

        Assert.True(cursor is { Failed: true, AtEnd: true });
    }

    [Fact]
    public void A_cursor_past_its_end_stays_there()
    {
        var cursor = new ByteCursor([0x01]);
        Assert.Equal(1, cursor.ReadByte());

        Assert.Equal(0, cursor.ReadByte());
        Assert.Equal(0UL, cursor.ReadVarint());
        Assert.Equal(0, cursor.ReadUInt16());
        Assert.True(cursor.ReadPiece().IsEmpty);
        Assert.Equal(1, cursor.Position);
        Assert.True(cursor.Failed);
    }

    [Fact]
    public void Random_bytes_end_every_loop() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<byte[]>().ToArbitrary(), bytes =>
        {
            var cursor = new ByteCursor(bytes);
            var fields = 0;
            while (!cursor.AtEnd)
            {
                cursor.Skip(cursor.ReadField());
                fields++;
            }

            return fields <= bytes.Length && cursor.Position == bytes.Length;
        }).QuickCheckThrowOnFailure();
}
