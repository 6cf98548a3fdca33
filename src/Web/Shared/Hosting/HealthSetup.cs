using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace KneeLoad.Web.Shared.Hosting;

/// <summary>/healthz: the process answers. /readyz: it can do its work.</summary>
public static class HealthSetup
{
    /// <summary>Maps both, open to everyone; they say a word and nothing else.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
    }
}
