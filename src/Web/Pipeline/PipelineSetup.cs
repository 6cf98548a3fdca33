using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Maps;
using KneeLoad.Web.Pipeline.Renewal;
using KneeLoad.Web.Pipeline.Steps;
using KneeLoad.Web.Pipeline.Uploads;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Looks;

namespace KneeLoad.Web.Pipeline;

/// <summary>The work behind uploads.</summary>
public static class PipelineSetup
{
    /// <summary>Adds the kinds of work and the looks.</summary>
    public static WebApplicationBuilder AddPipeline(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<Recomputation>();
        services.AddScoped<UploadFailure>();
        services.AddSingleton<GroundMap>();
        services.AddSingleton<RestingExtracts>();
        services.AddSingleton<MapIndexFiles>();
        services.AddScoped<MapBuilding>();
        services.AddWork<ImportWork>(WorkKind.Import);
        services.AddWork<ImportWork>(WorkKind.Renewal);
        services.AddWork<WeeklyLoadWork>(WorkKind.WeeklyLoad);
        services.AddWork<MapBuilding>(WorkKind.Map);
        services.AddWork<SurfaceRound>(WorkKind.SurfaceRound);
        services.AddWork<SurfaceWork>(WorkKind.Surface);
        services.AddLook<MapLook>(Rhythm.Minute);
        services.AddLook<RenewalLook>(Rhythm.Minute);
        services.AddLook<OrphanLook>(Rhythm.Hour);
        services.AddSingleton<StandingFiles>();
        services.AddLook<WatchedFolderLook>(Rhythm.Minute);
        return builder;
    }
}
