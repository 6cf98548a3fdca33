using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KneeLoad.Web.Data.Health;

/// <summary>Tells a database whose pages or files are destroyed from every other fault: no second try helps, and somebody has to look.</summary>
public static class DatabaseDamage
{
    /// <summary>SQLite's numbers: a malformed image, and a file that is none.</summary>
    private static readonly int[] Sqlite = [11, 26];

    /// <summary>A table's page, an index's page, and a file that is not there.</summary>
    private static readonly string[] PostgreSql = [PostgresErrorCodes.DataCorrupted, PostgresErrorCodes.IndexCorrupted, PostgresErrorCodes.UndefinedFile];

    /// <summary>
    /// SQL Server's numbers: a page that was not read, one that is another than it should be, one that was read at a second try, one of another
    /// table.
    /// </summary>
    private static readonly int[] SqlServer = [823, 824, 825, 605];

    /// <summary>True when the fault, or one within it, says so.</summary>
    public static bool Is(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if ((inner is SqliteException sqlite && Sqlite.Contains(sqlite.SqliteErrorCode))
                || (inner is PostgresException postgres && PostgreSql.Contains(postgres.SqlState))
                || (inner is SqlException server && SqlServer.Contains(server.Number)))
            {
                return true;
            }
        }

        return false;
    }
}
