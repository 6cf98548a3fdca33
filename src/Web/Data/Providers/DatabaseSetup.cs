using KneeLoad.Web.Shared.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Data.Providers;

/// <summary>The database by configuration: <c>Database:Provider</c> and <c>Database:ConnectionString</c>.</summary>
public static class DatabaseSetup
{
    /// <summary>Adds the context, its health check and the migrations at start.</summary>
    /// <exception cref="SettingException">The provider is unknown, or lacks its connection string.</exception>
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var database = DatabaseChoice.From(builder.Configuration, DataFolder.From(builder.Configuration));
        var services = builder.Services;
        services.AddSingleton(database);
        services.AddSingleton<Migrator>();
        switch (database.Provider)
        {
            case DatabaseProvider.PostgreSql:
                services.AddDbContext<KneeLoadDbContext, PostgreSqlKneeLoadDb>(options => options.UseNpgsql(database.ConnectionString));
                break;
            case DatabaseProvider.SqlServer:
                services.AddDbContext<KneeLoadDbContext, SqlServerKneeLoadDb>(options => options.UseSqlServer(database.ConnectionString));
                break;
            default:
                var pragmas = new SqlitePragmas();
                services.AddDbContext<KneeLoadDbContext, SqliteKneeLoadDb>(options =>
                    options.UseSqlite(database.ConnectionString).AddInterceptors(pragmas));
                break;
        }

        services.AddHealthChecks().AddDbContextCheck<KneeLoadDbContext>("database", tags: ["ready"]);
    }
}
