using System.Security.Claims;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Identity;
using Microsoft.AspNetCore.Identity;

namespace KneeLoad.Web.Features.YourData;

/// <summary>Asks the signed-in runner for the password once more, with growing pauses after wrong ones.</summary>
public sealed class PasswordProof(UserManager<Runner> users, Accounts accounts)
{
    /// <summary>Whether there is a password to ask for: an account without one is known by the machine that it is used on.</summary>
    public async Task<bool> IsAskedAsync(ClaimsPrincipal user) => await users.HasPasswordAsync(await RunnerAsync(user));

    /// <summary>Checks a password.</summary>
    /// <returns>The key of the sentence that refuses it; null when it is right.</returns>
    public async Task<string?> FaultOfAsync(ClaimsPrincipal user, string? password)
    {
        var runner = await RunnerAsync(user);
        return !await users.HasPasswordAsync(runner) ? null : await accounts.AskAgainAsync(runner, password ?? "") switch
        {
            AgainOutcome.Right => null,
            AgainOutcome.Paused => "YourData.Fault.Pause",
            _ => "YourData.Fault.Password",
        };
    }

    private async Task<Runner> RunnerAsync(ClaimsPrincipal user) => await users.GetUserAsync(user) ?? throw new InvalidOperationException("Nobody is signed in.");
}
