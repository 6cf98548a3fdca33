using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Looks;

namespace KneeLoad.Web.Consents;

/// <summary>The gate that every use of health data passes, and the work behind it.</summary>
public static class ConsentsSetup
{
    /// <summary>Adds the book of consents, its work and its look.</summary>
    public static WebApplicationBuilder AddConsents(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ConsentBook>();
        builder.Services.AddWork<ConsentWork>(WorkKind.Consent);
        builder.Services.AddLook<ConsentLook>(Rhythm.Minute);
        return builder;
    }
}
