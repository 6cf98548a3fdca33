using KneeLoad.Web.Features.WeeklyMail.Letters;
using KneeLoad.Web.Jobs;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>The weekly mail: its sweep, its words and its pages.</summary>
public static class WeeklyMailSetup
{
    /// <summary>Short enough that an attempt cut off by a crash is taken up within a minute.</summary>
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(15);

    /// <summary>Short enough that whoever has just registered finds the mail when they look.</summary>
    private static readonly TimeSpan BetweenConfirmations = TimeSpan.FromSeconds(15);

    /// <summary>Adds the weekly mail.</summary>
    public static void AddWeeklyMail(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<MailLinks>();
        services.AddSingleton<WeeklyMailComposer>();
        services.AddScoped<MailTokens>();
        services.AddScoped<WeeklyMailWriter>();
        services.AddScoped<RunlessReaders>();
        services.AddScoped<WeeklyMailDispatch>();
        services.AddScoped<ConfirmationMails>();
        services.AddSingleton<PutOffConfirmations>();
        services.AddSweep<WeeklyMailSweep>(BetweenSweeps);
        services.AddSweep<ConfirmationSweep>(BetweenConfirmations);
    }
}
