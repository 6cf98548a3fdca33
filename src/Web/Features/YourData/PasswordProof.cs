using System.Security.Claims;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Limits;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Identity;

namespace KneeLoad.Web.Features.YourData;

/// <summary>Asks the signed-in runner for the password once more, with growing pauses after wrong ones.</summary>
public sealed class PasswordProof(UserManager<Runner> users, Accounts accounts, IHttpContextAccessor context, Language say)
{
    /// <summary>Whether there is a password to ask for: an account without one is known by the machine that it is used on.</summary>
    public async Task<bool> IsAskedAsync(ClaimsPrincipal user) => await users.HasPasswordAsync(await RunnerAsync(user));

    /// <summary>Checks a password. One that comes within a pause is answered with 429 and the time to wait.</summary>
    /// <returns>The sentence that refuses it; null when it is right.</returns>
    public async Task<string?> FaultOfAsync(ClaimsPrincipal user, string? password)
    {
        var runner = await RunnerAsync(user);
        if (!await users.HasPasswordAsync(runner))
        {
            return null;
        }

        var outcome = await accounts.AskAgainAsync(runner, password ?? "");
        if (outcome.Wait is { } wait)
        {
            if (context.HttpContext is { } request)
            {
                RequestLimits.Refuse(request, wait);
            }

            return say["YourData.Fault.Pause", ("wait", say.Count("Access.Wait", (int)Math.Ceiling(wait.TotalSeconds)))];
        }

        return outcome.IsRight ? null : say["YourData.Fault.Password"];
    }

    private async Task<Runner> RunnerAsync(ClaimsPrincipal user) =>
        await users.GetUserAsync(user) ?? throw new InvalidOperationException("Nobody is signed in.");
}
