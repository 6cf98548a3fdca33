using System.Security.Claims;

namespace KneeLoad.Web.Identity;

/// <summary>Tells the owner of this installation from other runners.</summary>
public static class OwnerClaim
{
    private const string Kind = "kneeload:owner";
    private const string Yes = "yes";

    /// <summary>The claim that the owner's session carries.</summary>
    internal static Claim New() => new(Kind, Yes);

    /// <summary>Whether somebody is the owner.</summary>
    public static bool IsOwner(this ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.HasClaim(Kind, Yes);
    }
}
