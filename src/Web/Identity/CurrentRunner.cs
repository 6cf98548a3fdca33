using System.Security.Claims;

namespace KneeLoad.Web.Identity;

/// <summary>The signed-in runner of this request. Every query finds this runner's rows alone.</summary>
public sealed class CurrentRunner(IHttpContextAccessor context)
{
    /// <summary>Key of the runner.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page lacks its authorisation.</exception>
    public Guid Id => TryId() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Whether the runner looks after this installation.</summary>
    public bool IsOwner => context.HttpContext?.User.IsOwner() == true;

    /// <summary>Key of the runner; null where nobody is signed in.</summary>
    public Guid? TryId() => Guid.TryParse(context.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
