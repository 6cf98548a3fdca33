using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using KneeLoad.Web.Hosting;
using Npgsql;

namespace KneeLoad.Web.Commands.Upkeep;

/// <summary>PostgreSQL's own programs for backup and restore.</summary>
internal static class PostgreSqlPrograms
{
    /// <summary>Runs one. The password goes by its environment, where no list of processes shows it.</summary>
    /// <exception cref="SettingException">It is not installed, or it failed.</exception>
    public static async Task RunAsync(string program, string connectionString, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var reached = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        Set(start, "PGHOST", reached.Host);
        Set(start, "PGPORT", reached.Port.ToString(CultureInfo.InvariantCulture));
        Set(start, "PGUSER", reached.Username);
        Set(start, "PGPASSWORD", reached.Password);
        Set(start, "PGDATABASE", reached.Database);
        Set(
            start,
            "PGSSLMODE",
            reached.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() });
        try
        {
            using var process = Process.Start(start)!;
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellation);
            var said = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
            {
                throw new SettingException($"{program} failed: {said.ReplaceLineEndings(" ").Trim()}");
            }
        }
        catch (Win32Exception)
        {
            throw new SettingException($"{program} is not installed here; it belongs to PostgreSQL's client programs.");
        }
    }

    private static void Set(ProcessStartInfo start, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            start.Environment[name] = value;
        }
    }
}
