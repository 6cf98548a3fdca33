using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Identity.Devices;
using KneeLoad.Web.Identity.Limits;
using KneeLoad.Web.Identity.Passwords;
using KneeLoad.Web.Identity.SingleUser;
using KneeLoad.Web.Identity.Tokens;
using KneeLoad.Web.Work.Looks;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace KneeLoad.Web.Identity;

/// <summary>Registers the doors: accounts, cookies, tokens against forged requests, limits.</summary>
public static class IdentitySetup
{
    private static readonly TimeSpan IdleEnd = TimeSpan.FromDays(14);

    /// <summary>Adds accounts, the cookie, antiforgery, rate limits and the rule that everything needs a sign-in unless it says otherwise.</summary>
    public static WebApplicationBuilder AddIdentity(this WebApplicationBuilder builder)
    {
        var https = Address.From(builder.Configuration).IsHttps;
        var services = builder.Services;
        SecurityHeaders.Add(services);
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentRunner>();
        services.AddScoped(provider => new RowsInSight(provider.GetRequiredService<CurrentRunner>().TryId));
        var access = AccessSettings.From(builder.Configuration);
        services.AddSingleton<RequestTallies>();
        services.AddSingleton<GuessingPauses>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<PasswordHashes>();
        services.AddScoped<AccountLinks>();
        services.AddScoped<OpenLinks>();
        services.AddScoped<OwnersWord>();
        services.AddScoped<Ownership>();
        services.AddScoped<SecurityLog>();
        services.AddScoped<Accounts>();
        services.AddScoped<Registrations>();
        services.AddLook<TallySweep>(Rhythm.Hour);
        services.AddLook<AccountSweep>(Rhythm.Hour);
        services.AddScoped<UploadForm>();
        services.AddSingleton<SignInStore>();
        services.AddIdentity<Runner, IdentityRole<Guid>>(Rules)
            .AddEntityFrameworkStores<KneeLoadDbContext>()
            .AddPasswordValidator<CommonPasswords>()
            .AddClaimsPrincipalFactory<RunnerClaims>()
            .AddDefaultTokenProviders();
        services.AddSingleton<IPasswordHasher<Runner>>(provider => provider.GetRequiredService<PasswordHashes>());
        services.Configure<PasswordHasherOptions>(hashes => hashes.IterationCount = builder.Configuration.GetValue(
            "Passwords:Rounds", PasswordHashes.AdvisedRounds));
        services.ConfigureApplicationCookie(cookie => Cookie(cookie, https));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SignInStore>((cookie, signIns) => cookie.SessionStore = signIns);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = "RequestVerificationToken";
            antiforgery.Cookie.Name = Named("kneeload-form", https);
            antiforgery.Cookie.SecurePolicy = Secure(https);
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddDataProtection().SetApplicationName("KneeLoad").PersistKeysToDbContext<KneeLoadDbContext>();
        services.AddSingleton<KeyFile>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyFile>((keys, file) => keys.XmlEncryptor = new KeyFileEncryptor(file));
        if (access.IsSingleUser)
        {
            builder.AddSingleUser();
        }

        services.AddTokens();
        return builder;
    }

    private static void Rules(IdentityOptions identity)
    {
        identity.User.RequireUniqueEmail = true;
        // The mail address is the name; what an address may hold is checked where it is taken in.
        identity.User.AllowedUserNameCharacters = null!;
        identity.Password.RequiredLength = 8;
        identity.Password.RequireDigit = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireNonAlphanumeric = false;
        // Who guesses is slowed down by GuessingPauses; a lock would keep the owner out.
        identity.Lockout.AllowedForNewUsers = false;
    }

    private static void Cookie(CookieAuthenticationOptions cookie, bool https)
    {
        cookie.Cookie.Name = Named("kneeload", https);
        cookie.Cookie.SecurePolicy = Secure(https);
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.Path = "/";
        cookie.ExpireTimeSpan = IdleEnd;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/account/signin";
        cookie.LogoutPath = "/account/signout";
        cookie.AccessDeniedPath = "/account/signin";
    }

    private static string Named(string name, bool https) => https ? "__Host-" + name : name;

    private static CookieSecurePolicy Secure(bool https) => https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}
