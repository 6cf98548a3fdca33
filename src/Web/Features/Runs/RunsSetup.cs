using KneeLoad.Web.Features.Runs.Correcting;
using KneeLoad.Web.Features.Runs.Joining;

namespace KneeLoad.Web.Features.Runs;

/// <summary>Registers the services of this folder's pages.</summary>
public static class RunsSetup
{
    /// <summary>Adds the handlers.</summary>
    public static WebApplicationBuilder AddRuns(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ListRuns>();
        builder.Services.AddScoped<JoinedTraces>();
        builder.Services.AddScoped<ShowRun>();
        builder.Services.AddScoped<ShowGround>();
        builder.Services.AddScoped<CorrectRun>();
        builder.Services.AddScoped<CorrectRuns>();
        builder.Services.AddScoped<AddRun>();
        builder.Services.AddScoped<DeletedRuns>();
        return builder;
    }
}
