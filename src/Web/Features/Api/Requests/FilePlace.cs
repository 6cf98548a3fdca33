using System.Buffers.Text;

namespace KneeLoad.Web.Features.Api.Requests;

/// <summary>A place in a list of an archive's files, ordered by archive and number.</summary>
/// <param name="Upload">The archive of the last line before it.</param>
/// <param name="Number">Its number in the archive.</param>
internal readonly record struct FilePlace(Guid Upload, int Number)
{
    private const int Bytes = 16 + sizeof(int);

    /// <summary>Reads one; null where it is none.</summary>
    public static FilePlace? Of(string text)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return text.Length <= 2 * Bytes && Base64Url.TryDecodeFromChars(text, bytes, out var length) && length == Bytes
            ? new(new(bytes[..16]), BitConverter.ToInt32(bytes[16..]))
            : null;
    }

    /// <summary>Writes it as a word.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        Upload.TryWriteBytes(bytes);
        BitConverter.TryWriteBytes(bytes[16..], Number);
        return Base64Url.EncodeToString(bytes);
    }
}
