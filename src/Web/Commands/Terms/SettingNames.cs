namespace KneeLoad.Web.Commands.Terms;

/// <summary>The settings that the service reads, each of which is an option of its verbs too.</summary>
internal static class SettingNames
{
    /// <summary>Sections of the framework, whose names are its own.</summary>
    private static readonly string[] Sections = ["Kestrel:", "Logging:", "hostBuilder:"];

    /// <summary>All of them by name.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "data", "urls", "http_ports", "https_ports", "Jobs:FirstPauseSeconds", "Jobs:LookSeconds", "environment", "contentRoot", "applicationName",
        "role", "PublicUrl", "TrustedProxies", "AllowPlainHttp",
        "Database:Provider", "Database:ConnectionString", "Database:AllowPlain", "Maps:LargestExtractGigabytes",
        "Mail:Host", "Mail:Port", "Mail:UserName", "Mail:Password", "Mail:From", "Mail:LoopbackRelay", "Mail:TimeoutSeconds", "Mail:Connections",
        "Mail:ImplicitTls",
        "Registration", "SingleUser", "Quota:Gigabytes", "Passwords:Rounds", "ProtectionKeyFile", "Privacy:Contact",
    ];

    /// <summary>Whether the service reads a setting.</summary>
    public static bool Has(string name) =>
        All.Contains(name, StringComparer.OrdinalIgnoreCase) || Sections.Any(section => name.StartsWith(section, StringComparison.OrdinalIgnoreCase));

    // Whoever hands a whole configuration on names its sections too, with nothing behind the sign.
    private static bool IsSection(string argument) => argument.EndsWith('=')
        && All.Concat(Sections).Any(name => name.StartsWith(argument[2..^1] + ":", StringComparison.OrdinalIgnoreCase));

    /// <summary>The arguments without settings and their values.</summary>
    public static IEnumerable<string> LeftOut(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i].Split('=')[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || (!Has(name[2..]) && !IsSection(arguments[i])))
            {
                yield return arguments[i];
            }
            else if (name == arguments[i])
            {
                // Its value stands behind it.
                i++;
            }
        }
    }
}
