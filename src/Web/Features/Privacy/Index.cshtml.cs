using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Privacy;

/// <summary>The page that says what is kept, why, how long and who sees it; open to everybody.</summary>
[AllowAnonymous]
public sealed class IndexModel(IConfiguration configuration, Language say) : PageModel
{
    /// <summary>Name of the setting with the name and address of whoever is responsible.</summary>
    internal const string ContactSetting = "Privacy:Contact";

    /// <summary>The person who is responsible, ready to read.</summary>
    public string Responsible =>
        configuration[ContactSetting] is { Length: > 0 } contact ? say["Privacy.Page.Contact", ("contact", contact)] : say["Privacy.Page.NoContact"];
}
