using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace KneeLoad.Web.Pipeline.Steps;

/// <summary>Keys of runs, derived from where they come from: importing the same file again gives the same rows.</summary>
internal static class RunKey
{
    private const int KeyBytes = 16;

    /// <summary>The key of one activity.</summary>
    /// <param name="runnerId">Whose it is.</param>
    /// <param name="contentHash">SHA-256 of the uploaded file, hex.</param>
    /// <param name="member">Number of the file in its archive, from 0. A number, since names may repeat.</param>
    /// <param name="ordinal">Number of the activity within that file, from 0.</param>
    public static Guid Of(Guid runnerId, string contentHash, int member, int ordinal)
    {
        Span<byte> source = stackalloc byte[KeyBytes + (contentHash.Length * 2) + (2 * sizeof(int))];
        runnerId.TryWriteBytes(source);
        var length = KeyBytes + Encoding.UTF8.GetBytes(contentHash, source[KeyBytes..]);
        BinaryPrimitives.WriteInt32LittleEndian(source[length..], member);
        BinaryPrimitives.WriteInt32LittleEndian(source[(length + sizeof(int))..], ordinal);
        var hash = SHA256.HashData(source[..(length + (2 * sizeof(int)))]).AsSpan(0, KeyBytes);
        // Version 8 and the standard variant: a key of our own making (RFC 9562, section 5.8).
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
