using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KneeLoad.Web.Data.Providers;

/// <summary>Tells a database that does not answer, or takes nothing, at the moment from every other fault: the same request may well succeed later.</summary>
public static class DatabaseAway
{
    /// <summary>SQLite's numbers: busy, read-only, disk fault, cannot be opened.</summary>
    private static readonly int[] SqliteAway = [5, 8, 10, 14];

    /// <summary>PostgreSQL shuts down, starts, was made read-only as after a failover, or has lost this database.</summary>
    private static readonly string[] PostgreSqlAway =
    [
        PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow,
        PostgresErrorCodes.ReadOnlySqlTransaction, PostgresErrorCodes.InvalidCatalogName,
    ];

    /// <summary>SQL Server's severities from here on end the connection.</summary>
    private const byte SqlServerConnectionLost = 20;

    /// <summary>True when the fault, or one within it, says that the database is away.</summary>
    public static bool Is(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException
                or DbException { IsTransient: true }
                or SqlException { Class: >= SqlServerConnectionLost }
                || (inner is PostgresException postgres && PostgreSqlAway.Contains(postgres.SqlState))
                || (inner is SqliteException sqlite && SqliteAway.Contains(sqlite.SqliteErrorCode)))
            {
                return true;
            }
        }

        return false;
    }
}
