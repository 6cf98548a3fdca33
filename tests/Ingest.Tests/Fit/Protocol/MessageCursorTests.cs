using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Protocol;
using KneeLoad.Testing;
using static KneeLoad.Ingest.Tests.Fit.MadeMessages;

namespace KneeLoad.Ingest.Tests.Fit.Protocol;

public sealed class MessageCursorTests
{
    private const int HeaderSize = 14;
    private const ushort Record = 20;
    private const ushort Event = 21;
    private const uint Time = 1_000_000_000 & ~0x1Fu;

    [Fact]
    public void Records_of_one_shape_come_as_one_run()
    {
        var cursor = Walk(new FitFileBuilder().Message(0, Record, Beats(140)).Message(0, Record, Beats(141)).Message(0, Record, Beats(142)));

        Assert.True(cursor.MoveNext());

        Assert.Equal((3, 2), (cursor.RunLength, cursor.Stride));
        Assert.Equal([0, 140, 0, 141, 0, 142], cursor.Run.ToArray());
        Assert.False(cursor.MoveNext());
        Assert.Null(cursor.Fault);
    }

    [Fact]
    public void Other_messages_come_one_by_one()
    {
        var cursor = Walk(new FitFileBuilder().Message(0, Event, FitField.Enumeration(0, 1)).Message(0, Event, FitField.Enumeration(0, 2)));

        Assert.True(cursor.MoveNext());
        Assert.Equal((1, 1.0), (cursor.RunLength, cursor.Message.Number(0)));
        Assert.True(cursor.MoveNext());
        Assert.Equal((1, 2.0), (cursor.RunLength, cursor.Message.Number(0)));
        Assert.False(cursor.MoveNext());
    }

    [Fact]
    public void A_run_ends_where_another_local_type_or_a_definition_stands()
    {
        var file = new FitFileBuilder()
            .Message(0, Record, Beats(140))
            .Message(1, Record, Beats(141))
            .Message(0, Record, Beats(142))
            .Message(0, Record, Beats(143))
            .Message(0, Record, Beats(144), FitField.UInt8(4, 80));

        Assert.Equal([1, 1, 2, 1], RunLengths(file));
    }

    [Fact]
    public void Records_with_compressed_times_come_one_by_one()
    {
        var file = new FitFileBuilder().CompressedMessage(0, Record, 1, Beats(140)).CompressedMessage(0, Record, 1, Beats(141));

        Assert.Equal([1, 1], RunLengths(file));
    }

    [Fact]
    public void A_plain_header_has_no_compressed_time_and_a_message_with_a_time_has_its_own()
    {
        var cursor = Walk(new FitFileBuilder().Message(0, Event, At(Time), FitField.Enumeration(0, 0)));

        Assert.True(cursor.MoveNext());

        Assert.Null(cursor.CompressedTime);
        Assert.Equal(Time, cursor.Message.Timestamp);
    }

    [Fact]
    public void A_compressed_time_counts_on_from_the_last_time_of_any_message()
    {
        var cursor = Walk(new FitFileBuilder()
            .Message(0, Record, At(Time + 1), Beats(140))
            .Message(1, Event, At(Time + 5), FitField.Enumeration(0, 0))
            .CompressedMessage(2, Record, 4, Beats(141)));

        Assert.True(cursor.MoveNext() && cursor.MoveNext() && cursor.MoveNext());

        // Five bits of 4 come before the 5 of the event: the next turn of 32 s.
        Assert.Equal(Time + 36, cursor.CompressedTime);
    }

    [Fact]
    public void A_compressed_time_of_the_31st_second_and_the_one_after_differ_by_one()
    {
        var cursor = Walk(new FitFileBuilder()
            .Message(0, Record, At(Time), Beats(140))
            .CompressedMessage(1, Record, 31, Beats(141))
            .CompressedMessage(1, Record, 0, Beats(142)));

        Assert.True(cursor.MoveNext() && cursor.MoveNext());
        Assert.Equal(Time + 31, cursor.CompressedTime);
        Assert.True(cursor.MoveNext());
        Assert.Equal(Time + 32, cursor.CompressedTime);
    }

    [Fact]
    public void A_time_that_was_not_measured_leaves_the_last_one_standing()
    {
        var cursor = Walk(new FitFileBuilder()
            .Message(0, Event, At(Time + 3), FitField.Enumeration(0, 0))
            .Message(0, Event, At(uint.MaxValue), FitField.Enumeration(0, 0))
            .CompressedMessage(1, Record, 4, Beats(141)));

        Assert.True(cursor.MoveNext() && cursor.MoveNext() && cursor.MoveNext());

        Assert.Equal(Time + 4, cursor.CompressedTime);
    }

    [Fact]
    public void Of_a_run_whose_last_time_was_not_measured_the_last_one_that_was_counts()
    {
        var cursor = Walk(new FitFileBuilder()
            .Message(0, Record, At(Time + 3), Beats(140))
            .Message(0, Record, At(uint.MaxValue), Beats(141))
            .CompressedMessage(1, Record, 4, Beats(142)));

        Assert.True(cursor.MoveNext() && cursor.MoveNext());

        Assert.Equal(Time + 4, cursor.CompressedTime);
    }

    [Fact]
    public void A_compressed_header_names_one_of_the_first_four_local_types()
    {
        var cursor = Walk(new FitFileBuilder().CompressedMessage(3, Record, 9, Beats(140)));

        Assert.True(cursor.MoveNext());

        Assert.Equal(140, cursor.Message.Number(3));
        Assert.Equal(9u, cursor.CompressedTime);
    }

    [Fact]
    public void A_local_type_that_was_not_defined_is_a_fault_at_its_header()
    {
        var cursor = Walk(new FitFileBuilder().Message(0, Event, FitField.Enumeration(0, 0)).Bytes(0x01, 0x00));

        Assert.True(cursor.MoveNext());
        var behind = cursor.Position;

        Assert.False(cursor.MoveNext());
        Assert.Equal((ReadFault.UndefinedLocalMessage, behind), (cursor.Fault, cursor.Position));
        Assert.False(cursor.MoveNext());
    }

    [Fact]
    public void A_message_cut_by_one_byte_is_a_fault_and_a_whole_one_is_none()
    {
        byte[] file = [0x40, 0, 0, 21, 0, 1, 0, 2, 0x84, 0x00, 7, 0];

        var whole = new MessageCursor(file, 0, file.Length, new LocalTypes());
        var cut = new MessageCursor(file, 0, file.Length - 1, new LocalTypes());

        Assert.True(whole.MoveNext());
        Assert.Null(whole.Fault);
        Assert.False(cut.MoveNext());
        Assert.Equal((ReadFault.Truncated, 9), (cut.Fault, cut.Position));
    }

    [Fact]
    public void A_run_stops_before_the_record_that_is_cut()
    {
        byte[] file = [0x40, 0, 0, 20, 0, 1, 7, 2, 0x84, 0x00, 7, 0, 0x00, 8, 0, 0x00, 9];

        var cursor = new MessageCursor(file, 0, file.Length, new LocalTypes());

        Assert.True(cursor.MoveNext());
        Assert.Equal(2, cursor.RunLength);
        Assert.False(cursor.MoveNext());
        Assert.Equal((ReadFault.Truncated, 15), (cursor.Fault, cursor.Position));
    }

    [Fact]
    public void A_definition_that_is_cut_is_a_fault_at_its_header()
    {
        byte[] file = [0x40, 0, 0, 20, 0, 1, 7, 2];

        var cursor = new MessageCursor(file, 0, file.Length, new LocalTypes());

        Assert.False(cursor.MoveNext());
        Assert.Equal((ReadFault.Truncated, 0), (cursor.Fault, cursor.Position));
    }

    [Fact]
    public void A_file_without_messages_ends_at_once_without_a_fault()
    {
        var cursor = Walk(new FitFileBuilder());

        Assert.False(cursor.MoveNext());
        Assert.Null(cursor.Fault);
        Assert.Equal(HeaderSize, cursor.Position);
    }

    private static FitField Beats(byte value) => FitField.UInt8(3, value);

    private static FitField At(uint seconds) => FitField.UInt32(253, seconds);

    private static List<int> RunLengths(FitFileBuilder builder)
    {
        var lengths = new List<int>();
        var cursor = Walk(builder);
        while (cursor.MoveNext())
        {
            lengths.Add(cursor.RunLength);
        }

        return lengths;
    }
}
