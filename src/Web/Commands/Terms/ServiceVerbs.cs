using System.CommandLine;

namespace KneeLoad.Web.Commands.Terms;

/// <summary>The verbs <c>serve</c> and <c>demo</c> for the help alone: the door starts them, and their options are settings.</summary>
internal static class ServiceVerbs
{
    /// <summary>The folder that everything lies in.</summary>
    public static Option<string> Data => new("--data") { Description = "The folder that everything lies in. [default: data, where the program is started]" };

    private static Option<string> Urls => new("--urls") { Description = "Where it listens. [default: http://localhost:5080]" };

    /// <summary>The web service.</summary>
    public static Command Serve() => new("serve", "Starts the web service. Each setting of docs/self-hosting.md is an option too, such as --Mail:Host NAME.")
    {
        Data,
        Urls,
        new Option<string>("--PublicUrl") { Description = "The address that runners type; links in mails start with it." },
        new Option<string>("--role") { Description = "all, web (answers requests) or worker (works on uploads and mails). [default: all]" },
    };

    /// <summary>The web service with an invented runner.</summary>
    public static Command Demo() =>
        new("demo", "Starts the web service with four months of an invented runner, in a folder that each start replaces.") { Urls };
}
