using System.Security.Claims;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Mailing.Accounts;
using Microsoft.AspNetCore.Identity;

namespace KneeLoad.Web.Features.Account;

/// <summary>Sets a new password and ends every sign-in, this one too: whoever knew the old one is out.</summary>
public sealed class ChangePassword(UserManager<Runner> users, Accounts accounts, AccountLetters letters)
{
    /// <summary>Changes the password of the signed-in runner.</summary>
    /// <returns>Success, or what is wrong with one of the two.</returns>
    public async Task<IdentityResult> HandleAsync(ClaimsPrincipal user, string current, string next, CancellationToken cancellationToken)
    {
        var runner = await users.GetUserAsync(user) ?? throw new InvalidOperationException("Nobody is signed in.");
        var result = await accounts.ChangePasswordAsync(runner, current, next, cancellationToken);
        if (result.Succeeded)
        {
            await letters.AddAsync(AccountLetterKinds.PasswordChanged, runner.Id, cancellationToken);
        }

        return result;
    }
}
