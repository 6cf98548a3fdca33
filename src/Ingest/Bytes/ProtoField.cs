namespace KneeLoad.Ingest.Bytes;

/// <summary>Number and wire type of a field of a protocol buffer message.</summary>
internal readonly record struct ProtoField(int Number, int WireType)
{
    public const int Varint = 0;
    public const int Fixed64 = 1;
    public const int Piece = 2;
    public const int Fixed32 = 5;

    /// <summary>Whether it is this field, with a counted piece as value.</summary>
    public bool IsPiece(int number) => Number == number && WireType == Piece;

    /// <summary>Whether it is this field, with a varint as value.</summary>
    public bool IsVarint(int number) => Number == number && WireType == Varint;
}
