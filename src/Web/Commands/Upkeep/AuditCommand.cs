using System.CommandLine;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Pipeline.Upkeep;

namespace KneeLoad.Web.Commands.Upkeep;

/// <summary>The verb <c>audit</c>: whether everything that is stored still is what it was.</summary>
internal static class AuditCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create(ServiceTools tools)
    {
        var json = new Option<bool>("--json") { Description = "One JSON document." };
        var sample = new Option<int?>("--sample")
        {
            Description = "Read only so many uploads again, chosen at random; all originals are held against their hashes all the same. [default: all]",
        };
        var command = new Command("audit", "Holds every stored original against its hash, and every row against what its file says.") { json, sample };
        return tools.With(command, needsDatabase: true, (services, parsed, cancellation) => RunAsync(
            services.GetRequiredService<Auditing>(),
            parsed.GetValue(sample),
            parsed.GetValue(json),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellation));
    }

    private static async Task<int> RunAsync(Auditing auditing, int? sample, bool isJson, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var line = ProgressLine.For(error);
        var report = await auditing.RunAsync(sample, (done, all) => line?.Show($"{done} of {all}", (double)done / all), cancellation);
        line?.Clear();
        await auditing.KeepAsync(report, cancellation);
        if (isJson)
        {
            await output.WriteLineAsync(report.Write());
        }
        else
        {
            foreach (var fault in report.Faults)
            {
                await output.WriteLineAsync(
                    $"{fault.Kind}: {fault.Text}{(fault.RunnerId is { } runner ? $" Runner {runner}{(fault.Key is { } key ? $", {key}" : "")}." : "")}");
            }

            await output.WriteLineAsync(
                FormattableString.Invariant($"{report.Originals} originals ({report.Bytes} bytes), ")
                + FormattableString.Invariant($"{report.Uploads} uploads read again ({report.Skipped} skipped), ")
                + FormattableString.Invariant($"{report.Runs} runs, {report.Weeks} weeks: {report.Faults.Count} faults."));
        }

        return report.Faults.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
