using System.Text.Encodings.Web;
using KneeLoad.Web.Data.Entities;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KneeLoad.Web.Identity.SingleUser;

/// <summary>Takes each request for the one runner's.</summary>
internal sealed class SingleUserHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    SingleUserAccount account,
    UserManager<Runner> users,
    IUserClaimsPrincipalFactory<Runner> principals)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public new const string Scheme = "SingleUser";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() =>
        await users.FindByIdAsync(account.RunnerId.ToString()) is { } runner
            ? AuthenticateResult.Success(new(await principals.CreateAsync(runner), Scheme))
            : AuthenticateResult.NoResult();
}
