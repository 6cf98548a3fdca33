using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KneeLoad.Web.Data.Providers;

/// <summary>Tells a database that does not answer, or takes nothing, at the moment from every other fault: the same request may well succeed later.</summary>
public static class DatabaseAway
{
    /// <summary>PostgreSQL's code for a session that it ended because it stood still within a transaction.</summary>
    internal const string IdleInTransaction = "25P03";

    /// <summary>PostgreSQL's code for a session that it ended because nobody used it.</summary>
    internal const string IdleSession = "57P05";

    /// <summary>SQL Server's severities from here on end the connection.</summary>
    private const byte SqlServerConnectionLost = 20;

    /// <summary>SQL Server's number for the victim of a deadlock.</summary>
    private const int Deadlock = 1205;

    /// <summary>SQL Server's number for a lock that was not had in time.</summary>
    private const int LockTimeout = 1222;

    /// <summary>SQLite's numbers: busy, read-only, disk fault, cannot be opened.</summary>
    private static readonly int[] SqliteAway = [5, 8, 10, 14];

    /// <summary>
    /// PostgreSQL shuts down, starts, was made read-only as after a failover, has lost this database, or ended a session that stood still within a
    /// transaction.
    /// </summary>
    private static readonly string[] PostgreSqlAway =
    [
        PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow,
        PostgresErrorCodes.ReadOnlySqlTransaction, PostgresErrorCodes.InvalidCatalogName,
        IdleInTransaction, IdleSession,
    ];

    /// <summary>
    /// The numbers that Entity Framework's own list lacks: no answer in time, a database that cannot be opened during a fail-over, and two of
    /// availability groups.
    /// </summary>
    private static readonly int[] SqlServerAway = [-2, 4060, 976, 983];

    /// <summary>True when the fault, or one within it, says that the database is away.</summary>
    public static bool Is(Exception fault) => Within(fault, inner => inner switch
    {
        SocketException or DbException { IsTransient: true } => true,
        PostgresException postgres => PostgreSqlAway.Contains(postgres.SqlState),
        SqliteException sqlite => SqliteAway.Contains(sqlite.SqliteErrorCode),
        SqlException server => server.Class >= SqlServerConnectionLost || IsPassing(server),
        _ => false,
    });

    /// <summary>True when the database is there and ended the transaction for the sake of another.</summary>
    public static bool IsVictim(Exception fault) => Within(fault, inner =>
        inner is PostgresException
        {
            SqlState: PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.LockNotAvailable
        }
        or SqlException { Number: Deadlock or LockTimeout });

#pragma warning disable EF1001 // The list is Entity Framework's own, and public.
    private static bool IsPassing(SqlException fault) =>
        Microsoft.EntityFrameworkCore.SqlServer.Storage.Internal.SqlServerTransientExceptionDetector.ShouldRetryOn(fault)
        || fault.Errors.Cast<SqlError>().Any(error => SqlServerAway.Contains(error.Number));
#pragma warning restore EF1001

    private static bool Within(Exception fault, Func<Exception, bool> isMet)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (isMet(inner))
            {
                return true;
            }
        }

        return false;
    }
}
