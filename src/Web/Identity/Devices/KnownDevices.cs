using System.Security.Cryptography;
using KneeLoad.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace KneeLoad.Web.Identity.Devices;

/// <summary>
/// Knows a device that was signed in before by a sealed cookie, so that others who guess a password cannot keep its owner out. The
/// cookie opens nothing: it only gives its tries at a password a count of their own.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, Address address)
{
    private const int MarkBytes = 16;
    private const int GuidBytes = 16;
    private const int MostAccounts = 8;

    private static readonly TimeSpan Life = TimeSpan.FromDays(400);

    private readonly IDataProtector seal = protection.CreateProtector("KneeLoad.KnownDevice");

    private string CookieName => address.IsHttps ? "__Host-kneeload-device" : "kneeload-device";

    /// <summary>The mark of a device that was signed in to this account before; null for any other.</summary>
    public string? MarkOf(HttpContext context, Guid runnerId) =>
        Read(context) is { } known && known.Accounts.Contains(runnerId) ? Convert.ToHexStringLower(known.Mark) : null;

    /// <summary>Has the device known for this account from now on.</summary>
    public void Remember(HttpContext context, Guid runnerId)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (mark, accounts) = Read(context) ?? (RandomNumberGenerator.GetBytes(MarkBytes), []);
        byte[] content =
        [
            .. mark, .. accounts.Where(other => other != runnerId).Prepend(runnerId).Take(MostAccounts).SelectMany(account => account.ToByteArray()),
        ];
        context.Response.Cookies.Append(CookieName, Convert.ToBase64String(seal.Protect(content)), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = address.IsHttps,
            Path = "/",
            MaxAge = Life,
            IsEssential = true,
        });
    }

    private (byte[] Mark, List<Guid> Accounts)? Read(HttpContext context)
    {
        try
        {
            if (context.Request.Cookies[CookieName] is not { Length: > 0 and < 1024 } cookie
                || seal.Unprotect(Convert.FromBase64String(cookie)) is not { Length: >= MarkBytes } content)
            {
                return null;
            }

            return (content[..MarkBytes], [.. content[MarkBytes..]
                .Chunk(GuidBytes)
                .Where(chunk => chunk.Length == GuidBytes)
                .Select(chunk => new Guid(chunk))]);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
