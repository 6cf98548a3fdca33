using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Identity.Devices;
using KneeLoad.Web.Identity.Limits;
using KneeLoad.Web.Identity.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Identity;

/// <summary>Makes accounts and signs in, with the same answer and the same work whether an address is known or not.</summary>
public sealed class Accounts(
    UserManager<Runner> users, SignInManager<Runner> signIns, KneeLoadDbContext db, GuessingPauses pauses, KnownDevices devices, AccountLinks links,
    SecurityLog log, SignInStore sessions, PasswordHashes hashes, RequestTallies tallies, IHttpContextAccessor context, IClock clock)
{
    /// <summary>Makes an account unless the address has one.</summary>
    /// <returns>The account, or what is wrong with address or password; neither where the address has an account, after the same work.</returns>
    public async Task<(Runner? Made, IReadOnlyList<IdentityError> Faults)> MakeAsync(NewAccount wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var address = wanted.Mail.Trim();
        if (!MailAddressRule.Allows(address))
        {
            return (null, [new IdentityError { Code = "InvalidEmail", Description = "This is no mail address." }]);
        }

        var now = clock.GetCurrentInstant();
        var runner = new Runner
        {
            Id = Guid.CreateVersion7(),
            UserName = address,
            Email = address,
            TimeZone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(wanted.TimeZone ?? "") is { } zone ? zone.Id : "UTC",
            Created = now,
            IsOwner = wanted.IsOwner,
            ConfirmBy = wanted.MustConfirm ? now + AccountLinks.AddressLife : null,
        };
        runner.Agree(wanted.Storing, wanted.Scoring, now);
        // The framework hashes the password before it looks for the address, so a taken one costs what a new one does.
        var result = await CreateAsync(runner, wanted.Password);
        if (result.Succeeded)
        {
            await log.RegisteredAsync(runner.Id);
        }
        else if (result.Errors.All(IsTaken))
        {
            // A taken address costs the writes that a free one does.
            await log.RegisteredTwiceAsync();
            await tallies.CountAsync("taken", users.NormalizeEmail(address) ?? "", int.MaxValue, Duration.FromHours(1));
        }

        return (result.Succeeded ? runner : null, [.. result.Errors.Where(error => !IsTaken(error))]);
    }

    /// <summary>Confirms the address of a new account by the link that was mailed to it, and signs in.</summary>
    /// <returns>Whether the link opened anything.</returns>
    public async Task<bool> ConfirmAsync(AccountLink link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        // With a new stamp, whoever has read the row before cannot write back what it said.
        var stamp = Guid.NewGuid().ToString();
        var isConfirmed = await links.UseAsync(
            link,
            () => db.Users.Where(row => row.Id == link.RunnerId).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.EmailConfirmed, true)
                    .SetProperty(row => row.ConfirmBy, (Instant?)null)
                    .SetProperty(row => row.ConcurrencyStamp, stamp),
                cancellationToken),
            cancellationToken);
        if (isConfirmed && await users.FindByIdAsync($"{link.RunnerId}") is { } runner)
        {
            await SignInAsync(runner, remember: false);
        }

        return isConfirmed;
    }

    /// <summary>Signs in with a password.</summary>
    public async Task<SignInOutcome> SignInAsync(string mail, string password, bool remember)
    {
        var address = users.NormalizeEmail(mail.Trim()) ?? "";
        var runner = await users.FindByEmailAsync(mail.Trim());
        var network = Network.Of(context.HttpContext?.Connection.RemoteIpAddress);
        var device = runner is not null && context.HttpContext is { } request ? devices.MarkOf(request, runner.Id) : null;
        if (await pauses.BeginAsync(address, network, device) is { } wait)
        {
            log.SignInPaused();
            return new(null, wait, MustConfirm: false);
        }

        var right = runner?.PasswordHash is not null
            ? await users.CheckPasswordAsync(runner, password)
            : users.PasswordHasher.VerifyHashedPassword(new Runner(), hashes.OfNobody, password) is not PasswordVerificationResult.Failed;
        if (!right || runner is null)
        {
            log.SignInFailed(runner?.Id);
            return new(null, null, MustConfirm: false);
        }

        await pauses.SucceededAsync(address, network, device);
        if (runner.ConfirmBy is not null)
        {
            return new(null, null, MustConfirm: true);
        }

        await SignInAsync(runner, remember);
        return new(runner, null, MustConfirm: false);
    }

    /// <summary>Signs a runner in who has shown who they are, and has this device known from now on.</summary>
    public async Task SignInAsync(Runner runner, bool remember)
    {
        ArgumentNullException.ThrowIfNull(runner);
        await signIns.SignInAsync(runner, remember);
        if (context.HttpContext is { } request)
        {
            devices.Remember(request, runner.Id);
        }

        await log.SignedInAsync(runner.Id);
    }

    /// <summary>Asks a signed-in runner for the password again, with growing pauses after wrong ones.</summary>
    public async Task<AgainOutcome> AskAgainAsync(Runner runner, string password)
    {
        ArgumentNullException.ThrowIfNull(runner);
        if (await pauses.BeginAgainAsync(runner.Id) is { } wait)
        {
            log.SignInPaused();
            return new(IsRight: false, wait);
        }

        if (!await users.CheckPasswordAsync(runner, password))
        {
            log.SignInFailed(runner.Id);
            return new(IsRight: false, Wait: null);
        }

        await pauses.SucceededAgainAsync(runner.Id);
        return new(IsRight: true, Wait: null);
    }

    /// <summary>Finds what is wrong with a new password.</summary>
    public async Task<IReadOnlyList<IdentityError>> FaultsOfAsync(Runner runner, string password)
    {
        var faults = new List<IdentityError>();
        foreach (var validator in users.PasswordValidators)
        {
            faults.AddRange((await validator.ValidateAsync(users, runner, password)).Errors);
        }

        return faults;
    }

    /// <summary>Gives an account another address.</summary>
    /// <param name="runnerId">Key of the account.</param>
    /// <param name="address">The address.</param>
    /// <param name="isConfirmed">Whether it is known to be the runner's.</param>
    /// <returns>The address before; null where another account has the new one, or there is no such account.</returns>
    public async Task<string?> ChangeAddressAsync(Guid runnerId, string address, bool isConfirmed)
    {
        if (await users.FindByIdAsync(runnerId.ToString()) is not { } runner)
        {
            return null;
        }

        var before = runner.Email ?? "";
        (runner.UserName, runner.Email, runner.EmailConfirmed) = (address, address, isConfirmed);
        try
        {
            if (!(await users.UpdateAsync(runner)).Succeeded)
            {
                db.ChangeTracker.Clear();
                return null;
            }
        }
        catch (DbUpdateException)
        {
            // Another account took it at the same instant.
            db.ChangeTracker.Clear();
            return null;
        }

        await log.AddressChangedAsync(runnerId);
        return before;
    }

    /// <summary>Brings the old address of an account back, ends its sign-ins and takes its password away, since somebody else knows it.</summary>
    public async Task KeepAddressAsync(Guid runnerId, string address, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(runnerId.ToString()) is not { } runner)
        {
            return;
        }

        (runner.UserName, runner.Email, runner.EmailConfirmed) = (address, address, true);
        await users.RemovePasswordAsync(runner);
        await users.UpdateAsync(runner);
        await links.EndAsync(AccountLinkPurpose.NewAddress, runnerId, cancellationToken);
        await links.EndAsync(AccountLinkPurpose.KeepAddress, runnerId, cancellationToken);
        await sessions.EndAllAsync(runnerId, cancellationToken);
        await log.AddressKeptAsync(runnerId);
    }

    /// <summary>Sets a password without the one before, ends every sign-in, and every link to yet another.</summary>
    /// <returns>Success, or what is wrong with the new one.</returns>
    public async Task<IdentityResult> SetPasswordAsync(Runner runner, string password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var result = await users.ResetPasswordAsync(runner, await users.GeneratePasswordResetTokenAsync(runner), password);
        if (result.Succeeded)
        {
            await PasswordIsSetAsync(runner.Id, cancellationToken);
        }

        return result;
    }

    /// <summary>Changes a password by the one before, ends every sign-in, and every link to yet another.</summary>
    /// <returns>Success, or what is wrong with one of the two.</returns>
    public async Task<IdentityResult> ChangePasswordAsync(Runner runner, string current, string next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runner);
        if (await pauses.BeginAgainAsync(runner.Id) is not null)
        {
            log.SignInPaused();
            return IdentityResult.Failed(users.ErrorDescriber.PasswordMismatch());
        }

        var result = await users.ChangePasswordAsync(runner, current, next);
        if (!result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch)))
        {
            await pauses.SucceededAgainAsync(runner.Id);
        }

        if (result.Succeeded)
        {
            await PasswordIsSetAsync(runner.Id, cancellationToken);
            await signIns.SignOutAsync();
        }

        return result;
    }

    /// <summary>Signs out; the cookie is worth nothing afterwards.</summary>
    public async Task SignOutAsync()
    {
        if (Guid.TryParse(users.GetUserId(context.HttpContext?.User ?? new()), out var runnerId))
        {
            await log.SignedOutAsync(runnerId);
        }

        await signIns.SignOutAsync();
    }

    private async Task PasswordIsSetAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        await links.EndAsync(AccountLinkPurpose.ResetPassword, runnerId, cancellationToken);
        await sessions.EndAllAsync(runnerId, cancellationToken);
        await log.PasswordChangedAsync(runnerId);
    }

    private async Task<IdentityResult> CreateAsync(Runner runner, string password)
    {
        try
        {
            return await users.CreateAsync(runner, password);
        }
        catch (DbUpdateException)
        {
            // Another registered at the same instant and was first, with this address or as the owner.
            db.ChangeTracker.Clear();
            runner.IsOwner = false;
            return await users.CreateAsync(runner, password);
        }
    }

    private static bool IsTaken(IdentityError error) =>
        error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName);
}
