namespace KneeLoad.Web.Features.Dashboard;

/// <summary>What the pages of this folder need.</summary>
public static class DashboardSetup
{
    /// <summary>Adds the handlers.</summary>
    public static void AddDashboard(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ShowDashboard>();
    }
}
