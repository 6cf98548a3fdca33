using System.Security.Cryptography;
using System.Text;

namespace KneeLoad.Web.Features.Api.Requests;

/// <summary>
/// The header <c>Idempotency-Key</c>: the row that a request makes gets its key from it, so that the same request sent twice, however much
/// later, makes one row. Nothing is stored for it.
/// </summary>
internal static class IdempotencyKey
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Longest word of the header. [1]</summary>
    public const int Longest = 255;
    private const int BytesOfKey = 16;

    // A key of our own making (RFC 9562, version 8), so that none is mistaken for another.
    private const byte Version8 = 0x80;
    private const byte Variant = 0x80;

    /// <summary>Reads it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="runnerId">Whose: another's same word makes another key.</param>
    /// <param name="kind">The kind of row.</param>
    /// <param name="key">The key; null where the header is not there.</param>
    /// <returns>False where the header holds no key.</returns>
    public static bool TryRead(HttpRequest request, Guid runnerId, string kind, out Guid? key)
    {
        key = null;
        if (request.Headers[Header] is not { Count: > 0 } stated)
        {
            return true;
        }

        if (stated is not [{ Length: > 0 and <= Longest } word] || word.Any(letter => letter is < '!' or > '~'))
        {
            return false;
        }

        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{runnerId}\n{word}")).AsSpan(0, BytesOfKey);
        bytes[6] = (byte)((bytes[6] & 0x0f) | Version8);
        bytes[8] = (byte)((bytes[8] & 0x3f) | Variant);
        key = new Guid(bytes, bigEndian: true);
        return true;
    }
}

/// <summary>Says that an address takes the header.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesKeyAttribute : Attribute;

/// <summary>Says that an address takes files in a form.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesFilesAttribute : Attribute;
