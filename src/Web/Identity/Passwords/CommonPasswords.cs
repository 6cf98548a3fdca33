using KneeLoad.Web.Data.Entities;
using Microsoft.AspNetCore.Identity;

namespace KneeLoad.Web.Identity.Passwords;

/// <summary>
/// Refuses passwords that a guesser tries first: one of the list, a few predictable pieces, one repeated piece, digits alone; and endless ones.
/// </summary>
internal sealed class CommonPasswords : IPasswordValidator<Runner>
{
    /// <summary>Longest password that is hashed; a longer one is a way to keep the machine busy.</summary>
    private const int Longest = 256;

    /// <summary>Pieces that a password is made of at least. [1]</summary>
    private const int FewestPieces = 5;

    /// <summary>Shortest that digits and signs alone may be.</summary>
    private const int ShortestWithoutLetters = 10;

    public Task<IdentityResult> ValidateAsync(UserManager<Runner> manager, Runner user, string? password)
    {
        var fault = password switch
        {
            null => null,
            { Length: > Longest } => new IdentityError { Code = "PasswordTooLong", Description = $"A password has at most {Longest} characters." },
            _ when IsCommon(password, user.Email) => new IdentityError
            {
                Code = "PasswordCommon",
                Description = "This password is among the first that are guessed. Take a longer or odder one.",
            },
            _ => null,
        };
        return Task.FromResult(fault is null ? IdentityResult.Success : IdentityResult.Failed(fault));
    }

    internal static bool IsCommon(string password, string? mail)
    {
        var plain = password.Trim().ToLowerInvariant();
        return IsRepeated(plain)
            || CommonPasswordList.Holds(plain)
            || CommonPasswordList.Holds(PasswordPieces.Undisguised(plain, 'i'))
            || CommonPasswordList.Holds(PasswordPieces.Undisguised(plain, 'l'))
            || (plain.Length < ShortestWithoutLetters && plain.All(letter => letter < 128 && !char.IsAsciiLetter(letter)))
            || PasswordPieces.Count(plain, OwnWords(mail ?? "")) < FewestPieces;
    }

    /// <summary>The address, and the parts of it that are longer than a syllable.</summary>
    private static IEnumerable<string> OwnWords(string mail)
    {
        var address = mail.ToLowerInvariant();
        var parts = address.Split('@', '.', '-', '_', '+').Select(part => part.Trim("0123456789".ToCharArray()));
        return parts.Concat([address, address.Split('@')[0]]).Where(part => part.Length > 2);
    }

    /// <summary>One piece of up to 4 characters over and over.</summary>
    private static bool IsRepeated(string text)
    {
        for (var size = 1; size <= Math.Min(4, text.Length / 2); size++)
        {
            var period = size;
            if (Enumerable.Range(period, text.Length - period).All(i => text[i] == text[i - period]))
            {
                return true;
            }
        }

        return false;
    }
}
