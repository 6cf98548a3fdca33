using System.Security.Cryptography;

namespace KneeLoad.Web.Storage;

/// <summary>The checksum that a sender states of one piece.</summary>
/// <param name="Algorithm">The hash algorithm.</param>
/// <param name="Stated">The hash that its bytes must have.</param>
public sealed record PieceChecksum(HashAlgorithmName Algorithm, ReadOnlyMemory<byte> Stated)
{
    /// <summary>The names of the algorithms that are known, as the tus protocol lists them.</summary>
    public const string Known = "sha1,sha256";

    /// <summary>Reads a name and a hash in Base64; null where either is not known.</summary>
    public static PieceChecksum? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split(' ') is not [var name, var stated])
        {
            return null;
        }

        var (algorithm, length) = name switch
        {
            "sha1" => (HashAlgorithmName.SHA1, SHA1.HashSizeInBytes),
            "sha256" => (HashAlgorithmName.SHA256, SHA256.HashSizeInBytes),
            _ => (default, 0),
        };
        var bytes = new byte[SHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(stated, bytes, out var written) && written == length && length > 0
            ? new(algorithm, bytes.AsMemory(0, length))
            : null;
    }

    /// <summary>Begins to hash a piece.</summary>
    internal IncrementalHash Begin() => IncrementalHash.CreateHash(Algorithm);

    /// <summary>Whether the bytes are those that were stated.</summary>
    internal bool Matches(IncrementalHash hash) => hash.GetHashAndReset().AsSpan().SequenceEqual(Stated.Span);
}
