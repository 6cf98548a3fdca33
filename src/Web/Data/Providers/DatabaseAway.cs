using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KneeLoad.Web.Data.Providers;

/// <summary>Tells a database that does not answer at the moment from every other fault: the same request may well succeed later.</summary>
public static class DatabaseAway
{
    private const int SqliteBusy = 5;

    /// <summary>SQL Server's severities from here on end the connection.</summary>
    private const byte SqlServerConnectionLost = 20;

    /// <summary>True when the fault, or one within it, says that the database is away.</summary>
    public static bool Is(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException
                or DbException { IsTransient: true }
                or PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow }
                or SqlException { Class: >= SqlServerConnectionLost }
                or SqliteException { SqliteErrorCode: SqliteBusy })
            {
                return true;
            }
        }

        return false;
    }
}
