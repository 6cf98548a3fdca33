using System.Net;

namespace KneeLoad.Web.Hosting;

/// <summary>The address at which this installation is reached, and how safely.</summary>
/// <param name="Public">The address that runners type, as the owner set it; links in mails start with it.</param>
/// <param name="IsSet">Whether the owner set it.</param>
/// <param name="PlainHttpAllowed">Whether the owner accepts plain http beyond this machine; every page then says so.</param>
public sealed record Address(Uri Public, bool IsSet, bool PlainHttpAllowed)
{
    /// <summary>The address on which the service listens unless told otherwise. A name, since an IP address is no valid passkey site.</summary>
    public const string Default = "http://localhost:5080";

    /// <summary>True when runners come over https, directly or through a proxy.</summary>
    public bool IsHttps => string.Equals(Public.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);

    /// <summary>Reads <c>PublicUrl</c>, <c>AllowPlainHttp</c> and the addresses to listen on.</summary>
    /// <exception cref="SettingException">
    /// The public address or one to listen on is none, or plain http would leave this machine unasked, or under any name.
    /// </exception>
    public static Address From(IConfiguration configuration)
    {
        var listening = Listening(configuration);
        var stated = configuration["PublicUrl"];
        if (!Uri.TryCreate(stated ?? Typed(listening[0]), UriKind.Absolute, out var url) || !url.Scheme.StartsWith("http", StringComparison.Ordinal))
        {
            throw new SettingException($"PublicUrl must be an http or https address: {stated}");
        }

        var address = new Address(url, stated is not null, configuration.GetValue("AllowPlainHttp", false));
        if (!address.IsHttps && !address.PlainHttpAllowed && listening.Find(LeavesThisMachine) is { } open)
        {
            throw new SettingException(
                $"{open} would send passwords in the clear. Listen on localhost, set PublicUrl to the https address of your proxy, or set "
                    + $"AllowPlainHttp=true.");
        }

        if (address is { IsSet: false, PlainHttpAllowed: true } && listening.Find(LeavesThisMachine) is { } everywhere)
        {
            throw new SettingException(
                $"AllowPlainHttp=true needs PublicUrl beside it, the address that browsers type for {everywhere}: any other name that is made to "
                    + $"point here is then turned away.");
        }

        return address;
    }

    /// <summary>The first address to listen on that others could reach; null where there is none.</summary>
    public static string? BeyondThisMachine(IConfiguration configuration) => Listening(configuration).Find(url => !IsLoopback(Read(url).Host));

    private static List<string> Listening(IConfiguration configuration)
    {
        var ports = (configuration["http_ports"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        var urls = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        List<string> all = [.. endpoints, .. urls, .. urls.Length > 0 ? [] : ports.Select(port => $"http://*:{port}")];
        return all.Count > 0 ? all : [Default];
    }

    // What a browser on this machine would type for an address that means every interface.
    private static string Typed(string listening)
    {
        var binding = Read(listening);
        return binding.Host is "*" or "+" ? $"{binding.Scheme}://localhost:{binding.Port}" : listening;
    }

    private static BindingAddress Read(string listening)
    {
        try
        {
            return BindingAddress.Parse(listening);
        }
        catch (FormatException)
        {
            throw new SettingException($"{listening} is no address to listen on; one looks like {Default}.");
        }
    }

    private static bool LeavesThisMachine(string url) =>
        url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !IsLoopback(Read(url).Host);

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
}
