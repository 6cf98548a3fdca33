using Hangfire;
using Hangfire.Dashboard;
using KneeLoad.Web.Identity;
using Microsoft.AspNetCore.Authorization;

namespace KneeLoad.Web.Features.Admin;

/// <summary>Hangfire's own dashboard, for the owner alone and under the site's sign-in. To anybody else it is not there.</summary>
public static class JobsDashboard
{
    /// <summary>The path of the dashboard.</summary>
    public const string Path = "/admin/jobs";

    /// <summary>Its pages set styles on their own elements, which the site's own policy refuses. Scripts come from files there too.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Maps it. Called once the database is there, since the engine's storage wants it.</summary>
    public static void MapJobs(this WebApplication app)
    {
        var options = new DashboardOptions
        {
            AppPath = "/admin",
            // Hangfire's own rule lets every request of this machine in, and behind a proxy all are. The rule below is the site's.
            Authorization = [],
            IgnoreAntiforgeryToken = false,
            DisplayStorageConnectionString = false,
        };
        app.MapHangfireDashboard(Path, options)
            .WithMetadata(new AllowAnonymousAttribute(), new ContentPolicy(Policy))
            .Add(endpoint =>
            {
                var show = endpoint.RequestDelegate!;
                endpoint.RequestDelegate = async context =>
                {
                    if (context.User.IsOwner())
                    {
                        await context.RequestServices
                            .GetRequiredService<SecurityLog>()
                            .ReadAsync(context.RequestServices.GetRequiredService<CurrentRunner>().Id);
                        await show(context);
                        return;
                    }

                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                };
            });
    }
}
