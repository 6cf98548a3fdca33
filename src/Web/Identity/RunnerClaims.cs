using System.Security.Claims;
using KneeLoad.Web.Data.Entities;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KneeLoad.Web.Identity;

/// <summary>The claims of a session: the runner's name, and whether they are the owner. They lie on the server, out of a browser's reach.</summary>
internal sealed class RunnerClaims(UserManager<Runner> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Runner, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Runner user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.IsOwner)
        {
            identity.AddClaim(OwnerClaim.New());
        }

        return identity;
    }
}
