using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace KneeLoad.Web.Identity.Tokens;

/// <summary>Two doors that never open for each other's keys: pages take the cookie, the API takes a personal token.</summary>
public static class TokensSetup
{
    private const string Door = "Door";

    /// <summary>Adds the tokens, and the choice of the door by the address.</summary>
    public static void AddTokens(this IServiceCollection services)
    {
        services.AddSingleton<PersonalTokens>();
        string? pages = null;
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Scheme, null)
            .AddPolicyScheme(Door, null, door => door.ForwardDefaultSelector = context => context.Request.IsApi() ? TokenHandler.Scheme : pages);
        services.PostConfigure<AuthenticationOptions>(authentication =>
        {
            pages = authentication.DefaultAuthenticateScheme;
            authentication.DefaultAuthenticateScheme = authentication.DefaultChallengeScheme = authentication.DefaultForbidScheme = Door;
        });
    }

    /// <summary>Lets tokens through that may do any of some things.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, TokenScopes any)
        where TBuilder : IEndpointConventionBuilder => builder
            .WithMetadata(new NeedsScopeAttribute(any))
            .RequireAuthorization(new AuthorizationPolicyBuilder(TokenHandler.Scheme)
                .RequireAuthenticatedUser()
                .RequireAssertion(context => context.User.May(any))
                .Build());
}

/// <summary>Says what a token must be allowed to do for an address: any of these.</summary>
/// <param name="any">The scopes.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsScopeAttribute(TokenScopes any) : Attribute
{
    /// <summary>The scopes.</summary>
    public TokenScopes Any { get; } = any;

    /// <summary>Their names, as a program reads them.</summary>
    public string Names => string.Join(' ', Enum.GetValues<TokenScopes>().Where(scope => scope != TokenScopes.None && Any.HasFlag(scope)).Select(NameOf));

    /// <summary>The name of a scope, as a program reads it.</summary>
    public static string NameOf(TokenScopes scope) => scope.ToString().ToLowerInvariant();
}
