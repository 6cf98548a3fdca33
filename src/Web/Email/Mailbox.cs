using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KneeLoad.Web.Email;

/// <summary>
/// A mail address that is safe to hand to a mail server: a plain local part, an @ and a host name, nothing else.
/// Quoted local parts are legal mail and a known way to slip commands into SMTP, so they are refused.
/// </summary>
public sealed record Mailbox
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;

    private static readonly SearchValues<char> HostLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly SearchValues<char> LocalLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+/=?^_`{|}~-");

    private static readonly IdnMapping HostNames = new() { UseStd3AsciiRules = true };

    private Mailbox(string address) => Address = address;

    /// <summary>The address, its host name in ASCII.</summary>
    public string Address { get; }

    /// <summary>The host name, in ASCII.</summary>
    public string Host => Address[(Address.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <summary>Reads an address; false when it is none that we would send to.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Mailbox? mailbox)
    {
        mailbox = null;
        if (text is null || text.Length > LongestAddress || text.Split('@') is not [{ Length: > 0 and <= LongestLocalPart } local, { Length: > 0 } host])
        {
            return false;
        }

        if (!IsDotted(local, LocalLetters) || !TryAscii(host, out var ascii) || local.Length + 1 + ascii.Length > LongestAddress)
        {
            return false;
        }

        mailbox = new($"{local}@{ascii}");
        return true;
    }

    /// <summary>Says nothing: an address that reaches a log by accident is still not in it.</summary>
    public override string ToString() => "(mailbox)";

    private static bool TryAscii(string host, out string ascii)
    {
        try
        {
            ascii = HostNames.GetAscii(host).ToLowerInvariant();
            return IsDotted(ascii, HostLetters);
        }
        catch (ArgumentException)
        {
            // What IdnMapping throws for a label that can be no host name.
            ascii = "";
            return false;
        }
    }

    /// <summary>Dotted parts, none empty, of these letters only.</summary>
    private static bool IsDotted(string text, SearchValues<char> letters) =>
        text.Split('.').All(part => part.Length > 0 && !part.AsSpan().ContainsAnyExcept(letters));
}
