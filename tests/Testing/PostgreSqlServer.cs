using System.Diagnostics;

namespace KneeLoad.Testing;

/// <summary>A PostgreSQL server of the tests' own, in a folder that goes with it, reached through a socket in that folder only.</summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    /// <summary>Why a test is skipped where there is no server to start.</summary>
    public const string AbsentReason = "PostgreSQL is not installed here (Debian: postgresql).";

    /// <summary>The server refuses to run as root.</summary>
    private const string ServerUser = "postgres";

    private static readonly string? Programs = Find();
    private readonly string folder = Directory.CreateTempSubdirectory("kneeload-pg-").FullName;
    private int databases;

    private PostgreSqlServer()
    {
    }

    /// <summary>Whether there is none to start.</summary>
    public static bool IsAbsent => Programs is null;

    private string Data => Path.Combine(folder, "data");

    /// <summary>Starts a server with an empty cluster.</summary>
    public static async Task<PostgreSqlServer> StartAsync()
    {
        var server = new PostgreSqlServer();
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ServerUser, server.folder);
        }

        await RunAsServerAsync(
            "initdb", "--pgdata", server.Data, "--username", "kneeload", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync");
        await server.ComeBackAsync();
        return server;
    }

    /// <summary>Starts the server, as after <see cref="GoAwayAsync"/>.</summary>
    public Task ComeBackAsync() => RunAsServerAsync(
        "pg_ctl",
        "--pgdata",
        Data,
        "--wait",
        "--log",
        Path.Combine(folder, "log"),
        "--options",
        $"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=600",
        "start");

    /// <summary>Ends the server at once; its connections break.</summary>
    public Task GoAwayAsync() => RunAsServerAsync("pg_ctl", "--pgdata", Data, "--wait", "--mode", "immediate", "stop");

    /// <summary>The connection string of a database that no test has used yet; migrating makes it.</summary>
    public string NewDatabase() =>
        $"Host={folder};Username=kneeload;Database=test{Interlocked.Increment(ref databases)};Maximum Pool Size=20";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await GoAwayAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string? Find()
    {
        const string Versions = "/usr/lib/postgresql";
        return Directory.Exists(Versions)
            ? Directory.GetDirectories(Versions)
                .Select(version => Path.Combine(version, "bin"))
                .LastOrDefault(programs => File.Exists(Path.Combine(programs, "initdb")))
            : null;
    }

    private static Task RunAsServerAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs ?? throw new InvalidOperationException(AbsentReason), program);
        return Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", ServerUser, "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // The server lives on with these handles: reading them to their end would wait for it.
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}");
        }
    }
}
