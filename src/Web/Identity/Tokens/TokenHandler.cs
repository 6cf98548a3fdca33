using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace KneeLoad.Web.Identity.Tokens;

/// <summary>Knows who asks the API by the personal token in the header, and by nothing else.</summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, PersonalTokens tokens, Language language)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public new const string Scheme = "Token";

    private const string Bearer = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header)
            || !string.Equals(header.Scheme, Bearer, StringComparison.OrdinalIgnoreCase)
            || header.Parameter is not { } letters)
        {
            return AuthenticateResult.NoResult();
        }

        if (await tokens.FindAsync(letters, Context.RequestAborted) is not { } token)
        {
            return AuthenticateResult.Fail("No such token.");
        }

        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, token.RunnerId.ToString()),
                new(TokenClaims.Id, token.Id.ToString()),
                new(TokenClaims.Scopes, ((int)token.Scopes).ToString(CultureInfo.InvariantCulture)),
            ],
            Scheme);
        return AuthenticateResult.Success(new(new(identity), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var isUnknown = Request.Headers.Authorization.Count > 0;
        Response.Headers.WWWAuthenticate = isUnknown ? $"{Bearer} error=\"invalid_token\"" : Bearer;
        return RefuseAsync(StatusCodes.Status401Unauthorized, isUnknown ? "Api.Refusal.Token" : "Api.Refusal.NoToken");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var needed = Context.GetEndpoint()?.Metadata.GetMetadata<NeedsScopeAttribute>()?.Names ?? "";
        Response.Headers.WWWAuthenticate = $"{Bearer} error=\"insufficient_scope\", scope=\"{needed}\"";
        return RefuseAsync(StatusCodes.Status403Forbidden, "Api.Refusal.Scope", ("scope", needed));
    }

    private Task RefuseAsync(int status, string key, params (string, string)[] values) =>
        Results.Problem(language[key, values], statusCode: status).ExecuteAsync(Context);
}

/// <summary>The claims of a personal token.</summary>
public static class TokenClaims
{
    /// <summary>Key of the token.</summary>
    public const string Id = "kneeload:token";

    /// <summary>All that it may do.</summary>
    public const string Scopes = "kneeload:scopes";

    /// <summary>Whether the token of this principal may do any of some things.</summary>
    public static bool May(this ClaimsPrincipal principal, TokenScopes any)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return int.TryParse(principal.FindFirstValue(Scopes), CultureInfo.InvariantCulture, out var scopes) && ((TokenScopes)scopes & any) != TokenScopes.None;
    }
}
