using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Work.Looks;

namespace KneeLoad.Web.Work.Engine;

/// <summary>Adds waiting work: its rows, its workers and its timetable.</summary>
public static class EngineSetup
{
    /// <summary>The pause between looks for due work in a cluster, whose database should be left in peace. [s]</summary>
    private const int LookSeconds = 60;

    /// <summary>The same on one's own machine, where looking costs nothing. [s]</summary>
    private const int LookSecondsAlone = 5;

    /// <summary>Mails that are handed to the mail server at once. [1]</summary>
    private const int MailConnections = 4;

    /// <summary>Adds what this folder offers and, unless this process only serves pages, the workers.</summary>
    /// <exception cref="SettingException">A setting is wrong: the role is unknown or does not fit the database, or a pause is no pause.</exception>
    public static WebApplicationBuilder AddEngine(this WebApplicationBuilder builder)
    {
        var database = DatabaseChoice.From(builder.Configuration, DataFolder.From(builder.Configuration));
        var role = RoleOf(builder.Configuration, database);
        var services = builder.Services;
        services.AddSingleton(MachineTime.Own);
        services.AddSingleton(RetryPauses.From(builder.Configuration));
        services.AddSingleton<WorkBell>();
        services.AddSingleton<ProgressBell>();
        services.AddSingleton<Timetable>();
        services.AddScoped<RunnerWork>();
        services.AddScoped<WorkClaims>();
        services.AddScoped<WorkList>();
        services.AddScoped<WorkTurn>();
        services.AddScoped<HandOver>();
        services.AddScoped<EngineRows>();
        services.AddLook<LostWork>(Rhythm.Minute);
        // Hosted services stop in the opposite order: claims are extended until the last worker has ended.
        services.AddSingleton<WorkHands>();
        services.AddHostedService(provider => provider.GetRequiredService<WorkHands>());
        services.AddHostedService<HandingOver>();
        HangfireSetup.Add(services, database, role, Look(builder.Configuration, database), MailsAtOnce(builder.Configuration));
        return builder;
    }

    private static int MailsAtOnce(ConfigurationManager configuration) => configuration.GetValue("Mail:Connections", MailConnections) switch
    {
        >= 1 and <= 100 and var connections => connections,
        _ => throw new SettingException("Mail:Connections lies between 1 and 100."),
    };

    private static TimeSpan Look(ConfigurationManager configuration, DatabaseChoice database) =>
        configuration.GetValue("Jobs:LookSeconds", database.Provider == DatabaseProvider.Sqlite ? LookSecondsAlone : LookSeconds) switch
        {
            >= 1 and <= 60 and var seconds => TimeSpan.FromSeconds(seconds),
            _ => throw new SettingException("Jobs:LookSeconds is a number from 1 to 60."),
        };

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

/// <summary>The part that this process plays.</summary>
public enum Role
{
    /// <summary>Serves pages and works.</summary>
    All,

    /// <summary>Serves pages; others work.</summary>
    Web,

    /// <summary>Works; answers health questions and serves pages too, for whoever asks it directly.</summary>
    Worker,
}
