using System.Net;
using System.Text.RegularExpressions;
using KneeLoad.Web.Commands;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Commands;

public sealed partial class PasswordCommandTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew();

    [Fact]
    public async Task A_forgotten_password_is_renewed_beside_the_running_service_and_signs_everybody_out()
    {
        var runner = await host.RunnerAsync("forgetful");

        var (exitCode, output, error) = await RunAsync("password", "forgetful@example.org", "--data", host.Folder);

        Assert.Empty(error);
        Assert.Equal(CommandLine.Done, exitCode);
        var password = Printed().Match(output).Groups[1].Value;
        await using var scope = host.Services.OfAll();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Runner>>();
        var stored = (await users.FindByEmailAsync("forgetful@example.org"))!;
        Assert.True(await users.CheckPasswordAsync(stored, password));
        Assert.False(await users.CheckPasswordAsync(stored, "correct horse battery"));
        using var reply = await runner.Http.GetAsync("/uploads/status");
        Assert.NotEqual(HttpStatusCode.OK, reply.StatusCode);
    }

    [Fact]
    public async Task An_address_without_an_account_is_refused()
    {
        await host.RunnerAsync("someone");

        var (exitCode, output, error) = await RunAsync("password", "nobody@example.org", "--data", host.Folder);

        Assert.Equal(CommandLine.Refused, exitCode);
        Assert.Empty(output);
        Assert.Equal("No account has the address nobody@example.org.", error.Trim());
    }

    [Fact]
    public async Task A_folder_without_a_database_is_refused_and_not_made()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"kneeload-none-{Guid.NewGuid():n}");

        var (exitCode, _, error) = await RunAsync("password", "a@example.org", "--data", folder);

        Assert.Equal(CommandLine.Misused, exitCode);
        Assert.StartsWith($"There is no database in {folder}.", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(arguments, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    [GeneratedRegex("New password of forgetful@example\\.org: (\\S{19})", RegexOptions.None, 1000)]
    private static partial Regex Printed();
}
