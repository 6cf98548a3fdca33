using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Method;

/// <summary>How the score is made, for everyone.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel
{
    /// <summary>What is shown.</summary>
    internal MethodDocument Document { get; } = MethodDocument.Current;
}
