using System.Diagnostics;
using System.Text.Json;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Fit.Reference;

/// <summary>The official JavaScript FIT SDK, in a process of its own (reference.mjs).</summary>
internal static class ReferenceSdk
{
    /// <summary>The content of each file as it reads it, in the form that <see cref="FitAgreement"/> compares by.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ReadAsync(IReadOnlyList<byte[]> files, CancellationToken cancel) =>
        await RunAsync([], files.Select(Convert.ToBase64String), cancel);

    /// <summary>Its tables of names: type of the profile, number, name.</summary>
    public static async Task<JsonElement> NamesAsync(CancellationToken cancel) => (await RunAsync(["--names"], [], cancel))[0];

    private static async Task<IReadOnlyList<JsonElement>> RunAsync(string[] arguments, IEnumerable<string> lines, CancellationToken cancel)
    {
        var script = Path.Combine(Repository.Root, "tests", "Ingest.Tests", "Fit", "Reference", "reference.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;

        // Both at once: each side's pipe holds less than all files.
        var reading = node.StandardOutput.ReadToEndAsync(cancel);
        foreach (var line in lines)
        {
            await node.StandardInput.WriteLineAsync(line.AsMemory(), cancel);
        }

        node.StandardInput.Close();
        var output = await reading;
        await node.WaitForExitAsync(cancel);
        Assert.Equal(0, node.ExitCode);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }
}
