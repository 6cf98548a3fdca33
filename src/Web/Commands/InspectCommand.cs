using System.CommandLine;
using KneeLoad.Web.Commands.Terms;

namespace KneeLoad.Web.Commands;

/// <summary>The verb <c>inspect</c>: what files say, before any analysis.</summary>
internal static class InspectCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var asJson = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var paths = InputFiles.Argument();
        var command = new Command("inspect", "Shows what a file says, before any analysis.") { asJson, paths };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return Run(parsed.GetRequiredValue(paths), parsed.GetValue(asJson), output, error);
        });
        return command;
    }

    private static int Run(IEnumerable<string> paths, bool asJson, TextWriter output, TextWriter error)
    {
        var report = new FileReport(error, ProgressLine.For(error, writesMeanwhile: true));
        var archives = new InspectedArchives();
        var files = report.Read(paths).Select(file => InspectedFile.Of(file.Name, archives.Add(file.Name, file.Result)));
        if (asJson)
        {
            InspectJson.Write(files, archives, output);
        }
        else
        {
            InspectText.Write(files, output);
        }

        return report.ExitCode;
    }
}
