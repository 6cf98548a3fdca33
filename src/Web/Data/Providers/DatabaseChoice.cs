using KneeLoad.Web.Shared.Hosting;
using Microsoft.Data.Sqlite;

namespace KneeLoad.Web.Data.Providers;

/// <summary>Which database the owner chose.</summary>
/// <param name="Provider">Its kind.</param>
/// <param name="ConnectionString">How to reach it.</param>
public sealed record DatabaseChoice(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>Reads <c>Database:Provider</c> (Sqlite where absent) and <c>Database:ConnectionString</c>.</summary>
    /// <exception cref="SettingException">The provider is unknown, or lacks its connection string.</exception>
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
            return new(provider, stated ?? throw new SettingException($"Database:ConnectionString is missing for {provider}."));
        }

        return new(provider, new SqliteConnectionStringBuilder { DataSource = folder.Database }.ToString());
    }
}
