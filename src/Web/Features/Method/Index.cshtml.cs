using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Method;

/// <summary>The page that explains the score to everyone.</summary>
[AllowAnonymous]
public sealed class IndexModel(Language say) : PageModel
{
    /// <summary>The sections that are shown.</summary>
    internal MethodDocument Document => MethodDocument.In(say);
}
