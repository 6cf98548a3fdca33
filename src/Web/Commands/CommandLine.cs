using System.CommandLine;
using System.CommandLine.Help;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Commands.Upkeep;

namespace KneeLoad.Web.Commands;

/// <summary>The verbs of the program, and the help of all of them.</summary>
internal static class CommandLine
{
    /// <summary>All went well.</summary>
    public const int Done = ExitCode.Done;

    /// <summary>Some input was refused; standard error says which and why.</summary>
    public const int Refused = ExitCode.Refused;

    /// <summary>The command was used wrongly.</summary>
    public const int Misused = ExitCode.Misused;

    /// <summary>Whether the arguments are for a verb here, ask for help, or are wrong; all else starts the web service.</summary>
    public static bool Handles(IReadOnlyList<string> arguments) =>
        arguments.Any(argument => argument is "--help" or "-h" or "-?")
        || (arguments.Count > 0 && (!arguments[0].StartsWith('-') || arguments[0] is "--version") && arguments[0] is not ("serve" or "demo"))
        || Parse(arguments).Faults.Any();

    /// <summary>Runs a verb.</summary>
    /// <param name="arguments">The verb and what follows it.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        var (parsed, faults) = Parse(arguments);
        if (faults.Count > 0)
        {
            foreach (var fault in faults)
            {
                await error.WriteLineAsync(fault);
            }

            await error.WriteLineAsync("Try --help.");
            return Misused;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, cancellation);
    }

    private static (ParseResult Parsed, IReadOnlyList<string> Faults) Parse(IReadOnlyList<string> arguments)
    {
        // By the name that it is called by, whatever its file is called.
        var root = new Command("kneeload", "KneeLoad: what a runner's knees took. Without a verb it serves.") { new HelpOption(), new VersionOption() };
        var tools = new ServiceTools(arguments);
        Command[] takingSettings =
        [
            ServiceVerbs.Serve(),
            ServiceVerbs.Demo(),
            AuditCommand.Create(tools),
            BackupCommand.Create(tools),
            RestoreCommand.Create(tools),
            AdminCommand.Create(tools),
        ];
        Command[] others = [InspectCommand.Create(), AnalyzeCommand.Create(), SurfaceCommand.Create(), UploadCommand.Create(), CompleteCommand.Create(root)];
        foreach (var verb in (Command[])[.. takingSettings, .. others])
        {
            root.Subcommands.Add(verb);
        }

        // Without a verb it serves, save where all that is asked for is help.
        string[] ofRoot = ["--version", "--help", "-h", "-?"];
        IReadOnlyList<string> whole = arguments.Count == 0 || (arguments[0].StartsWith('-') && !ofRoot.Contains(arguments[0], StringComparer.Ordinal))
            ? ["serve", .. arguments]
            : arguments;
        var takesSettings = takingSettings.Any(verb => verb.Name == whole[0]);
        IReadOnlyList<string> own = takesSettings ? [.. SettingNames.LeftOut(whole)] : whole;
        var parsed = root.Parse(own);
        return (parsed, [.. OptionFaults.Of(parsed, own, takesSettings)]);
    }
}
