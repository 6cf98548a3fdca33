using KneeLoad.Web.Consents;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Mailing.Accounts;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Account.Access;

/// <summary>All that opens a runner's account: the devices that are signed in, and links that work without a sign-in. Each can be ended from here.</summary>
[WithoutHealthData]
public sealed class SignInsModel(
    SignInStore sessions, OpenLinks links, CurrentRunner current, KneeLoadDbContext db, AccountLetters letters, SecurityLog log, Language language) : PageModel
{
    /// <summary>The sign-ins, the latest first.</summary>
    public IReadOnlyList<SignIn> List { get; private set; } = [];

    /// <summary>The links that work without a sign-in.</summary>
    public IReadOnlyList<OpenLink> Links { get; private set; } = [];

    /// <summary>The formats in which this runner reads times.</summary>
    public RunnerFormat Format { get; private set; } = null!;

    /// <summary>True right after some sign-ins ended.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    /// <summary>True right after some links ended.</summary>
    [BindProperty(SupportsGet = true)]
    public bool LinksEnded { get; set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        List = await sessions.ListAsync(current.Id, cancellationToken);
        Links = await links.ListAsync(current.Id, cancellationToken);
        Format = (await db.ReadRunnerAsync(current.Id, cancellationToken)).Format(language);
    }

    /// <summary>Whether a sign-in is this one.</summary>
    public bool IsThisOne(SignIn session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return sessions.IsThisOne(session.KeyHash);
    }

    /// <summary>Ends one.</summary>
    public async Task<IActionResult> OnPostEndAsync(string key, CancellationToken cancellationToken) =>
        await Tell(await sessions.EndAsync(current.Id, key ?? "", cancellationToken), cancellationToken);

    /// <summary>Ends all but this one.</summary>
    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellationToken) =>
        await Tell(await sessions.EndOthersAsync(current.Id, cancellationToken) > 0, cancellationToken);

    /// <summary>Ends the links that do one thing.</summary>
    public async Task<IActionResult> OnPostEndLinksAsync(string? does, CancellationToken cancellationToken)
    {
        if (await links.EndAsync(current.Id, does, cancellationToken) > 0)
        {
            await log.LinksEndedAsync(current.Id);
        }

        return RedirectToPage(new { linksEnded = true });
    }

    private async Task<IActionResult> Tell(bool some, CancellationToken cancellationToken)
    {
        if (some)
        {
            await log.SignInsEndedAsync(current.Id);
            await letters.AddAsync(AccountLetterKinds.SignInsEnded, current.Id, cancellationToken);
        }

        return RedirectToPage(new { ended = true });
    }
}
