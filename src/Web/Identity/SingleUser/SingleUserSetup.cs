using System.Net;
using KneeLoad.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.HostFiltering;

namespace KneeLoad.Web.Identity.SingleUser;

/// <summary>An installation for one person on one's own machine: no password, since nobody else can reach it.</summary>
internal static class SingleUserSetup
{
    private static readonly string[] OfProxies = ["PublicUrl", "TrustedProxies"];
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP"];

    /// <summary>Has each request be the one runner's.</summary>
    /// <exception cref="SettingException">Others could reach it.</exception>
    public static void AddSingleUser(this WebApplicationBuilder builder)
    {
        if (Address.BeyondThisMachine(builder.Configuration) is { } open)
        {
            throw new SettingException($"SingleUser asks for no password, so it listens on this machine only; {open} is an address for others.");
        }

        if (Array.Find(OfProxies, name => !string.IsNullOrEmpty(builder.Configuration[name])) is { } proxy)
        {
            throw new SettingException($"SingleUser asks for no password, so it stands behind no proxy: leave out {proxy}.");
        }

        builder.Services.AddSingleton<SingleUserAccount>();
        // A page elsewhere that points its own name at this machine is turned away.
        builder.Services.PostConfigure<HostFilteringOptions>(filter => filter.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, SingleUserHandler>(SingleUserHandler.Scheme, null);
        builder.Services.Configure<AuthenticationOptions>(authentication => authentication.DefaultAuthenticateScheme = SingleUserHandler.Scheme);
    }

    /// <summary>Refuses what comes from another machine, or from a proxy that speaks for one.</summary>
    public static void UseSingleUser(this WebApplication app)
    {
        if (app.Services.GetService<SingleUserAccount>() is null)
        {
            return;
        }

        app.Use((context, next) =>
        {
            context.Response.StatusCode = context.Connection.RemoteIpAddress is { } remote
                && (!IPAddress.IsLoopback(remote) || Forwarding.Any(context.Request.Headers.ContainsKey))
                ? StatusCodes.Status403Forbidden
                : IsAboutSigningIn(context.Request.Path) ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
            return context.Response.StatusCode == StatusCodes.Status200OK ? next(context) : Task.CompletedTask;
        });
    }

    private static bool IsAboutSigningIn(PathString path) =>
        path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase)
            && !path.StartsWithSegments("/account/about-you", StringComparison.OrdinalIgnoreCase);
}
