// The attribute types that SqlClient's assembly refers to for CLR user-defined types. KneeLoad stores none;
// without these names SqlClient cannot be loaded, and the package that holds them is not to be had.

namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR user-defined type is serialised.</summary>
public enum Format
{
    /// <summary>Not stated.</summary>
    Unknown = 0,

    /// <summary>By the server's own layout of blittable fields.</summary>
    Native = 1,

    /// <summary>By the type itself, through <see cref="IBinarySerialize"/>.</summary>
    UserDefined = 2,
}

/// <summary>A type that writes itself.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads the value.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the value.</summary>
    void Write(BinaryWriter w);
}

/// <summary>Marks a CLR type as a column type of SQL Server.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How the type is serialised.</summary>
    public Format Format { get; } = format;

    /// <summary>Longest value. [bytes]</summary>
    public int MaxByteSize { get; set; }

    /// <summary>True when every value has the same length.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>True when values compare by their bytes.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>Name of the method that checks a value.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>Name of the type on the server.</summary>
    public string? Name { get; set; }
}

/// <summary>A CLR type that cannot be stored.</summary>
[Serializable]
public sealed class InvalidUdtException : SystemException
{
    /// <summary>Without a message.</summary>
    public InvalidUdtException()
    {
    }

    /// <summary>With a message.</summary>
    public InvalidUdtException(string? message) : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    public InvalidUdtException(string? message, Exception? innerException) : base(message, innerException)
    {
    }
}
