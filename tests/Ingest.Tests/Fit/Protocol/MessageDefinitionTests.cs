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
}
