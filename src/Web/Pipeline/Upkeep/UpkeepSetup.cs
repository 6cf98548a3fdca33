using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Looks;

namespace KneeLoad.Web.Pipeline.Upkeep;

/// <summary>Looks whether everything that is stored is whole, and has work tried again that was given up.</summary>
public static class UpkeepSetup
{
    /// <summary>Adds the audit, its look at night, and its word in /readyz.</summary>
    public static WebApplicationBuilder AddUpkeep(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<RowAudit>();
        builder.Services.AddScoped<Auditing>();
        builder.Services.AddScoped<FailedWork>();
        builder.Services.AddLook<AuditLook>(Rhythm.Night);
        builder.Services.AddWork<CatchUpWork>(WorkKind.CatchUp);
        builder.Services.AddHealthChecks().AddCheck<LastAudit>("audit", tags: ["ready"]);
        return builder;
    }
}
