using System.Security.Claims;
using KneeLoad.Web.Data.Entities;
using Microsoft.AspNetCore.Identity;

namespace KneeLoad.Web.Features.YourData;

/// <summary>Asks the signed-in runner for the password once more. Wrong ones count as they do at the sign-in.</summary>
public sealed class PasswordProof(UserManager<Runner> users)
{
    /// <summary>Whether there is a password to ask for: an account without one is known by the machine that it is used on.</summary>
    public async Task<bool> IsAskedAsync(ClaimsPrincipal user) => await users.HasPasswordAsync(await RunnerAsync(user));

    /// <summary>Checks a password.</summary>
    /// <returns>The key of the sentence that refuses it; null when it is right.</returns>
    public async Task<string?> FaultOfAsync(ClaimsPrincipal user, string? password)
    {
        var runner = await RunnerAsync(user);
        if (!await users.HasPasswordAsync(runner))
        {
            return null;
        }

        if (await users.IsLockedOutAsync(runner))
        {
            return "YourData.Fault.Pause";
        }

        if (!await users.CheckPasswordAsync(runner, password ?? ""))
        {
            await users.AccessFailedAsync(runner);
            return "YourData.Fault.Password";
        }

        await users.ResetAccessFailedCountAsync(runner);
        return null;
    }

    private async Task<Runner> RunnerAsync(ClaimsPrincipal user) => await users.GetUserAsync(user) ?? throw new InvalidOperationException("Nobody is signed in.");
}
