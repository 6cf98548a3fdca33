using KneeLoad.Web.Data;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Work.Looks;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KneeLoad.Web.Erasures;

/// <summary>Lets go of what a runner takes back, and of what has outlived its time.</summary>
public static class ErasuresSetup
{
    /// <summary>Adds the erasure of accounts, without the looks.</summary>
    public static void AddErasure(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ErasedAccounts>();
        builder.Services.TryAddScoped<MailsInHand>();
        builder.Services.AddScoped<AccountErasure>();
    }

    /// <summary>Adds the erasure of accounts, and the looks that let go of what has outlived its time.</summary>
    public static WebApplicationBuilder AddErasures(this WebApplicationBuilder builder)
    {
        builder.AddErasure();
        builder.Services.AddLook<ErasureLook>(Rhythm.Hour);
        builder.Services.AddLook<RetentionLook>(Rhythm.Night);
        return builder;
    }

    /// <summary>Erases accounts that a restored backup has brought back, before anything is served.</summary>
    public static async Task EraseRestoredAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        await using var scope = app.Services.OfAll();
        await scope.ServiceProvider.GetRequiredService<AccountErasure>().EraseRestoredAsync(app.Lifetime.ApplicationStopping);
    }
}
