using System.ComponentModel.DataAnnotations;
using KneeLoad.Web.Consents;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Tokens;
using KneeLoad.Web.Mailing.Accounts;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace KneeLoad.Web.Features.Account.Tokens;

/// <summary>The personal tokens of a runner: listed, made and ended. The letters of one are shown once, in the answer to the form that made it.</summary>
[WithoutHealthData]
[RequestSizeLimit(CredentialFaults.LargestForm)]
public sealed class TokensModel(
    PersonalTokens tokens,
    CurrentRunner current,
    KneeLoadDbContext db,
    Accounts accounts,
    UserManager<Runner> users,
    AccountLetters letters,
    SecurityLog log,
    Language language) : PageModel
{
    /// <summary>All that a token may be allowed to do.</summary>
    public static IReadOnlyList<TokenScopes> AllScopes { get; } = [TokenScopes.Read, TokenScopes.Upload, TokenScopes.Write, TokenScopes.Export];

    /// <summary>The tokens that are good, the latest first.</summary>
    public IReadOnlyList<ApiToken> List { get; private set; } = [];

    /// <summary>The letters of the token that was just made; null where none was.</summary>
    public string? Letters { get; private set; }

    /// <summary>The formats in which this runner reads times.</summary>
    public RunnerFormat Format { get; private set; } = null!;

    /// <summary>Whether the password is asked for again; an account without one is known by the machine that it is used on.</summary>
    public bool AsksPassword { get; private set; }

    /// <summary>True right after a token ended.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    /// <summary>The form as it was typed.</summary>
    [BindProperty]
    public NewToken Input { get; set; } = new();

    /// <summary>The scopes of a token, one by one.</summary>
    public static IEnumerable<TokenScopes> ScopesOf(ApiToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return AllScopes.Where(scope => token.Scopes.HasFlag(scope));
    }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        List = await tokens.ListAsync(current.Id, cancellationToken);
        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        (Format, AsksPassword) = (runner.Format(language), runner.PasswordHash is not null);
    }

    /// <summary>Makes one and shows its letters.</summary>
    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && await FaultOfPasswordAsync() is { } fault)
        {
            ModelState.AddModelError("", fault);
        }

        if (ModelState.IsValid)
        {
            Letters = await tokens.MakeAsync(current.Id, Input.Name!.Trim(), Input.Scopes, Duration.FromDays(Input.Days), cancellationToken);
            if (Letters is null)
            {
                ModelState.AddModelError("", language["Api.Tokens.TooMany", ("most", language.Format.Number(PersonalTokens.Most, 0))]);
            }
            else
            {
                await log.TokenMadeAsync(current.Id);
                await letters.AddAsync(AccountLetterKinds.TokenMade, current.Id, cancellationToken);
                (Input, Ended) = (new(), false);
                ModelState.Clear();
            }
        }

        await OnGetAsync(cancellationToken);
        return Page();
    }

    /// <summary>Ends one.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await tokens.EndAsync(current.Id, id, cancellationToken))
        {
            await log.TokenEndedAsync(current.Id);
        }

        return RedirectToPage(new { ended = true });
    }

    private async Task<string?> FaultOfPasswordAsync()
    {
        var runner = await users.GetUserAsync(User);
        return runner is { PasswordHash: null } || (runner is not null && (await accounts.AskAgainAsync(runner, Input.Password ?? "")).IsRight)
            ? null
            : language["Access.Fault.Password"];
    }

    /// <summary>The wish for a token.</summary>
    public sealed record NewToken : IValidatableObject
    {
        /// <summary>Its name.</summary>
        public string? Name { get; init; }

        /// <summary>Whether it may read.</summary>
        public bool Read { get; init; }

        /// <summary>Whether it may hand files over.</summary>
        public bool Upload { get; init; }

        /// <summary>Whether it may write.</summary>
        public bool Write { get; init; }

        /// <summary>Whether it may take everything at once.</summary>
        public bool Export { get; init; }

        /// <summary>Its life. [d]</summary>
        public int Days { get; init; } = PersonalTokens.Lives[^1];

        /// <summary>The password, asked for again.</summary>
        public string? Password { get; init; }

        /// <summary>All that it may do.</summary>
        internal TokenScopes Scopes => (Read ? TokenScopes.Read : default) | (Upload ? TokenScopes.Upload : default)
            | (Write ? TokenScopes.Write : default) | (Export ? TokenScopes.Export : default);

        /// <inheritdoc/>
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            var say = validationContext.GetRequiredService<Language>();
            if (Name?.Trim() is not { Length: > 0 and <= PersonalTokens.LongestName } name || name.Any(char.IsControl))
            {
                yield return new(say["Api.Tokens.Fault.Name"], [nameof(Name)]);
            }

            if (Scopes is TokenScopes.None)
            {
                yield return new(say["Api.Tokens.Fault.Scopes"], [nameof(Read)]);
            }

            if (!PersonalTokens.Lives.Contains(Days))
            {
                yield return new(say["Api.Tokens.Fault.Days"], [nameof(Days)]);
            }
        }
    }
}
