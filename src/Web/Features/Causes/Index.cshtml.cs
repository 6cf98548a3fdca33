using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Causes;

/// <summary>Why knees hurt, for everyone.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel;
