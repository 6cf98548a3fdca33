using System.Globalization;
using Npgsql;

namespace KneeLoad.Web.Data.Providers;

/// <summary>
/// Sets what each session on PostgreSQL needs, so that a worker that stands still in the middle of a transaction holds up nobody for
/// long. The settings go with the connection itself.
/// </summary>
internal static class PostgreSqlSession
{
    /// <summary>Seconds without a word after which the system asks whether the server is still there.</summary>
    private const int Silence = 10;

    /// <summary>Seconds between two such questions.</summary>
    private const int Between = 5;

    private static readonly (string Name, string Value)[] Settings =
    [
        // A lock is waited for so long, be it held by whomever.
        ("lock_timeout", "10s"),
        // Who stands still within a transaction loses it, and with it the locks.
        ("idle_in_transaction_session_timeout", "15s"),
        // A host that is gone is noticed in half a minute, also while it is being sent something.
        ("tcp_keepalives_idle", "10"),
        ("tcp_keepalives_interval", "5"),
        ("tcp_keepalives_count", "3"),
        ("tcp_user_timeout", "30s"),
    ];

    /// <summary>A connection string with the settings; what the owner has set stays.</summary>
    public static string Of(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        var stated = connection.Options ?? "";
        var added = Settings.Where(setting => !stated.Contains(setting.Name, StringComparison.OrdinalIgnoreCase))
            .Select(setting => string.Create(CultureInfo.InvariantCulture, $"-c {setting.Name}={setting.Value}"));
        connection.Options = string.Join(' ', [.. stated.Length > 0 ? [stated] : Array.Empty<string>(), .. added]);
        // Nothing is ever set on a session but by these: a pooled one needs no reset, which would be a statement each time.
        connection.NoResetOnClose = true;
        if (connection.KeepAlive == 0 && !IsSocket(connection.Host))
        {
            // By the system, which costs nothing: the driver's own questions wake this process all the time, and a server that
            // answers one of them late, as under load, loses connections that are whole.
            (connection.TcpKeepAlive, connection.TcpKeepAliveTime, connection.TcpKeepAliveInterval) = (true, Silence, Between);
        }

        return connection.ToString();
    }

    // A folder instead of a host: its socket breaks with the server.
    private static bool IsSocket(string? host) => host?.StartsWith('/') is true;
}
