using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KneeLoad.Web.Data.Health;

/// <summary>Tells a database that has no room left for what it should store.</summary>
public static class DatabaseFull
{
    private const int Sqlite = 13;

    /// <summary>SQL Server's numbers: no room in a file, in a group of files, in the log.</summary>
    private static readonly int[] SqlServer = [1101, 1105, 9002];

    /// <summary>True when this fault itself says so.</summary>
    public static bool IsItself(Exception fault) => fault switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == Sqlite,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.DiskFull,
        SqlException server => SqlServer.Contains(server.Number),
        _ => false,
    };
}
