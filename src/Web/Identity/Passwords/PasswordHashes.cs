using System.Buffers.Binary;
using System.Security.Cryptography;
using KneeLoad.Web.Data.Entities;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KneeLoad.Web.Identity.Passwords;

/// <summary>
/// Hashes passwords with PBKDF2 and SHA-512. A wrong password costs the same whether its account is known, unknown, or still has a
/// hash of fewer rounds, which is made anew at the next sign-in.
/// </summary>
public sealed class PasswordHashes(IOptions<PasswordHasherOptions> options) : PasswordHasher<Runner>(options)
{
    /// <summary>Rounds that OWASP advises for SHA-512. [1]</summary>
    public const int AdvisedRounds = 210_000;

    private const int RoundsAt = 5;
    private const int SaltBytes = 16;
    private const int KeyBytes = 32;
    private const byte Version = 1;
    private const int Sha512 = 2;

    private readonly int rounds = options.Value.IterationCount;

    /// <summary>A hash that no password has, for who is unknown.</summary>
    public string OfNobody { get; } = MakeOfNobody(options.Value.IterationCount);

    /// <inheritdoc/>
    public override PasswordVerificationResult VerifyHashedPassword(Runner user, string hashedPassword, string providedPassword)
    {
        ArgumentNullException.ThrowIfNull(hashedPassword);
        var verified = base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        if (verified is PasswordVerificationResult.Failed && rounds - RoundsOf(hashedPassword) is > 0 and var missing)
        {
            Rfc2898DeriveBytes.Pbkdf2(providedPassword, new byte[SaltBytes], missing, HashAlgorithmName.SHA512, KeyBytes);
        }

        return verified;
    }

    /// <summary>Rounds of a stored hash; the present ones where it does not say. [1]</summary>
    private int RoundsOf(string stored)
    {
        var bytes = new byte[stored.Length];
        return Convert.TryFromBase64String(stored, bytes, out var length) && length > RoundsAt + sizeof(int) && bytes[0] == Version
            ? (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(RoundsAt))
            : rounds;
    }

    // As the framework lays out its third version: version, algorithm, rounds, length of the salt, salt, key.
    private static string MakeOfNobody(int rounds)
    {
        var bytes = RandomNumberGenerator.GetBytes(RoundsAt + (2 * sizeof(int)) + SaltBytes + KeyBytes);
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), Sha512);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(RoundsAt), (uint)rounds);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(RoundsAt + sizeof(int)), SaltBytes);
        return Convert.ToBase64String(bytes);
    }
}
