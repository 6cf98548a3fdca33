using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace KneeLoad.Web.Identity;

/// <summary>The rule for mail addresses of accounts.</summary>
public static class MailAddressRule
{
    /// <summary>Whether a text is a mail address that an account may have.</summary>
    /// <remarks>
    /// Line ends and lists would reach the mail's headers; what cannot be seen, or is written in two ways, would look like the address of
    /// another; a host without a dot is one of this machine or its network.
    /// </remarks>
    public static bool Allows(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 2 and <= 254
            && text.EnumerateRunes().All(rune => rune.Value != 0xFFFD && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            && text.IsNormalized(NormalizationForm.FormC)
            && !text.Any(character => char.IsControl(character)
                || char.IsWhiteSpace(character)
                || character is '"' or '<' or '>' or ',' or ';' or '(' or ')' or '%' or '[' or ']')
            && text[(text.LastIndexOf('@') + 1)..].Split('.') is { Length: > 1 } parts && parts.All(part => part.Length > 0)
            && MailAddress.TryCreate(text, out var parsed)
            && string.Equals(parsed.Address, text, StringComparison.Ordinal);
    }
}
