using KneeLoad.Web.Consents;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Letters;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Account.Access;

/// <summary>The devices that a runner is signed in on, each of which can be signed out from here.</summary>
[WithoutHealthData]
public sealed class SignInsModel(SessionStore sessions, CurrentRunner current, KneeLoadDbContext db, AccountLetters letters, SecurityLog log, Language language) : PageModel
{
    /// <summary>The sign-ins, the latest first.</summary>
    public IReadOnlyList<Session> List { get; private set; } = [];

    /// <summary>How this runner reads times.</summary>
    public RunnerFormat Format { get; private set; } = null!;

    /// <summary>True right after some ended.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        List = await sessions.ListAsync(current.Id, cancellationToken);
        Format = (await db.ReadRunnerAsync(current.Id, cancellationToken)).Format(language);
    }

    /// <summary>Whether a sign-in is this one.</summary>
    public bool IsThisOne(Session session)
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

    private async Task<IActionResult> Tell(bool some, CancellationToken cancellationToken)
    {
        if (some)
        {
            log.SignInsEnded(current.Id);
            await letters.AddAsync(AccountLetterKind.SignInsEnded, current.Id, cancellationToken);
        }

        return RedirectToPage(new { ended = true });
    }
}
