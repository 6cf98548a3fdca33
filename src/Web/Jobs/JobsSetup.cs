using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Shared.Hosting;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;

namespace KneeLoad.Web.Jobs;

/// <summary>The engine: Quartz on the same database, clustered; beside SQLite in a file of its own.</summary>
public static class JobsSetup
{
    /// <summary>Name of the work that never takes all workers.</summary>
    internal const string LongWork = "long";

    private static readonly TimeSpan IdleWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    /// <summary>Adds the engine, the queue and, unless this process only serves pages, the workers and the sweeps.</summary>
    /// <exception cref="SettingException">The role is unknown, or does not fit the database.</exception>
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var folder = DataFolder.From(builder.Configuration);
        var database = DatabaseChoice.From(builder.Configuration, folder);
        var role = RoleOf(builder.Configuration, database);
        var workers = Math.Max(2, Environment.ProcessorCount);
        var services = builder.Services;
        services.AddSingleton(RetryPauses.From(builder.Configuration));
        services.AddSingleton<JobQueue>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.IdleWaitTime = IdleWait);
            quartz.UseDefaultThreadPool(workers);
            quartz.UseExecutionLimits(limits => limits.ForGroup(LongWork, workers - 1));
            quartz.UsePersistentStore(store => Store(store, database, folder));
        });
        services.AddQuartzHostedService(host =>
        {
            host.AutoStart = role != Role.Web;
            host.WaitForJobsToComplete = true;
        });
        if (role != Role.Web)
        {
            services.AddHostedService<Sweeper>();
        }
    }

    private static void Store(IPersistentStoreBuilder store, DatabaseChoice database, DataFolder folder)
    {
        store.ProvisionSchema();
        store.UseSystemTextJsonSerializer();
        switch (database.Provider)
        {
            case DatabaseProvider.PostgreSql:
                store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
                store.UseClustering(cluster => cluster.CheckinInterval = CheckIn);
                break;
            case DatabaseProvider.SqlServer:
                store.UseSqlServer(SqlClientFactory.Instance, database.ConnectionString);
                store.UseClustering(cluster => cluster.CheckinInterval = CheckIn);
                break;
            default:
                store.UseSqlite(SqliteFactory.Instance, JobFile(folder));
                break;
        }
    }

    private static string JobFile(DataFolder folder)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = folder.Create().JobStore }.ToString();
        try
        {
            using var connection = new SqliteConnection(file);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL";
            command.ExecuteNonQuery();
            return file;
        }
        catch (SqliteException exception)
        {
            throw new SettingException($"{folder.JobStore} cannot be used: {exception.Message} It may be deleted; it is made again.");
        }
    }

    private static Role RoleOf(ConfigurationManager configuration, DatabaseChoice database)
    {
        var name = configuration["role"] ?? nameof(Role.All);
        if (!Enum.TryParse<Role>(name, ignoreCase: true, out var role) || !Enum.IsDefined(role))
        {
            throw new SettingException($"--role is all, web or worker, not {name}.");
        }

        return role == Role.All || database.Provider != DatabaseProvider.Sqlite
            ? role
            : throw new SettingException("A SQLite folder has one process: --role web and worker need PostgreSQL or SQL Server.");
    }
}
