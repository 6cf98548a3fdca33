using System.Diagnostics;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Tests.Features.Api;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Documents;

/// <summary>The examples of the API's document, run with curl against a service that listens.</summary>
public sealed partial class ApiExamplesTests
{
    [Fact]
    public async Task Every_example_does_what_the_document_says()
    {
        await using var host = new WebHost().With("urls", "http://127.0.0.1:0").At(new FakeClock(MadeHistory.Now));
        host.UseKestrel(0);
        host.StartServer();
        var runner = await host.RunnerWithHistoryAsync();
        using var program = await ApiClient.OfAsync(host, runner.RunnerId);
        using var scratch = new ScratchFolder();
        await File.WriteAllTextAsync(scratch["token"], $"Authorization: Bearer {program.Token}\n");
        await File.WriteAllBytesAsync(scratch["run.fit"], MadeRun.Fit(MadeRun.Monday, minutes: 7, speed: 2.4));
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        var blocks = Block().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api.md"))).ToList();
        foreach (var block in blocks)
        {
            var (said, code) = await RunAsync(block.Groups["commands"].Value, Path.GetDirectoryName(scratch["token"])!, address);

            Assert.True(code == 0, $"{block.Groups["commands"].Value}\n{said}");
            Assert.All(
                Name().Matches(block.Groups["answer"].Value).Select(name => name.Value).Distinct(),
                name => Assert.Contains(name, said, StringComparison.Ordinal));
            Assert.Contains(block.Groups["text"].Value.Trim(), said, StringComparison.Ordinal);
        }

        Assert.True(blocks.Count >= 8, $"{blocks.Count}");
    }

    private static async Task<(string Said, int Code)> RunAsync(string commands, string folder, string address)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", commands])
        {
            WorkingDirectory = folder,
            Environment = { ["KNEELOAD"] = address, ["NO_PROXY"] = "127.0.0.1" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        return (await output + await error, shell.ExitCode);
    }

    [GeneratedRegex(
        @"```sh\n(?<commands>.*?)```(\n\n```json\n(?<answer>.*?)```)?(\n\n```text\n(?<text>.*?)```)?",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex("\"[a-zA-Z]+\":")]
    private static partial Regex Name();
}
