using System.Diagnostics;
using System.Globalization;

namespace KneeLoad.Testing;

/// <summary>A real SMTP server on this machine (aiosmtpd in a process of its own) that keeps what it takes and answers as told.</summary>
public sealed class SmtpServer : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private static readonly Lazy<bool> Installed = new(() =>
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        using var probe = Process.Start(new ProcessStartInfo(Python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true, UseShellExecute = false })!;
        probe.WaitForExit();
        return probe.ExitCode == 0;
    });

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private SmtpServer(Process process, DirectoryInfo folder, int port) => (_process, _folder, Port) = (process, folder, port);

    /// <summary>False where python3-aiosmtpd is missing: the test is skipped with <see cref="Missing"/>.</summary>
    public static bool IsInstalled => Installed.Value;

    /// <summary>Why a test was skipped.</summary>
    public static string Missing => "python3-aiosmtpd is not installed";

    /// <summary>The port that it listens on, at localhost.</summary>
    public int Port { get; }

    /// <summary>Starts one that shows a certificate of this authority.</summary>
    public static async Task<SmtpServer> StartAsync(TestAuthority authority)
    {
        var folder = Directory.CreateTempSubdirectory("kneeload-smtp-");
        var (certificate, key) = authority.WriteServerCertificate(folder.FullName);
        var process = Process.Start(new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "smtp_server.py"), folder.FullName, certificate, key])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var port = await process.StandardOutput.ReadLineAsync();
        return new(process, folder, int.Parse(port!, CultureInfo.InvariantCulture));
    }

    /// <summary>From now on it behaves so; the words stand in smtp_server.py.</summary>
    public async Task TellAsync(string behaviour)
    {
        await _process.StandardInput.WriteLineAsync(behaviour);
        await _process.StandardInput.FlushAsync();
        if (await _process.StandardOutput.ReadLineAsync() != "ok")
        {
            throw new InvalidOperationException("The SMTP server has died.");
        }
    }

    /// <summary>What it took, in order.</summary>
    public IReadOnlyList<ReceivedMail> Received() =>
        [.. _folder.EnumerateFiles("*.eml").OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => ReceivedMail.Parse(File.ReadAllText(file.FullName)))];

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
