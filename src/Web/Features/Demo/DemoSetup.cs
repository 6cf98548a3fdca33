using System.Net;
using KneeLoad.Web.Hosting;

namespace KneeLoad.Web.Features.Demo;

/// <summary>The verb <c>demo</c>: the web service in a folder of its own that each start replaces, on this machine only, sending no mail.</summary>
public static class DemoSetup
{
    private const string Verb = "demo";

    /// <summary>Turns the service into the demo where the verb asks for it. Called before anything reads the settings.</summary>
    /// <exception cref="SettingException">The demo would be reachable from elsewhere, or its folder holds something else.</exception>
    public static void AddDemo(this WebApplicationBuilder builder, string[] arguments)
    {
        if (arguments is not [Verb, ..])
        {
            return;
        }

        RefuseForeignAddresses(builder.Configuration["urls"]);
        var folder = DemoFolder.Replace(builder.Configuration["data"]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["data"] = folder,
            ["Database:Provider"] = "Sqlite",
            ["PublicUrl"] = null,
            ["AllowPlainHttp"] = "false",
            ["Mail:Host"] = null,
            ["role"] = "all",
            ["SingleUser"] = "false",
            ["MakesItsOwner"] = "true",
        });
        builder.Services.AddSingleton<DemoTicket>();
        builder.Services.AddHostedService<DemoSeeding>();
    }

    private static void RefuseForeignAddresses(string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var host = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.DnsSafeHost : "";
            if (host != "localhost" && !(IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip)))
            {
                throw new SettingException($"The demo answers on this machine only; {url} is an address for others.");
            }
        }
    }
}
