using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Tests.Fit.Protocol;

public sealed class LocalTypesTests
{
    private static readonly byte[] HeartRateOfRecord = [0x40, 0, 0, 20, 0, 1, 3, 1, 2];

    [Fact]
    public void Sixteen_types_can_be_defined_side_by_side()
    {
        var types = new LocalTypes();

        Define(types[0]);
        Define(types[LocalTypes.Count - 1]);

        Assert.Equal(16, LocalTypes.Count);
        Assert.True(types[0].IsDefined);
        Assert.False(types[1].IsDefined);
        Assert.True(types[15].IsDefined);
        Assert.NotSame(types[0], types[15]);
        Assert.Throws<IndexOutOfRangeException>(() => types[16]);
    }

    [Fact]
    public void The_next_file_of_a_chain_defines_all_types_anew()
    {
        var types = new LocalTypes();
        Define(types[3]);

        types.Clear();

        Assert.False(types[3].IsDefined);
    }

    [Fact]
    public void Types_that_were_given_back_are_rented_again_without_their_definitions()
    {
        var first = LocalTypes.Rent();
        Define(first[2]);
        first.Return();

        var second = LocalTypes.Rent();

        Assert.Same(first, second);
        Assert.False(second[2].IsDefined);
        second.Return();
    }

    [Fact]
    public void Types_that_are_still_rented_are_not_given_to_another()
    {
        var first = LocalTypes.Rent();
        var second = LocalTypes.Rent();

        Assert.NotSame(first, second);
        second.Return();
        first.Return();
    }

    private static void Define(MessageDefinition definition) => definition.Read(HeartRateOfRecord, 0, HeartRateOfRecord.Length);
}
