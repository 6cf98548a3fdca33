using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Features.WeeklyMail.Letters;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Looks;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>The weekly mail: its look, its words and its pages.</summary>
public static class WeeklyMailSetup
{
    /// <summary>Adds the weekly mail.</summary>
    public static WebApplicationBuilder AddWeeklyMail(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddSingleton<MailLinks>();
        services.AddSingleton<WeeklyMailComposer>();
        services.AddScoped<WeeklyMailWriter>();
        services.AddScoped<WeeklyMailRows>();
        services.AddScoped<RunlessReaders>();
        services.AddScoped<ConfirmationMails>();
        services.AddWork<ScoreWork>(WorkKind.Score, RetryPauses.ForServers);
        services.AddWork<WeeklyMailWork>(WorkKind.WeeklyMail, RetryPauses.ForServers);
        services.AddLetter(ConfirmationMails.Kind);
        services.AddLook<WeeklyMailLook>(Rhythm.Minute);
        services.AddLook<ConfirmationLook>(Rhythm.Minute);
        return builder;
    }
}
