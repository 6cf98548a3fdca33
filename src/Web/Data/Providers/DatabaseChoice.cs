using System.Data.Common;
using KneeLoad.Web.Hosting;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KneeLoad.Web.Data.Providers;

/// <summary>Which database the owner chose.</summary>
/// <param name="Provider">Its kind.</param>
/// <param name="ConnectionString">How to reach it.</param>
public sealed record DatabaseChoice(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>Reads <c>Database:Provider</c> (Sqlite where absent) and <c>Database:ConnectionString</c>.</summary>
    /// <exception cref="SettingException">The provider is unknown, or its connection string is missing or unreadable.</exception>
    public static DatabaseChoice From(IConfiguration configuration, DataFolder folder)
    {
        var name = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
        {
            throw new SettingException($"Database:Provider is Sqlite, PostgreSql or SqlServer, not {name}.");
        }

        var stated = configuration["Database:ConnectionString"];
        if (provider != DatabaseProvider.Sqlite)
        {
            return new(
                provider,
                Checked(
                    provider,
                    stated ?? throw new SettingException($"Database:ConnectionString is missing for {provider}."),
                    configuration.GetValue(PlainConnection.Setting, false)));
        }

        return new(provider, new SqliteConnectionStringBuilder { DataSource = folder.Database, Mode = SqliteOpenMode.ReadWrite }.ToString());
    }

    // It may hold a password: neither it nor the driver's words about it are repeated.
    private static string Checked(DatabaseProvider provider, string stated, bool mayBePlain)
    {
        try
        {
            DbConnectionStringBuilder read = provider == DatabaseProvider.PostgreSql
                ? new NpgsqlConnectionStringBuilder(stated)
                : new SqlConnectionStringBuilder(stated);
            return read switch
            {
                { Count: 0 } => throw new SettingException($"Database:ConnectionString is empty for {provider}."),
                NpgsqlConnectionStringBuilder postgreSql => PostgreSqlSession.Of(mayBePlain ? stated : PlainConnection.Refuse(postgreSql)),
                SqlConnectionStringBuilder sqlServer => mayBePlain ? stated : PlainConnection.Refuse(sqlServer),
                _ => stated,
            };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new SettingException($"Database:ConnectionString is none that {provider} reads.");
        }
    }
}

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
