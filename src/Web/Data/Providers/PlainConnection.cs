using KneeLoad.Web.Hosting;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace KneeLoad.Web.Data.Providers;

/// <summary>
/// Keeps health data and passwords from crossing a network readable: a connection beyond this machine is encrypted unless the owner says otherwise.
/// </summary>
internal static class PlainConnection
{
    /// <summary>The setting that allows it.</summary>
    public const string Setting = "Database:AllowPlain";

    /// <summary>Demands encryption of a connection to PostgreSQL.</summary>
    /// <exception cref="SettingException">It is switched off.</exception>
    public static string Refuse(NpgsqlConnectionStringBuilder connection)
    {
        if (!(connection.Host ?? "").Split(',').All(IsHere))
        {
            connection.SslMode = connection.SslMode switch
            {
                SslMode.Disable or SslMode.Allow => throw Refused($"SSL Mode={connection.SslMode}"),
                // Unless stated, the driver goes on in the clear where the server knows no encryption.
                SslMode.Prefer => SslMode.Require,
                var demanded => demanded,
            };
        }

        return connection.ToString();
    }

    /// <summary>Demands encryption of a connection to SQL Server.</summary>
    /// <exception cref="SettingException">It is switched off.</exception>
    public static string Refuse(SqlConnectionStringBuilder connection) =>
        SqlConnectionEncryptOption.Optional.Equals(connection.Encrypt) && !IsHere(HostOf(connection.DataSource))
            ? throw Refused("Encrypt=false")
            : connection.ToString();

    private static SettingException Refused(string stated) => new(
        $"Database:ConnectionString says {stated}: health data and passwords would cross the network readable. Encrypt the connection, or set "
            + $"{Setting} to true.");

    private static string HostOf(string source) => source.Split([',', '\\'], 2)[0].Split(':', 2) switch
    {
        [var protocol, var host] when protocol is "tcp" or "np" or "lpc" or "admin" => host,
        [var host, ..] => host,
        _ => source,
    };

    private static bool IsHere(string host) =>
        host.Trim() is var name
        && (name is "" or "." or "(local)" or "(localdb)" || name.StartsWith('/') || name.StartsWith('@')
            || string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase)
            || (System.Net.IPAddress.TryParse(name, out var address) && System.Net.IPAddress.IsLoopback(address)));
}
