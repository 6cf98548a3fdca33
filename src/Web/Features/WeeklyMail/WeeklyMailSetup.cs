using KneeLoad.Web.Features.WeeklyMail.Letters;
using KneeLoad.Web.Work.Looks;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>The weekly mail: its look, its words and its pages.</summary>
public static class WeeklyMailSetup
{
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
        services.AddLook<WeeklyMailLook>(Rhythm.Minute);
        services.AddLook<ConfirmationLook>(Rhythm.Minute);
    }
}
