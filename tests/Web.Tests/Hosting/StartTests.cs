using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using KneeLoad.Testing;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>A start that fails tells why in a sentence and by the exit code, never by a stack.</summary>
public sealed class StartTests : IDisposable
{
    private const int Refused = 2;
    private readonly string folder = Directory.CreateTempSubdirectory("kneeload-start-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_named()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "");

        var said = await RefusalAsync(file);

        Assert.StartsWith($"The data folder {file} cannot be written", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RE_07_A_data_folder_on_a_read_only_disk_is_named_and_nothing_is_made_elsewhere()
    {
        Assert.SkipUnless(SmallDisk.IsPossible, SmallDisk.ImpossibleReason);

        var said = await RefusalAsync(folder, readOnly: true);

        Assert.StartsWith($"The data folder {folder} cannot be written", said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("kneeload.db", "cannot be used")]
    public async Task A_damaged_file_is_named_with_what_can_be_done(string name, string told)
    {
        var file = Path.Combine(folder, name);
        await File.WriteAllTextAsync(file, new string('x', 8192));

        var said = await RefusalAsync(folder);

        Assert.Contains(file, said, StringComparison.Ordinal);
        Assert.Contains(told, said, StringComparison.Ordinal);
        Assert.Equal(new string('x', 8192), await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told()
    {
        MigratedFolder.CopyTo(folder);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var said = await RefusalAsync(folder, "--urls", $"http://{other.LocalEndpoint}");

        Assert.Contains("Another program listens there", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "nonsense", "nonsense is no address to listen on")]
    [InlineData("--AllowPlainHttp", "perhaps", "AllowPlainHttp")]
    [InlineData("--Mail:Port", "many", "Mail:Port")]
    [InlineData("--Database:ConnectionString", "Password=secret;nonsense", "Database:ConnectionString")]
    [InlineData("--Database:ConnectionString", "", "Database:ConnectionString")]
    public async Task A_setting_that_cannot_be_read_is_named(string setting, string value, string told)
    {
        var said = await RefusalAsync(
            folder, setting, value, "--Database:Provider", setting.StartsWith("--Database", StringComparison.Ordinal) ? "PostgreSql" : "Sqlite");

        Assert.Contains(told, said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RE_11_A_service_that_is_told_to_stop_while_it_starts_ends_without_a_stack()
    {
        MigratedFolder.CopyTo(folder);
        var mark = Path.Combine(folder, "held");
        string[] serve = [Path.Combine(AppContext.BaseDirectory, "KneeLoad.Web.dll"), "serve", "--data", folder, "--urls", "http://127.0.0.1:0"];
        var start = new ProcessStartInfo("dotnet", serve)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(FitFileBuilder).Assembly.Location;
        // The engine takes work back before its workers begin.
        start.Environment["KNEELOAD_TEST_HOLD_AT"] = "\"Owner\" IS NOT NULL";
        start.Environment["KNEELOAD_TEST_HOLD_MARK"] = mark;
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        using var deadline = new CancellationTokenSource(Patience.Bound);
        while (!File.Exists(mark))
        {
            await Task.Delay(10, deadline.Token);
        }

        using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line && !line.Contains("shutting down", StringComparison.Ordinal))
        {
            // It has not heard it yet.
        }

        File.Delete(mark);
        await process.StandardOutput.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);

        Assert.DoesNotContain("   at ", await said, StringComparison.Ordinal);
        Assert.Equal(0, process.ExitCode);
    }

    private static Task<string> RefusalAsync(string data, params string[] settings) => RefusalAsync(data, readOnly: false, settings);

    private static async Task<string> RefusalAsync(string data, bool readOnly, params string[] settings)
    {
        string[] serve = ["dotnet", Path.Combine(AppContext.BaseDirectory, "KneeLoad.Web.dll"), "serve", "--data", data, .. settings];
        var command = readOnly ? SmallDisk.ReadOnly(data, serve) : serve;
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var said = process.StandardError.ReadToEndAsync();
        var logged = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(Refused, process.ExitCode);
        Assert.DoesNotContain("   at ", logged + await said, StringComparison.Ordinal);
        return await said;
    }
}
