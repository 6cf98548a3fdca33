namespace KneeLoad.Web.Data.Providers;

/// <summary>The database that holds the rows.</summary>
public enum DatabaseProvider
{
    /// <summary>A file in the data folder; one process.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or newer.</summary>
    PostgreSql,

    /// <summary>SQL Server 2019 or newer, or Azure SQL.</summary>
    SqlServer,
}
