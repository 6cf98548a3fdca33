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

    private readonly Process process;
    private readonly DirectoryInfo folder;

    private SmtpServer(Process process, DirectoryInfo folder, int port) => (this.process, this.folder, Port) = (process, folder, port);

    /// <summary>False where python3-aiosmtpd is missing: the test is skipped with <see cref="Missing"/>.</summary>
    public static bool IsInstalled => Installed.Value;

    /// <summary>Why a test was skipped.</summary>
    public static string Missing => "python3-aiosmtpd is not installed";

    /// <summary>The port that it listens on, at localhost.</summary>
    public int Port { get; }

    /// <summary>Starts one that shows a certificate of this authority.</summary>
    public static async Task<SmtpServer> StartAsync(TestAuthority authority)
    {
        var received = Directory.CreateTempSubdirectory("kneeload-smtp-");
        var (certificate, key) = authority.WriteServerCertificate(received.FullName);
        var started = Process.Start(new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "smtp_server.py"), received.FullName, certificate, key])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var port = await started.StandardOutput.ReadLineAsync();
        return new(started, received, int.Parse(port!, CultureInfo.InvariantCulture));
    }

    /// <summary>From now on it behaves so; the words stand in smtp_server.py.</summary>
    public async Task TellAsync(string behaviour)
    {
        await process.StandardInput.WriteLineAsync(behaviour);
        await process.StandardInput.FlushAsync();
        if (await process.StandardOutput.ReadLineAsync() != "ok")
        {
            throw new InvalidOperationException("The SMTP server has died.");
        }
    }

    /// <summary>What it took, in order.</summary>
    public IReadOnlyList<ReceivedMail> Received() =>
        [.. folder.EnumerateFiles("*.eml").OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => ReceivedMail.Parse(File.ReadAllText(file.FullName)))];

    /// <summary>Throws away what it took so far.</summary>
    public void Forget()
    {
        foreach (var mail in folder.EnumerateFiles("*.eml"))
        {
            mail.Delete();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
    }
}
