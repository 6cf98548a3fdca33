using System.Diagnostics;
using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Tests.Email;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>The service as a process of its own, which can be killed.</summary>
internal sealed partial class ServiceProcess : IDisposable
{
    private readonly Process process;
    private readonly string mark;

    private ServiceProcess(Process process, string mark)
    {
        this.process = process;
        this.mark = mark;
    }

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>Memory that the process holds of the machine. [MB]</summary>
    public long Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1_000_000;
        }
    }
    /// <summary>The most memory that the process has had so far. [bytes]</summary>
    public long PeakMemory => 1024 * long.Parse(
        File.ReadLines($"/proc/{process.Id}/status")
            .First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Starts the service on a data folder; with an instant it stands still there, see <c>StartupHook</c>.</summary>
    public static async Task<ServiceProcess> StartAsync(
        string folder, string? holdAt = null, string? program = null, string? verb = null, int? diskMegabytes = null, params string[] settings)
    {
        program ??= Path.Combine(AppContext.BaseDirectory, "KneeLoad.Web.dll");
        var markFile = Path.Combine(Path.GetTempPath(), $"kneeload-held-{Guid.NewGuid():n}");
        string[] serve = ["dotnet", program, .. verb is null ? Array.Empty<string>() : [verb], "--data", folder, "--urls", "http://127.0.0.1:0", .. settings];
        var command = diskMegabytes is { } size ? SmallDisk.Around(folder, size, serve) : serve;
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["SSL_CERT_FILE"] = Authorities.Trusted.PemFile;
        if (holdAt is not null)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(FitFileBuilder).Assembly.Location;
            start.Environment["KNEELOAD_TEST_HOLD_AT"] = holdAt;
            start.Environment["KNEELOAD_TEST_HOLD_MARK"] = markFile;
        }

        var service = new ServiceProcess(Process.Start(start) ?? throw new InvalidOperationException("The service did not start."), markFile);
        try
        {
            service.Address = await service.ListeningAsync();
            return service;
        }
        catch
        {
            service.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the service stands still at its instant.</summary>
    public async Task HeldAsync()
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        while (!File.Exists(mark))
        {
            await Task.Delay(10, deadline.Token);
        }
    }

    /// <summary>Lets the service go on from where it stands still.</summary>
    public void GoOn() => File.Delete(mark);

    /// <summary>Kills the service once it stands still.</summary>
    public async Task KillWhenHeldAsync()
    {
        await HeldAsync();
        await KillAsync();
    }

    /// <summary>SIGKILL: nothing is flushed, closed or said.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: it stands still as a whole, as with its machine.</summary>
    public Task FreezeAsync() => SignalAsync("-STOP");

    /// <summary>SIGCONT: it goes on and knows nothing of the time between.</summary>
    public Task WakeAsync() => SignalAsync("-CONT");

    /// <summary>SIGTERM, as an init system ends a service.</summary>
    public async Task<int> StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
        File.Delete(mark);
    }

    private async Task SignalAsync(string name)
    {
        using var signal = Process.Start("kill", [name, process.Id.ToString()]);
        await signal.WaitForExitAsync();
    }

    private async Task<Uri> ListeningAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (ListeningLine().Match(line) is { Success: true } match)
            {
                // What follows is of no interest, but must not fill the pipe.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new Uri(match.Groups[1].Value);
            }
        }

        await process.WaitForExitAsync();
        throw new InvalidOperationException($"The service ended with {process.ExitCode} before it listened.");
    }

    [GeneratedRegex("Now listening on: (http://\\S+)", RegexOptions.None, 1000)]
    private static partial Regex ListeningLine();
}
