using KneeLoad.Ingest.Fit.Protocol;
using KneeLoad.Testing;
using static KneeLoad.Ingest.Tests.Fit.MadeMessages;

namespace KneeLoad.Ingest.Tests.Fit.Protocol;

public sealed class FitMessageTests
{
    private const ushort Session = 18;

    [Fact]
    public void Fields_are_found_by_their_number_wherever_they_stand()
    {
        var message = Of(Session, FitField.UInt8(5, 1), FitField.SInt16(40, -300), FitField.UInt32(9, 70_000));

        Assert.Equal([1, -300, 70_000], [message.Number(5), message.Number(40), message.Number(9)]);
        Assert.Null(message.Number(6));
    }

    [Fact]
    public void Fields_keep_their_places_when_the_order_of_bytes_changes()
    {
        var message = Last(new FitFileBuilder { BigEndian = true }.Message(0, Session, FitField.UInt8(5, 1), FitField.UInt32(9, 70_000)));

        Assert.Equal([1, 70_000], [message.Number(5), message.Number(9)]);
    }

    [Fact]
    public void A_field_that_stands_twice_speaks_with_its_first_value() =>
        Assert.Equal(3, Of(Session, FitField.UInt8(5, 3), FitField.UInt8(5, 4)).Number(5));

    [Fact]
    public void A_developers_field_of_the_same_number_is_another_field()
    {
        var message = Of(Session, FitField.UInt8(6, 7), FitField.UInt8(5, 9).OfDeveloper(0));

        Assert.Null(message.Number(5));
        Assert.Equal(7, message.Number(6));
        Assert.True(message.Bytes(5, FitBaseType.Bytes).IsEmpty);
    }

    [Fact]
    public void A_whole_number_is_neither_below_zero_nor_beyond_32_bits()
    {
        Assert.Equal(0u, Of(Session, FitField.SInt32(5, 0)).Whole(5));
        Assert.Null(Of(Session, FitField.SInt32(5, -1)).Whole(5));
        Assert.Equal(uint.MaxValue - 1, Of(Session, FitField.UInt64(5, uint.MaxValue - 1)).Whole(5));
        Assert.Null(Of(Session, FitField.UInt64(5, uint.MaxValue)).Whole(5));
        Assert.Null(Of(Session, FitField.UInt32(5, uint.MaxValue)).Whole(5));
        Assert.Null(Of(Session, FitField.UInt8(6, 1)).Whole(5));
    }

    [Fact]
    public void A_text_ends_at_its_first_zero_or_with_its_field()
    {
        Assert.Equal("Trail", Of(Session, FitField.Text(3, "Trail", 12)).Text(3));
        Assert.Equal("Trail", Of(Session, FitField.Text(3, "Trailrun", 5)).Text(3));
        Assert.Equal("Zürich", Of(Session, FitField.Text(3, "Zürich")).Text(3));
        Assert.Equal("one", Of(Session, FitField.Raw(3, 0x07, (byte)'o', (byte)'n', (byte)'e', 0, (byte)'2')).Text(3));
    }

    [Fact]
    public void An_empty_text_and_a_field_of_another_type_are_no_text()
    {
        Assert.Null(Of(Session, FitField.Text(3, string.Empty, 8)).Text(3));
        Assert.Null(Of(Session, FitField.UInt8(3, (byte)'A')).Text(3));
        Assert.Null(Of(Session, FitField.Text(4, "Trail")).Text(3));
    }

    [Fact]
    public void Letters_cut_in_the_middle_become_the_sign_for_what_cannot_be_read() =>
        Assert.Equal("Z\uFFFD", Of(Session, FitField.Raw(3, 0x07, (byte)'Z', 0xC3)).Text(3));

    [Fact]
    public void All_valid_elements_are_copied_and_fillers_left_out()
    {
        var copied = new ushort[4];

        Assert.Equal(2, Of(78, FitField.UInt16(0, 812, 0xFFFF, 799, 0xFFFF)).CopyTo(copied, 0));

        Assert.Equal([812, 799, 0, 0], copied);
    }

    [Fact]
    public void Elements_are_copied_in_either_order_of_bytes()
    {
        var copied = new ushort[2];

        Assert.Equal(2, Last(new FitFileBuilder { BigEndian = true }.Message(0, 78, FitField.UInt16(0, 812, 0))).CopyTo(copied, 0));

        Assert.Equal([812, 0], copied);
    }

    [Fact]
    public void Half_an_element_at_the_end_and_elements_of_another_type_are_not_copied()
    {
        var copied = new ushort[4];

        Assert.Equal(1, Of(78, FitField.Raw(0, 0x84, 0x2C, 0x03, 0x01)).CopyTo(copied, 0));
        Assert.Equal(0, Of(78, FitField.UInt32(0, 812)).CopyTo(copied, 0));
        Assert.Equal(0, Of(78, FitField.UInt16(1, 812)).CopyTo(copied, 0));

        Assert.Equal([812, 0, 0, 0], copied);
    }

    [Fact]
    public void A_message_without_any_time_has_none() => Assert.Null(Of(Session, FitField.UInt8(5, 1)).Timestamp);
}
