using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KneeLoad.Web.Hosting;

/// <summary>/healthz: the process answers. /readyz: it can do its work.</summary>
public static class HealthSetup
{
    /// <summary>
    /// Answers both, to everyone, with a word and the names of what is not as it should be; before anything that asks the database, so that being
    /// alive does not hang on it.
    /// </summary>
    public static void UseHealth(this WebApplication app)
    {
        app.UseWhen(
            context => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method),
            asked =>
            {
                asked.UseHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false });
                asked.UseHealthChecks("/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = SayAsync });
            });
    }

    private static Task SayAsync(HttpContext context, HealthReport report)
    {
        var names = report.Entries.Where(check => check.Value.Status != HealthStatus.Healthy).Select(check => check.Key).Order(StringComparer.Ordinal).ToList();
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(names.Count == 0 ? $"{report.Status}" : $"{report.Status}: {string.Join(", ", names)}", context.RequestAborted);
    }
}
