using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using NodaTime;

namespace KneeLoad.Web.Hosting;

/// <summary>Address, data folder, clock and the limits of the server.</summary>
public static class HostSetup
{
    /// <summary>Largest body of a request that states no limit of its own. [bytes]</summary>
    private const long FormLimit = 1 << 20;

    /// <summary>Adds what everything else stands on.</summary>
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        RuntimePatch.Refuse(Environment.Version);
        var address = Address.From(builder.Configuration);
        if (!builder.Configuration.GetSection("Kestrel:Endpoints").Exists()
            && string.IsNullOrEmpty(builder.Configuration["urls"] ?? builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(Address.Default);
        }

        // Without this the build folder serves no styles in Production; a published copy has no such list and takes no notice.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = FormLimit;
        });
        SafeLogs.Add(builder.Services);
        builder.Services.AddSingleton(address);
        builder.Services.AddSingleton(new ServiceConsole(Console.Out));
        builder.Services.AddSingleton(AccessSettings.From(builder.Configuration));
        builder.Services.AddSingleton<AccountAddresses>();
        builder.Services.AddSingleton(DataFolder.From(builder.Configuration).Create());
        builder.Services.AddSingleton(new ServiceStart(TimeProvider.System.GetUtcNow().UtcDateTime));
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
        builder.Services.AddSingleton<TimeProvider, ClockTime>();
        builder.Services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = AllowedHosts(address));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        return builder;
    }

    /// <summary>
    /// With a public https address, requests are what their public address says, whatever a header claims; who asks is taken from the
    /// proxy's word, so that limits by address do not count all runners as one.
    /// </summary>
    /// <exception cref="SettingException">A trusted proxy is no IP address.</exception>
    public static void UsePublicAddress(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<Address>();
        if (!address.IsHttps)
        {
            return;
        }

        app.UseForwardedHeaders(Proxies(app.Configuration["TrustedProxies"]));
        var host = HostString.FromUriComponent(address.Public);
        app.Use((context, next) =>
        {
            context.Request.Scheme = address.Public.Scheme;
            context.Request.Host = host;
            return next(context);
        });
    }

    // The framework trusts a proxy on this machine by itself.
    private static ForwardedHeadersOptions Proxies(string? trusted)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor };
        foreach (var proxy in (trusted ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            options.KnownProxies.Add(IPAddress.TryParse(proxy, out var ip)
                ? ip
                : throw new SettingException($"TrustedProxies holds IP addresses, not {proxy}."));
        }

        return options;
    }

    // A page elsewhere that points its own name at this machine is turned away.
    private static string[] AllowedHosts(Address address) => [address.Public.Host, "localhost", "127.0.0.1", "[::1]"];
}

/// <summary>The injected clock as the framework's own time, so that cookies, jobs and pages agree on what now is.</summary>
internal sealed class ClockTime(IClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
}
