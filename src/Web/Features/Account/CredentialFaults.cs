using System.ComponentModel.DataAnnotations;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Account;

/// <summary>Finds the faults of addresses and passwords before anything is looked up.</summary>
internal static class CredentialFaults
{
    /// <summary>Least length of a password. [characters]</summary>
    public const int LeastPassword = 8;

    /// <summary>Most: longer ones only cost time. [characters]</summary>
    public const int MostPassword = 256;

    /// <summary>Largest form of an account page: a longer one is refused before it is read. [bytes]</summary>
    public const int LargestForm = 16 << 10;

    private const int MostMail = 254;

    public static IEnumerable<ValidationResult> OfMail(string? mail, string field, ValidationContext context)
    {
        if (string.IsNullOrWhiteSpace(mail))
        {
            yield return new(Say(context)["Account.Fault.Mail"], [field]);
        }
        else if (mail.Length > MostMail)
        {
            yield return new(Say(context)["Account.Fault.MailLength"], [field]);
        }
    }

    public static IEnumerable<ValidationResult> OfPassword(string? password, string field, ValidationContext context)
    {
        if (string.IsNullOrEmpty(password))
        {
            yield return new(Say(context)["Account.Fault.Password"], [field]);
        }
        else if (password.Length > MostPassword)
        {
            yield return Length(field, context);
        }
    }

    public static IEnumerable<ValidationResult> OfNewPassword(string? password, string field, ValidationContext context)
    {
        if (string.IsNullOrEmpty(password))
        {
            yield return new(Say(context)["Account.Fault.Choose"], [field]);
        }
        else if (password.Length is < LeastPassword or > MostPassword)
        {
            yield return Length(field, context);
        }
    }

    private static ValidationResult Length(string field, ValidationContext context)
    {
        var say = Say(context);
        return new(
            say["Account.Fault.PasswordLength", ("least", say.Format.Number(LeastPassword, 0)), ("most", say.Format.Number(MostPassword, 0))],
            [field]);
    }

    private static Language Say(ValidationContext context) => context.GetRequiredService<Language>();
}
