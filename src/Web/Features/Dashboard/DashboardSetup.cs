using KneeLoad.Web.Consents;
using KneeLoad.Web.Features.Dashboard.Renewals;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>Registers the services of this folder's pages.</summary>
public static class DashboardSetup
{
    /// <summary>Adds the handlers.</summary>
    public static WebApplicationBuilder AddDashboard(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<RenewalNews>();
        builder.Services.AddSingleton<KeepAfterwards>();
        return builder;
    }

    /// <summary>Maps the download of what was shown; it needs a sign-in and speaks of the signed-in runner only.</summary>
    public static void MapDashboard(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/score/{day}.json", DownloadAssessment.HandleAsync).DisableCookieRedirect().WithMetadata(new NeedsScoringAttribute());
}
