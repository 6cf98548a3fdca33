using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace KneeLoad.Web.Storage;

/// <summary>A file that comes in pieces, as its state lies on disk beside its bytes.</summary>
/// <param name="Id">Key; the upload that it becomes has the same.</param>
/// <param name="BatchId">The batch that it belongs to.</param>
/// <param name="Name">Its name, as it may be shown.</param>
/// <param name="Bytes">Its whole size. [bytes]</param>
public sealed record PartialUpload(Guid Id, Guid BatchId, string Name, long Bytes)
{
    /// <summary>Bytes that are safe on disk. [bytes]</summary>
    public long Offset { get; init; }

    /// <summary>When it is let go. [ms since 1970]</summary>
    public long Expires { get; init; }

    /// <summary>The sender's words on it, given back as they came; null for none.</summary>
    public string? Metadata { get; init; }

    /// <summary>SHA-256 of its bytes in hex, once all are there; null before.</summary>
    public string? Hash { get; init; }

    /// <summary>The upload that it became; null while it is none.</summary>
    public Guid? Upload { get; init; }

    /// <summary>Whether all bytes are there.</summary>
    public bool IsWhole => Offset == Bytes;

    /// <summary>The key of a file that its sender has a mark for: the same for the same runner, mark, name and size.</summary>
    public static Guid IdOf(Guid runnerId, string mark, string name, long bytes)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{runnerId}\n{bytes}\n{name}\n{mark}");
        return new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16), bigEndian: true);
    }

    /// <summary>Whether its time is over.</summary>
    public bool IsExpired(Instant now) => Expires <= now.ToUnixTimeMilliseconds();
}

/// <summary>The piece that was appended.</summary>
/// <param name="Partial">The file after it.</param>
/// <param name="End">How the piece ended.</param>
public sealed record AppendedPiece(PartialUpload Partial, PieceEnd End);

/// <summary>Names how a piece ended.</summary>
public enum PieceEnd
{
    /// <summary>It came to its end.</summary>
    Whole,

    /// <summary>The connection was cut; what came before stays.</summary>
    Cut,

    /// <summary>It holds more bytes than the file; nothing beyond the file's end stays.</summary>
    TooLong,

    /// <summary>Its bytes do not match their checksum; nothing of it stays.</summary>
    Mismatch,
}

/// <summary>Says that another process receives bytes of the same file.</summary>
public sealed class PartialLockedException(Exception fault) : Exception("Another request holds the file.", fault);
