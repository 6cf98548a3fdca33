using System.Globalization;
using System.Net.Mail;
using System.Text;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Identity;

/// <summary>Registering and signing in, with the same answer and the same work whether an address is known or not.</summary>
public sealed class Accounts(UserManager<Runner> users, SignInManager<Runner> signIns, KneeLoadDbContext db, IClock clock)
{
    /// <summary>Makes an account unless the address has one. The caller shows the same words either way and leads to the sign-in.</summary>
    /// <param name="mail">The mail address.</param>
    /// <param name="password">The password.</param>
    /// <param name="timeZone">IANA name of the browser's zone; UTC where it is none.</param>
    /// <param name="storing">Whether the runner agreed that health data is stored; dated now.</param>
    /// <param name="scoring">Whether the runner agreed that it is scored; dated now.</param>
    /// <returns>Success, also for an address that is taken; faults speak of the password or the form of the address only.</returns>
    public async Task<IdentityResult> RegisterAsync(string mail, string password, string? timeZone, bool storing = false, bool scoring = false)
    {
        var address = mail.Trim();
        if (!IsMailAddress(address))
        {
            return IdentityResult.Failed(new IdentityError { Code = "InvalidEmail", Description = "This is no mail address." });
        }

        var now = clock.GetCurrentInstant();
        var runner = new Runner
        {
            Id = Guid.CreateVersion7(),
            UserName = address,
            Email = address,
            TimeZone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone ?? "") is { } zone ? zone.Id : "UTC",
            Created = now,
        };
        runner.Agree(storing, scoring, now);
        // The framework hashes the password before it looks for the address, so a taken one costs what a new one does.
        var result = await CreateAsync(runner, password);
        return result.Succeeded || result.Errors.All(IsTaken) ? IdentityResult.Success : Without(result, IsTaken);
    }

    /// <summary>Signs in with a password.</summary>
    /// <returns>False for an unknown address, a wrong password and a pause after too many tries alike.</returns>
    public async Task<bool> SignInAsync(string mail, string password, bool remember)
    {
        var runner = await users.FindByEmailAsync(mail.Trim());
        if (runner is null || await users.IsLockedOutAsync(runner))
        {
            // What is refused unseen costs the same hash as a wrong password, or the time of the answer would tell which addresses are known.
            users.PasswordHasher.HashPassword(new Runner(), password);
            return false;
        }

        var result = await signIns.PasswordSignInAsync(runner, password, remember, lockoutOnFailure: true);
        return result.Succeeded;
    }

    /// <summary>Signs out; the cookie is worth nothing afterwards.</summary>
    public Task SignOutAsync() => signIns.SignOutAsync();

    // There is no account until the first one is made, and no other way to become the owner.
    private async Task<IdentityResult> CreateAsync(Runner runner, string password)
    {
        runner.IsOwner = !await users.Users.AnyAsync();
        try
        {
            return await users.CreateAsync(runner, password);
        }
        catch (DbUpdateException)
        {
            // Another registered at the same instant and was first: as the owner, or with this address.
            db.ChangeTracker.Clear();
            runner.IsOwner = false;
            return await users.CreateAsync(runner, password);
        }
    }

    // Line ends and lists would reach the mail's headers; what cannot be seen, or is written in two ways, would look like the address of another.
    private static bool IsMailAddress(string text) =>
        text.Length is > 2 and <= 254
        && text.EnumerateRunes().All(rune => rune.Value != 0xFFFD && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
        && text.IsNormalized(NormalizationForm.FormC)
        && !text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || character is '"' or '<' or '>' or ',' or ';' or '(' or ')' or '%')
        && MailAddress.TryCreate(text, out var parsed)
        && string.Equals(parsed.Address, text, StringComparison.Ordinal);

    private static bool IsTaken(IdentityError error) => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName);

    private static IdentityResult Without(IdentityResult result, Func<IdentityError, bool> hidden) =>
        result.Succeeded ? result : IdentityResult.Failed([.. result.Errors.Where(error => !hidden(error))]);
}
