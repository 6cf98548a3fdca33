using System.Data.Common;
using KneeLoad.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KneeLoad.Web.Data.Providers;

/// <summary>
/// Tells each SQLite connection what this service promises: readers and the writer do not wait for each other, what was committed stays,
/// also after a power cut, what was deleted is overwritten, and a busy file is waited for.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const int CannotOpen = 14;

    // The time to wait comes first: the others may have to wait.
    private static readonly (string Name, string Set, string Read)[] Promises =
    [
        ("busy_timeout", "30000", "30000"),
        ("journal_mode", "WAL", "wal"),
        ("synchronous", "FULL", "2"),
        ("foreign_keys", "ON", "1"),
        ("secure_delete", "ON", "1"),
    ];

    private static readonly string All = string.Concat(Promises.Select(promise => $"PRAGMA {promise.Name}={promise.Set};"));

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        DemandFile(connection);
        using var command = connection.CreateCommand();
        command.CommandText = All;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        DemandFile(connection);
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = All;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Asks a connection whether it goes by all of this.</summary>
    /// <exception cref="SettingException">It goes by another value.</exception>
    public static async Task CheckAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        foreach (var (name, _, wanted) in Promises)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the names above.
            command.CommandText = $"PRAGMA {name};";
#pragma warning restore CA2100
            var found = Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
            if (!string.Equals(found, wanted, StringComparison.OrdinalIgnoreCase))
            {
                throw new SettingException(
                    $"The database {connection.DataSource} works with {name} {found} and not {wanted}: its disk, or the SQLite of this system, "
                        + $"cannot keep what is promised.");
            }
        }
    }

    // A file that was deleted or whose disk is gone lives on in the connections that are open: what they commit would be lost with them.
    private static void DemandFile(DbConnection connection)
    {
        if (!File.Exists(connection.DataSource))
        {
            SqliteConnection.ClearPool((SqliteConnection)connection);
            throw new SqliteException($"The database {connection.DataSource} is gone.", CannotOpen);
        }
    }
}
