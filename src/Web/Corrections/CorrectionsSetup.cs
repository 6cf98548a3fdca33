using KneeLoad.Web.Data.Diary;
using KneeLoad.Web.Work.Looks;

namespace KneeLoad.Web.Corrections;

/// <summary>Adds what this folder offers.</summary>
public static class CorrectionsSetup
{
    /// <summary>Adds the changes that a runner can make to what was read.</summary>
    public static WebApplicationBuilder AddCorrections(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<BatchUndo>();
        services.AddScoped<CopiesAnswer>();
        services.AddScoped<DiaryWriting>();
        services.AddScoped<OriginalReading>();
        services.AddScoped<RunCorrecting>();
        services.AddScoped<RunByHand>();
        services.AddScoped<RunRemoval>();
        services.AddLook<RunRemovalLook>(Rhythm.Night);
        services.AddScoped<SurfaceCorrection>();
        services.AddScoped<WeekStartChange>();
        return builder;
    }
}
