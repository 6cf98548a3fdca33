using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace KneeLoad.Web.Shared.Hosting;

/// <summary>/healthz: the process answers. /readyz: it can do its work.</summary>
public static class HealthSetup
{
    /// <summary>Answers both, to everyone, with a word; before anything that asks the database, so that being alive does not hang on it.</summary>
    public static void UseHealth(this WebApplication app)
    {
        app.UseWhen(
            context => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method),
            asked =>
            {
                asked.UseHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false });
                asked.UseHealthChecks("/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
            });
    }
}
