using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.SqlServer;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Work.Looks;
using Microsoft.Data.SqlClient;

namespace KneeLoad.Web.Work.Engine;

/// <summary>Sets Hangfire up: in the same database, or in memory beside SQLite, where the rows are handed over again at start.</summary>
internal static class HangfireSetup
{
    /// <summary>A job whose worker gives no sign for so long is run again: a little after its claim has run out, so that it is taken over at once.</summary>
    public static readonly TimeSpan Invisibility = TimeSpan.FromSeconds(40);

    /// <summary>The pause between looks for delayed jobs in a cluster, whose database should be left in peace.</summary>
    private static readonly TimeSpan ScheduledPoll = TimeSpan.FromSeconds(35);

    /// <summary>
    /// The pause between a worker's looks for jobs that no announcement woke it for. Every job is announced to all workers, the look of each minute
    /// too; after each silence of the database all look anew; and what the dead had in hand is handed over anew.
    /// </summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Stop = TimeSpan.FromSeconds(20);

    // The list is the whole process's, where two services may start at one time.
    private static readonly Lazy<bool> FiltersLeftOut = new(LeaveOutFilters);

    /// <summary>Adds the engine, and its workers where this process works.</summary>
    public static void Add(IServiceCollection services, DatabaseChoice database, Role role, TimeSpan look, int mailsAtOnce)
    {
        _ = FiltersLeftOut.Value;
        services.AddSingleton<JobEar>();
        services.AddSingleton(provider => Storage(database, provider));
        // Hangfire keeps one of these for the whole process, where two services may run.
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<IJobEngine>(provider => new HangfireEngine(
            new Lazy<IBackgroundJobClientV2>(() => Client(provider), LazyThreadSafetyMode.PublicationOnly),
            provider.GetRequiredService<IHostApplicationLifetime>()));
        services.AddHangfire((provider, hangfire) => hangfire
            .UseLogProvider(new EngineLog(provider.GetRequiredService<ILoggerFactory>()))
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        if (role is Role.Web)
        {
            return;
        }

        if (database.Provider is not DatabaseProvider.Sqlite)
        {
            services.AddHostedService<LostClaims>();
        }

        if (database.Provider is DatabaseProvider.PostgreSql)
        {
            services.AddHostedService(provider => provider.GetRequiredService<JobEar>());
        }

        var workers = Math.Max(2, Environment.ProcessorCount);
        services.AddHostedService(provider => new EngineStart(
            provider.GetRequiredService<IServiceScopeFactory>(),
            new Lazy<JobStorage>(provider.GetRequiredService<JobStorage>, LazyThreadSafetyMode.PublicationOnly),
            database,
            look));
        AddServer(services, database, Queues.Short, workers, isLight: false);
        // Work that may take minutes leaves a worker free for what is short.
        AddServer(services, database, Queues.Long, workers - 1, isLight: true);
        AddServer(services, database, Queues.Mail, mailsAtOnce, isLight: true);
    }

    // Two of Hangfire's own filters note with each job what none of ours asks for: the culture of whoever queued it, and jobs that follow it.
    private static bool LeaveOutFilters()
    {
        foreach (var filter in GlobalJobFilters.Filters.Where(filter => filter.Instance is CaptureCultureAttribute or ContinuationsSupportAttribute).ToList())
        {
            GlobalJobFilters.Filters.Remove(filter.Instance);
        }

        return true;
    }

    // Asked for when the first job comes: the storage wants its database.
    private static BackgroundJobClient Client(IServiceProvider provider)
    {
        provider.GetRequiredService<IGlobalConfiguration>();
        return new BackgroundJobClient(provider.GetRequiredService<JobStorage>());
    }

    private static void AddServer(IServiceCollection services, DatabaseChoice database, string[] queues, int workers, bool isLight) =>
        services.AddHangfireServer((provider, options) =>
        {
            options.Activator = provider.GetRequiredService<JobActivator>();
            options.Queues = queues;
            options.WorkerCount = workers;
            options.IsLightweightServer = isLight;
            options.SchedulePollingInterval = database.Provider == DatabaseProvider.Sqlite ? TimeSpan.FromSeconds(1) : ScheduledPoll;
            options.HeartbeatInterval = TimeSpan.FromMinutes(2);
            options.StopTimeout = Stop;
            options.ShutdownTimeout = Stop;
        });

    private static JobStorage Storage(DatabaseChoice database, IServiceProvider services) => database.Provider switch
    {
        DatabaseProvider.PostgreSql => PostgreSql(database.ConnectionString, services.GetRequiredService<JobEar>()),
        DatabaseProvider.SqlServer => new SqlServerStorage(database.ConnectionString, new SqlServerStorageOptions
        {
            SqlClientFactory = SqlClientFactory.Instance,
            SlidingInvisibilityTimeout = Invisibility,
            QueuePollInterval = TimeSpan.Zero,
            CommandBatchMaxTimeout = TimeSpan.FromMinutes(1),
            UseRecommendedIsolationLevel = true,
            DisableGlobalLocks = true,
        }),
        _ => new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromMinutes(10), MaxStateHistoryLength = 5 }),
    };

    private static PostgreSqlStorage PostgreSql(string connectionString, JobEar ear)
    {
        var options = new PostgreSqlStorageOptions
        {
            InvisibilityTimeout = Invisibility,
            UseSlidingInvisibilityTimeout = true,
            QueuePollInterval = Poll,
            // A lock of a process that stands still is taken from it.
            DistributedLockTimeout = TimeSpan.FromSeconds(20),
        };
        var storage = new PostgreSqlStorage(new NpgsqlConnectionFactory(connectionString, options), options);
        storage.QueueProviders.Add(new HeardQueues(new PostgreSqlJobQueueProvider(storage, options), ear), Queues.All);
        return storage;
    }
}
