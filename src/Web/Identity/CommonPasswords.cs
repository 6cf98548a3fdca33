using KneeLoad.Web.Data.Entities;
using Microsoft.AspNetCore.Identity;

namespace KneeLoad.Web.Identity;

/// <summary>Refuses passwords that a guesser tries first: common words, runs of keys, one repeated piece, the own address; and endless ones.</summary>
internal sealed class CommonPasswords : IPasswordValidator<Runner>
{
    /// <summary>Longest password that is hashed; a longer one is a way to keep the machine busy.</summary>
    private const int Longest = 256;

    private static readonly string[] KeyRuns =
        ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn", "1qaz2wsx3edc4rfv5tgb6yhn7ujm"];

    private static readonly string[] Words =
    [
        "password", "passwort", "passw0rd", "p@ssw0rd", "p@ssword", "kennwort", "motdepasse", "contrasena", "welcome", "willkommen", "letmein", "iloveyou",
        "trustno1", "sunshine", "princess", "football", "baseball", "superman", "batman", "dragon", "monkey", "shadow", "master", "michael",
        "jennifer", "charlie", "whatever", "starwars", "pokemon", "computer", "internet", "changeme", "secret", "admin", "administrator",
        "qwerty", "qwertz", "azerty", "asdf", "zxcv", "running", "runner", "marathon", "kneeload", "strava", "garmin", "liverpool", "chelsea", "arsenal",
        "summer", "winter", "spring", "autumn", "hello", "freedom", "flower", "cheese", "killer", "soccer", "jordan", "hunter", "ginger", "google", "facebook",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Runner> manager, Runner user, string? password)
    {
        var fault = password switch
        {
            null => null,
            { Length: > Longest } => new IdentityError { Code = "PasswordTooLong", Description = $"A password has at most {Longest} characters." },
            _ when IsCommon(password, user.Email) => new IdentityError { Code = "PasswordCommon", Description = "This password is among the first that are guessed. Take a longer or odder one." },
            _ => null,
        };
        return Task.FromResult(fault is null ? IdentityResult.Success : IdentityResult.Failed(fault));
    }

    internal static bool IsCommon(string password, string? mail)
    {
        var plain = password.Trim().ToLowerInvariant();
        var bare = plain.Trim("0123456789!?.,;:*#$%&+-_@/".ToCharArray());
        return bare.Length == 0 && plain.Length < 10
            || Words.Contains(bare, StringComparer.Ordinal)
            || plain.Length <= 12 && Array.Exists(Words, word => string.Equals(plain, word + word, StringComparison.Ordinal))
            || Array.Exists(KeyRuns, run => run.Contains(plain, StringComparison.Ordinal) || (bare.Length >= 4 && run.Contains(bare, StringComparison.Ordinal)))
            || IsRepeated(plain)
            || (mail is not null && (string.Equals(plain, mail, StringComparison.OrdinalIgnoreCase)
                || string.Equals(bare, mail.Split('@')[0], StringComparison.OrdinalIgnoreCase)));
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
