using KneeLoad.Web.Jobs;
using KneeLoad.Web.Pipeline.Maps;
using KneeLoad.Web.Pipeline.Renewal;

namespace KneeLoad.Web.Pipeline;

/// <summary>The work behind uploads.</summary>
public static class PipelineSetup
{
    /// <summary>Adds the pipeline, its queue and its sweeps.</summary>
    public static void AddPipeline(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<UploadPipeline>();
        services.AddScoped<UploadQueue>();
        services.AddScoped<Recomputation>();
        services.AddSingleton<GroundMap>();
        services.AddSingleton<RestingExtracts>();
        services.AddSingleton<MapIndexFiles>();
        services.AddScoped<MapBuilding>();
        services.AddScoped<Rematching>();
        services.AddSweep<MapSweep>(MapSweep.Every);
        services.AddSweep<RematchSweep>(RematchSweep.Every);
        services.AddSweep<UploadSweep>(UploadSweep.Every);
        services.AddSweep<OrphanSweep>(OrphanSweep.Every);
        services.AddSweep<RenewalSweep>(RenewalSweep.Every);
    }
}
