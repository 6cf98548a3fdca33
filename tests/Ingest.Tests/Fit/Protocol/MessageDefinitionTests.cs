using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Tests.Fit.Protocol;

public sealed class MessageDefinitionTests
{
    [Fact]
    public void Fields_of_no_size_are_not_kept_since_each_look_up_would_pass_them()
    {
        // Found by a file of messages one byte long, each with 510 such fields: 20 MB of them took a minute.
        byte[] bytes = [0x60, 0, 0, 21, 0, 2, 0, 0, 2, 1, 1, 2, 1, 7, 0, 0];

        var definition = new MessageDefinition();
        var taken = definition.Read(bytes, 0, bytes.Length);

        Assert.Equal(bytes.Length, taken);
        Assert.Equal([new FieldDefinition(1, null, 0, 1, FitBaseType.UInt8)], definition.Fields.ToArray());
        Assert.Equal(1, definition.Size);
    }

    [Fact]
    public void Of_a_message_that_is_passed_over_only_the_time_is_kept()
    {
        byte[] bytes = [0x40, 0, 0, 0x01, 0xFF, 3, 0, 4, 0x86, 253, 4, 0x86, 1, 2, 0x84];

        var definition = new MessageDefinition();
        definition.Read(bytes, 0, bytes.Length);

        Assert.Equal([new FieldDefinition(253, null, 4, 4, FitBaseType.UInt32)], definition.Fields.ToArray());
        Assert.Equal(definition.Fields[0], definition.Timestamp);
        Assert.Equal(10, definition.Size);
    }

    [Theory]
    [InlineData(0, 0x14, 0x00)]
    [InlineData(1, 0x00, 0x14)]
    public void The_number_of_the_message_stands_in_the_order_that_the_definition_names(byte architecture, byte first, byte second)
    {
        byte[] bytes = [0x40, 0, architecture, first, second, 0];

        var definition = new MessageDefinition();
        definition.Read(bytes, 0, bytes.Length);

        Assert.Equal((20, architecture == 1), (definition.GlobalNumber, definition.BigEndian));
        Assert.Equal(0, definition.Size);
        Assert.True(definition.IsDefined);
    }

    [Fact]
    public void Fields_follow_one_another_and_developers_come_last()
    {
        byte[] bytes = [0x60, 0, 0, 20, 0, 2, 253, 4, 0x86, 3, 1, 0x02, 2, 9, 4, 0, 9, 2, 1];

        var definition = new MessageDefinition();
        var taken = definition.Read(bytes, 0, bytes.Length);

        FieldDefinition[] expected =
        [
            new(253, null, 0, 4, FitBaseType.UInt32), new(3, null, 4, 1, FitBaseType.UInt8),
            new(9, 0, 5, 4, FitBaseType.Bytes), new(9, 1, 9, 2, FitBaseType.Bytes),
        ];
        Assert.Equal(bytes.Length, taken);
        Assert.Equal(expected, definition.Fields.ToArray());
        Assert.Equal(11, definition.Size);
        Assert.Equal(expected[0], definition.Timestamp);
    }

    [Fact]
    public void A_definition_cut_anywhere_takes_nothing()
    {
        byte[] bytes = [0x60, 0, 0, 20, 0, 1, 3, 1, 0x02, 1, 9, 4, 0];

        for (var length = 0; length < bytes.Length; length++)
        {
            var definition = new MessageDefinition();

            Assert.Equal(0, definition.Read(bytes, 0, length));
            Assert.False(definition.IsDefined);
        }
    }

    [Fact]
    public void The_same_definition_again_leaves_all_that_was_planned_on_it()
    {
        byte[] once = [0x40, 0, 0, 20, 0, 1, 3, 1, 0x02];
        byte[] file = [.. once, .. once];
        var definition = new MessageDefinition();
        definition.Read(file, 0, file.Length);
        var plan = definition.Plan;

        Assert.Equal(once.Length, definition.Read(file, once.Length, file.Length));

        Assert.Equal(1, definition.Revision);
        Assert.Same(plan, definition.Plan);
    }

    [Fact]
    public void Another_definition_replaces_the_fields_and_the_time_and_counts_the_revision_up()
    {
        byte[] file = [0x40, 0, 0, 20, 0, 1, 253, 4, 0x86, 0x40, 0, 0, 20, 0, 1, 4, 1, 0x02];
        var definition = new MessageDefinition();
        definition.Read(file, 0, file.Length);

        definition.Read(file, 9, file.Length);

        Assert.Equal(2, definition.Revision);
        Assert.Null(definition.Timestamp);
        Assert.Equal([new FieldDefinition(4, null, 0, 1, FitBaseType.UInt8)], definition.Fields.ToArray());
    }

    [Fact]
    public void After_a_file_of_a_chain_the_same_bytes_define_anew()
    {
        byte[] file = [0x40, 0, 0, 20, 0, 1, 3, 1, 0x02];
        var definition = new MessageDefinition();
        definition.Read(file, 0, file.Length);

        definition.Clear();
        Assert.False(definition.IsDefined);
        definition.Read(file, 0, file.Length);

        Assert.True(definition.IsDefined);
        Assert.Equal(2, definition.Revision);
    }
}
