using KneeLoad.Ingest.Bytes;

namespace KneeLoad.Ingest.Tests.Bytes;

public sealed class ProtoFieldTests
{
    [Fact]
    public void A_field_is_known_by_its_number_and_by_how_its_value_is_written()
    {
        Assert.True(new ProtoField(3, ProtoField.Piece).IsPiece(3));
        Assert.False(new ProtoField(3, ProtoField.Varint).IsPiece(3));
        Assert.False(new ProtoField(4, ProtoField.Piece).IsPiece(3));
        Assert.True(new ProtoField(3, ProtoField.Varint).IsVarint(3));
        Assert.False(new ProtoField(3, ProtoField.Fixed32).IsVarint(3));
        Assert.False(new ProtoField(4, ProtoField.Varint).IsVarint(3));
    }
}
