namespace KneeLoad.Ingest.Fit.Protocol;

/// <summary>The number types of the FIT protocol, by the low five bits of the base type byte (section "Base Types").</summary>
internal enum FitBaseType : byte
{
    /// <summary>A named number, invalid 0xFF.</summary>
    Enumeration = 0,

    /// <summary>Signed 8 bits, invalid 0x7F.</summary>
    SInt8 = 1,

    /// <summary>Unsigned 8 bits, invalid 0xFF.</summary>
    UInt8 = 2,

    /// <summary>Signed 16 bits, invalid 0x7FFF.</summary>
    SInt16 = 3,

    /// <summary>Unsigned 16 bits, invalid 0xFFFF.</summary>
    UInt16 = 4,

    /// <summary>Signed 32 bits, invalid 0x7FFFFFFF.</summary>
    SInt32 = 5,

    /// <summary>Unsigned 32 bits, invalid 0xFFFFFFFF.</summary>
    UInt32 = 6,

    /// <summary>UTF-8 text that ends with a zero byte.</summary>
    Text = 7,

    /// <summary>IEEE 754, 32 bits, invalid when all bits are set.</summary>
    Float32 = 8,

    /// <summary>IEEE 754, 64 bits, invalid when all bits are set.</summary>
    Float64 = 9,

    /// <summary>Unsigned 8 bits, invalid 0.</summary>
    UInt8Z = 10,

    /// <summary>Unsigned 16 bits, invalid 0.</summary>
    UInt16Z = 11,

    /// <summary>Unsigned 32 bits, invalid 0.</summary>
    UInt32Z = 12,

    /// <summary>Bare bytes, invalid when all are 0xFF.</summary>
    Bytes = 13,

    /// <summary>Signed 64 bits, invalid 0x7FFFFFFFFFFFFFFF.</summary>
    SInt64 = 14,

    /// <summary>Unsigned 64 bits, invalid 0xFFFFFFFFFFFFFFFF.</summary>
    UInt64 = 15,

    /// <summary>Unsigned 64 bits, invalid 0.</summary>
    UInt64Z = 16,
}
