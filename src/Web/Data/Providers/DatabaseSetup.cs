using KneeLoad.Web.Data.Health;
using KneeLoad.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KneeLoad.Web.Data.Providers;

/// <summary>The database by configuration: <c>Database:Provider</c> and <c>Database:ConnectionString</c>.</summary>
public static class DatabaseSetup
{
    /// <summary>Adds the context, its health check and the migrations at start.</summary>
    /// <exception cref="SettingException">The provider is unknown, or lacks its connection string.</exception>
    public static WebApplicationBuilder AddDatabase(this WebApplicationBuilder builder)
    {
        var database = DatabaseChoice.From(builder.Configuration, DataFolder.From(builder.Configuration));
        var services = builder.Services;
        services.AddSingleton(database);
        services.AddIdentitySchema();
        services.AddSingleton<Migrator>();
        services.AddSingleton<NoticedFaults>();
        services.TryAddScoped(_ => new RowsInSight(() => null));
        switch (database.Provider)
        {
            case DatabaseProvider.PostgreSql:
                services.AddDbContext<KneeLoadDbContext, PostgreSqlKneeLoadDb>((provider, options) => Notice(provider, options)
                    .UseNpgsql(database.ConnectionString, npgsql => npgsql.ExecutionStrategy(dependencies => new CutConnections(dependencies)))
                    .ConfigureWarnings(LeaveFaultsToCallers));
                break;
            case DatabaseProvider.SqlServer:
                services.AddDbContext<KneeLoadDbContext, SqlServerKneeLoadDb>((provider, options) => Notice(provider, options)
                    .UseSqlServer(database.ConnectionString)
                    .ConfigureWarnings(LeaveFaultsToCallers));
                break;
            default:
                var pragmas = new SqlitePragmas();
                services.AddDbContext<KneeLoadDbContext, SqliteKneeLoadDb>((provider, options) =>
                    Notice(provider, options).UseSqlite(database.ConnectionString).AddInterceptors(pragmas).ConfigureWarnings(LeaveFaultsToCallers));
                break;
        }

        services.AddHealthChecks().AddCheck<WritableDatabase>("database", tags: ["ready"]);
        return builder;
    }

    private static DbContextOptionsBuilder Notice(IServiceProvider provider, DbContextOptionsBuilder options) =>
        options.LogTo(NoticedFaults.TellsOfFault, provider.GetRequiredService<NoticedFaults>().See);

    // Each is thrown as well, and told once by whoever catches it.
    private static void LeaveFaultsToCallers(WarningsConfigurationBuilder warnings) => warnings.Log(
        (CoreEventId.QueryIterationFailed, LogLevel.Debug),
        (CoreEventId.SaveChangesFailed, LogLevel.Debug),
        (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.ConnectionError, LogLevel.Debug));
}
